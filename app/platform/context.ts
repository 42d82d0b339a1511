import { redirect } from "@remix-run/node";
import type { Actor, AnonymousCtx, Locale } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import type { App } from "./app.ts";
import { readSession } from "./session.ts";

/** What the server hands to Remix with each request: a fresh one per request, so that loaders share one session look-up. */
export type HttpContext = {
	app: App;
	requestId: string;
	nonce: string;
	/** Client address, for rate limits. */
	address: string;
	session?: Promise<Session | null>;
	/** Resolves once everything of the answer that was written so far has left this process: its memory may be written over. Absent where nobody knows. */
	flushed?: () => Promise<void>;
};

/** A signed-in person as the session knows them. */
export type Session = {
	id: string;
	actor: Actor;
	/** All memberships of the person, the active one included: what they can switch between. */
	memberships: { id: string; role: Actor["role"]; unitId: string; unitName: string }[];
	mustChangePassword: boolean;
	locale: Locale | null;
	/** Cookies that prolong the session; empty on most requests. */
	setCookies: string[];
};

declare module "@remix-run/node" {
	interface AppLoadContext extends HttpContext {}
}

/**
 * Pages for everybody, which know nobody: neither session nor any other cookie is looked at, so that each is the same for all and any
 * cache may keep it. Programs bring a key of their own: a browser's cookie opens nothing there.
 */
export function isPublic({ pathname }: URL): boolean {
	return pathname.startsWith("/public/") || pathname.startsWith("/api/");
}

/** Pages that somebody may open who still has to choose a password. */
const beforePassword = new Set(["/me/password", "/sign-out", "/me/locale", "/me/theme"]);

/**
 * Who asks, as the domain's `ctx`. With "somebody", a stranger is sent to sign in and comes back to the same page; a person
 * with a first password is sent to change it.
 */
export async function whoAsks(
	request: Request,
	http: HttpContext,
	wanted: "somebody" | "may_be_nobody",
): Promise<AnonymousCtx> {
	const { app } = http;
	const url = new URL(request.url);
	http.session ??= isPublic(url) ? Promise.resolve(null) : readSession(app, request);
	const session = await http.session;
	if (wanted === "somebody") {
		if (!session) throw redirect(`/sign-in?next=${encodeURIComponent(backTo(request, url))}`);
		if (session.mustChangePassword && !beforePassword.has(url.pathname)) throw redirect("/me/password");
	}
	const now = app.now();
	return {
		db: app.store.read,
		engine: app.store.engine,
		store: app.store,
		files: app.files,
		actor: session?.actor ?? null,
		now,
		today: dayOf(now),
		locale: isPublic(url) ? localeInAddress(url) : localeOf(request, session),
		inTransaction: false,
	};
}

/** Where to go after signing in: the page itself, or for a form that was sent the page it stood on. */
function backTo(request: Request, url: URL): string {
	if (request.method === "GET") return url.pathname + url.search;
	const referer = request.headers.get("referer");
	return referer && URL.canParse(referer) ? new URL(referer).pathname : "/";
}

/** The person's choice, else the browser's cookie, else Vietnamese. */
function localeOf(request: Request, session: Session | null): Locale {
	const cookie = /(?:^|;\s*)locale=(vi|en)/.exec(request.headers.get("cookie") ?? "")?.[1];
	return (cookie as Locale | undefined) ?? session?.locale ?? "vi";
}

/** Of a public page: `?lang=en`, else Vietnamese. */
function localeInAddress(url: URL): Locale {
	return url.searchParams.get("lang") === "en" ? "en" : "vi";
}
