import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/node";
import { newId } from "#app/domain/id.ts";
import type { App } from "#app/platform/app.ts";
import type { Config } from "#app/platform/config.ts";
import { withRenewal } from "#app/platform/session.ts";
import type { World } from "./build.ts";
import type { BuiltPerson } from "./build-people.ts";
import { buildApp, serve } from "./build-server.ts";
import { buildForPath, buildOfAll } from "./pages.ts";

export const ORIGIN = "http://localhost";

type Fields = Record<string, string | string[]>;

export type Asking = {
	/** A built person (a session is opened for them), a `Cookie` header, or nobody. */
	as?: BuiltPerson | string | null;
	method?: string;
	/** Fields of a plain form, as a browser without script posts them; makes the method POST. */
	form?: Fields;
	json?: unknown;
	/** A body of any other kind, as it is. */
	raw?: { type: string; body: string };
	headers?: Record<string, string>;
	/** The client's address. */
	address?: string;
};

/** The whole app over a test's world, without a port. */
export type Site = {
	app: App;
	/** What was logged so far, as lines of JSON. */
	logged(): string;
	/** Answers as the server would, redirects not followed. */
	request(path: string, asking?: Asking): Promise<Response>;
	/** The `Cookie` header of a person with a session; the same one each time. */
	cookieOf(person: BuiltPerson): Promise<string>;
	/** Starts the real HTTP server over all pages on a free port; closed after the test. */
	serve(): Promise<{ origin: string; port: number }>;
	/** Sets the clock of the app, and so of its requests. */
	setNow(iso: string): void;
};

export function openSite(world: World, config: Partial<Config> = {}): Site {
	const { app, logged } = buildApp(world.store, config);
	let now: string | undefined;
	app.now = () => now ?? new Date().toISOString();
	const cookies = new Map<string, Promise<string>>();

	async function cookieOf(person: BuiltPerson): Promise<string> {
		const known = cookies.get(person.personId) ?? openTestSession(app, person.personId);
		cookies.set(person.personId, known);
		return known;
	}

	return {
		app,
		logged,
		cookieOf,
		async request(path, asking = {}) {
			const cookie = typeof asking.as === "string" ? asking.as : asking.as ? await cookieOf(asking.as) : null;
			const request = requestOf(path, asking, cookie);
			const http = {
				app,
				requestId: newId().slice(-12),
				nonce: randomBytes(8).toString("hex"),
				address: asking.address ?? "127.0.0.1",
			};
			const handle = createRequestHandler(await buildForPath(path), "production");
			return withRenewal(await handle(request, http as never), http);
		},
		async serve() {
			const { port } = await serve(app, await buildOfAll());
			return { origin: `http://127.0.0.1:${port}`, port };
		},
		setNow(iso) {
			now = iso;
		},
	};
}

function requestOf(path: string, asking: Asking, cookie: string | null): Request {
	const { form, json, raw } = asking;
	const body = raw?.body ?? (form ? fieldsOf(form) : json === undefined ? undefined : JSON.stringify(json));
	const method = asking.method ?? (body === undefined ? "GET" : "POST");
	const headers = new Headers(asking.headers);
	headers.set("host", new URL(ORIGIN).host);
	if (cookie) headers.set("cookie", cookie);
	if (method !== "GET" && !headers.has("origin")) headers.set("origin", ORIGIN);
	if (json !== undefined) headers.set("content-type", "application/json");
	if (raw) headers.set("content-type", raw.type);
	return new Request(new URL(path, ORIGIN), { method, headers, body });
}

function fieldsOf(form: Fields): URLSearchParams {
	const body = new URLSearchParams();
	for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
	return body;
}

/** A session row as better-auth writes it, living for a day after the app's own clock, and the signed cookie of it. */
export async function openTestSession(app: App, personId: string, over: { expiresAt?: string } = {}): Promise<string> {
	const token = randomBytes(24).toString("base64url");
	const at = app.now();
	const expiresAt = over.expiresAt ?? new Date(Date.parse(at) + 14 * 86_400_000).toISOString();
	await app.store.transaction((db) =>
		db
			.insertInto("session")
			.values({
				id: newId(),
				token,
				userId: personId,
				expiresAt,
				createdAt: at,
				updatedAt: at,
				ipAddress: "",
				userAgent: "vitest",
			})
			.execute(),
	);
	return app.auth.cookie.sign(token);
}
