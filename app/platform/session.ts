import { isAPIError } from "better-auth/api";
import { sql } from "kysely";
import type { Locale, Role } from "#app/domain/ctx.ts";
import type { Opening } from "#app/domain/people/sign-in.ts";
import type { App } from "./app.ts";
import { ACCOUNT_CLOSED, ADDRESS_HEADER, RENEW_SECONDS, SESSION_SECONDS } from "./auth.ts";
import type { HttpContext, Session } from "./context.ts";

/**
 * The session of a request's cookie, or null: no cookie, one we did not sign, an expired or ended session, a blocked person, or
 * one whose memberships have all ended. Every request asks, so it is one query and nothing is kept between requests: signing out
 * everywhere holds from the next request on, in every process.
 */
export async function readSession(app: App, request: Request): Promise<Session | null> {
	const header = request.headers.get("cookie");
	const token = app.auth.cookie.read(header);
	if (!token) return null;
	const rows = await sessionRows(app, token);
	const now = Date.parse(app.now());
	const first = rows[0];
	if (!first || new Date(first.expiresAt).getTime() <= now) return null;
	const wanted = /(?:^|;\s*)membership=([0-9a-f-]{36})/.exec(header ?? "")?.[1];
	const row = rows.find((one) => one.membership_id === wanted) ?? first;
	const age = SESSION_SECONDS - (new Date(row.expiresAt).getTime() - now) / 1000;
	return {
		id: row.session_id,
		actor: {
			personId: row.person_id,
			name: row.name,
			username: row.username,
			role: row.role as Role,
			unitId: row.unit_id,
			unitName: row.unit_name,
			unitPath: row.unit_path,
			membershipId: row.membership_id,
		},
		memberships: rows.map((one) => ({
			id: one.membership_id,
			role: one.role as Role,
			unitId: one.unit_id,
			unitName: one.unit_name,
		})),
		mustChangePassword: row.must_change_password === 1,
		locale: row.locale as Locale | null,
		setCookies: age >= RENEW_SECONDS ? await renew(app, request) : [],
	};
}

type SessionRow = {
	session_id: string;
	expiresAt: string | Date;
	person_id: string;
	name: string;
	username: string;
	must_change_password: number;
	locale: string | null;
	membership_id: string;
	role: string;
	unit_id: string;
	unit_name: string;
	unit_path: string;
};

/** One row per membership, the oldest first. Written as SQL: building the query anew would cost more than running it. */
async function sessionRows(app: App, token: string): Promise<SessionRow[]> {
	const found = await sql<SessionRow>`
		select s.id as session_id, s."expiresAt", p.id as person_id, p.name, p.username, p.must_change_password, p.locale,
			m.id as membership_id, m.role, u.id as unit_id, u.name as unit_name, u.path as unit_path
		from session s
		join person p on p.id = s."userId" and p.status <> 'blocked'
		join membership m on m.person_id = p.id and m.ended_at is null
		join unit u on u.id = m.unit_id
		where s.token = ${token}
		order by m.created_at, m.id`.execute(app.store.read);
	return found.rows;
}

/** Prolongs the session through better-auth; the cookies that tell the browser so. */
async function renew(app: App, request: Request): Promise<string[]> {
	const { headers } = await app.auth.server.api.getSession({ headers: authHeaders(request, ""), returnHeaders: true });
	return headers.getSetCookie();
}

/**
 * Checks a password and opens a session: the cookies to set, or why not. It neither counts attempts nor writes the audit chain;
 * `signIn` of the people room does.
 */
export async function openSession(
	http: HttpContext,
	request: Request,
	given: { username: string; password: string },
): Promise<Opening<string[]>> {
	try {
		const { headers } = await http.app.auth.server.api.signInUsername({
			body: given,
			headers: authHeaders(request, http.address),
			returnHeaders: true,
		});
		return { opened: headers.getSetCookie() };
	} catch (error) {
		if (!isAPIError(error)) throw error;
		if (error.body?.code === ACCOUNT_CLOSED) return { refused: "closed" };
		if (error.statusCode >= 500) throw error;
		return { refused: "wrong" };
	}
}

/** Ends the session of this browser; the cookies that take it away. */
export async function closeSession(http: HttpContext, request: Request): Promise<string[]> {
	const { headers } = await http.app.auth.server.api.signOut({
		headers: authHeaders(request, http.address),
		returnHeaders: true,
	});
	return [...headers.getSetCookie(), choiceCookie("membership", "")];
}

/** A cookie of the person's own choice, kept for a year, or taken away with "". It says nothing that the server believes unchecked. */
export function choiceCookie(name: "locale" | "theme" | "membership", value: string): string {
	return `${name}=${value}; Path=/; Max-Age=${value === "" ? 0 : 365 * 86_400}; HttpOnly; SameSite=Lax`;
}

/** Cookies as headers of a response. */
export function setCookies(cookies: string[]): [string, string][] {
	return cookies.map((cookie) => ["Set-Cookie", cookie]);
}

/** Adds the cookies of a session that was prolonged while the page was made. */
export async function withRenewal(response: Response, http: HttpContext): Promise<Response> {
	const session = await http.session?.catch(() => null);
	for (const cookie of session?.setCookies ?? []) response.headers.append("Set-Cookie", cookie);
	return response;
}

/** What better-auth may see of a request: cookie, browser, and the address as our server knows it. */
function authHeaders(request: Request, address: string): Headers {
	const headers = new Headers();
	for (const name of ["cookie", "user-agent"]) {
		const value = request.headers.get(name);
		if (value) headers.set(name, value.slice(0, 4000));
	}
	if (address) headers.set(ADDRESS_HEADER, address);
	return headers;
}
