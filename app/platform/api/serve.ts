import type { AnonymousCtx, Ctx, Locale } from "#app/domain/ctx.ts";
import { isId } from "#app/domain/id.ts";
import { enterByKey } from "#app/domain/people/api-entry.ts";
import { API_REQUESTS_A_MINUTE, type ApiRead } from "#app/domain/people/schema.ts";
import { Problem } from "#app/domain/problem.ts";
import { apiWords } from "#app/i18n/api.ts";
import type { Door } from "../door.ts";
import { marked } from "../etag.ts";
import { loggedPath } from "../log.ts";
import { ApiProblem, problemResponse } from "./problems.ts";
import { type Key, type Resource, resources } from "./resources.ts";
import type { ListQuery } from "./shapes.ts";

export const API_ROOT = "/api/v1";

/** Answers a program: who it is, what it may read, what it asks for. Whatever happens, it gets JSON. */
export async function answerProgram(door: Door<AnonymousCtx>): Promise<Response> {
	const { ctx, url, request, http } = door;
	try {
		if (request.method !== "GET" && request.method !== "HEAD") {
			throw new ApiProblem("method_not_allowed", { headers: { Allow: "GET, HEAD" } });
		}
		const { actor, reads, left } = await enter(ctx, request);
		const { resource, id } = resourceAt(url.pathname);
		if (!reads.includes(resource.read)) throw notGranted(resource.read);
		const query = queryOf(resource, url, ctx.locale);
		const body = await read({ ...ctx, actor }, resource, id, query, url);
		return sent(request, body, { "RateLimit-Limit": `${API_REQUESTS_A_MINUTE}`, "RateLimit-Remaining": `${left}` });
	} catch (thrown) {
		if (thrown instanceof ApiProblem) return problemResponse(thrown, ctx.locale, http.requestId);
		// Rooms refuse what is not the office's own as not found, and nothing else here.
		if (thrown instanceof Problem && thrown.status === 404) {
			return problemResponse(new ApiProblem("not_found"), ctx.locale, http.requestId);
		}
		http.app.log.error({ err: thrown, reference: http.requestId, path: loggedPath(url.pathname) }, "bug");
		return problemResponse(new ApiProblem("own_fault"), ctx.locale, http.requestId);
	}
}

async function enter(ctx: AnonymousCtx, request: Request) {
	const key = keyOf(request.headers.get("authorization"));
	if (key === null) throw new ApiProblem("key_missing");
	const entry = await enterByKey(ctx, key);
	if (!("refused" in entry)) return entry;
	if (entry.refused === "too_often") {
		throw new ApiProblem("too_many_requests", { headers: { "Retry-After": `${entry.retryAfterSeconds}` } });
	}
	throw new ApiProblem(`key_${entry.refused}`);
}

/** The key as a bearer's, or as the password of a name that may be anything. */
function keyOf(header: string | null): string | null {
	const [, scheme = "", given = ""] = /^(Bearer|Basic) +([A-Za-z0-9._~+/=-]{1,2000})$/i.exec(header ?? "") ?? [];
	if (scheme.toLowerCase() !== "basic") return given || null;
	const pair = Buffer.from(given, "base64").toString("utf8");
	const colon = pair.indexOf(":");
	return colon === -1 ? null : pair.slice(colon + 1);
}

function notGranted(read: ApiRead): ApiProblem {
	const challenge = `Bearer realm="api", error="insufficient_scope", scope="${read}"`;
	return new ApiProblem("read_not_granted", { headers: { "WWW-Authenticate": challenge } });
}

function resourceAt(pathname: string): { resource: Resource; id: string } {
	const parts = pathname.slice(API_ROOT.length).split("/").slice(1);
	for (const resource of resources) {
		const names = resource.path.split("/").slice(1);
		if (names.length !== parts.length) continue;
		if (!names.every((name, at) => name === "{id}" || name === parts[at])) continue;
		const id = parts[names.indexOf("{id}")] ?? "";
		if (names.includes("{id}") && !isId(id)) break;
		return { resource, id };
	}
	throw new ApiProblem("not_found");
}

/** Parameters as the resource understands them: one that it does not know, or twice, is a mistake to be told, not to be passed over. */
function queryOf(resource: Resource, url: URL, locale: Locale): ListQuery {
	const t = apiWords[locale].parameters;
	const names = [...url.searchParams.keys()];
	const known = Object.keys(resource.query.shape);
	const odd = names.filter((name, at) => !known.includes(name) || names.indexOf(name) !== at);
	if (odd.length > 0) {
		const errors = [...new Set(odd)].slice(0, 20).map((name) => ({
			parameter: name.slice(0, 100),
			detail: known.includes(name) ? t.twice : t.unknown(known.join(", ")),
		}));
		throw new ApiProblem("parameter_unknown", { errors });
	}
	const parsed = resource.query.safeParse(Object.fromEntries(url.searchParams));
	if (parsed.success) return parsed.data as ListQuery;
	const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "")))];
	throw new ApiProblem("parameter_wrong", { errors: wrong.map((parameter) => ({ parameter, detail: t.wrong })) });
}

type Body = { json: object; next: string | null };

async function read(ctx: Ctx, resource: Resource, id: string, query: ListQuery, url: URL): Promise<Body> {
	if (!resource.list) return { json: await resource.one(ctx, id), next: null };
	const { rows, next } = await resource.page(ctx, id, query, keyFrom(resource, query.cursor));
	const link = next && linkTo(url, cursorOf(resource, next));
	return { json: { data: rows, next: link }, next: link };
}

function linkTo(url: URL, cursor: string): string {
	const link = new URL(url.pathname, url.origin);
	for (const [name, value] of url.searchParams) if (name !== "cursor") link.searchParams.set(name, value);
	link.searchParams.set("cursor", cursor);
	return link.href;
}

/** Opaque to others; the name keeps a cursor of one list out of another. */
function cursorOf(resource: Resource, key: Key): string {
	return Buffer.from(JSON.stringify([resource.name, ...key])).toString("base64url");
}

function keyFrom(resource: Resource & { list: true }, cursor: string | undefined): Key | null {
	if (cursor === undefined) return null;
	try {
		const [name, ...key] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
		if (name === resource.name) return resource.key.parse(key);
	} catch {
		// Told below, like every cursor that is not ours.
	}
	throw new ApiProblem("cursor_wrong");
}

function sent(request: Request, { json, next }: Body, extra: Record<string, string>): Response {
	return marked(request, JSON.stringify(json), {
		...extra,
		...(next ? { Link: `<${next}>; rel="next"` } : {}),
		"Content-Type": "application/json; charset=utf-8",
		// Kept by whoever asked, and asked about each time: a key may have been revoked.
		"Cache-Control": "private, no-cache",
		Vary: "Authorization",
	});
}
