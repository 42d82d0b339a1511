import { createHmac, timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { username } from "better-auth/plugins";
import type { Store } from "#db/store.ts";
import { authDatabase } from "./auth-database.ts";

/** Seconds a session lives without being used, and how often its life is prolonged. */
export const SESSION_SECONDS = 14 * 86_400;
export const RENEW_SECONDS = 86_400;

/** Header under which our doors tell better-auth the client's address; what a client sends under it never gets there. */
export const ADDRESS_HEADER = "x-client-address";

/**
 * Sign-in by username and password. None of better-auth's own URLs is served: our doors call `server.api` and pass its cookies on.
 * `cookie` is the session cookie in better-auth's format, checked by us because every request asks for it.
 */
export function openAuth(options: { store: Store; secret: string; origin: string | null }) {
	const { store, secret, origin } = options;
	const https = origin?.startsWith("https:") ?? false;
	const server = betterAuth({
		database: { db: authDatabase(store), type: store.engine },
		secret,
		baseURL: origin ?? "http://localhost",
		telemetry: { enabled: false },
		// A wrong password is a fact for the audit chain, not for the log; failures are thrown to the door, which logs them.
		logger: { disabled: true },
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
		session: { expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS },
		rateLimit: { enabled: false },
		advanced: { useSecureCookies: https, ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 } },
		// Any username is looked up, so that one that cannot exist takes as long to refuse as one that does not.
		plugins: [username({ minUsernameLength: 1, maxUsernameLength: 200, usernameValidator: () => true })],
		databaseHooks: {
			session: {
				create: {
					// The last gate: whatever asks for a session, a blocked or departed person gets none.
					before: async ({ userId }) => {
						if (!(await mayEnter(store, userId))) throw new APIError("FORBIDDEN", { code: ACCOUNT_CLOSED });
					},
				},
			},
		},
	});
	return { server, cookie: signedCookie(`${https ? "__Secure-" : ""}better-auth.session_token`, secret) };
}

export type Auth = ReturnType<typeof openAuth>;

/** Code of the refusal above. */
export const ACCOUNT_CLOSED = "ACCOUNT_CLOSED";

async function mayEnter(store: Store, personId: string): Promise<boolean> {
	const found = await store.read
		.selectFrom("person")
		.innerJoin("membership", "membership.person_id", "person.id")
		.select("person.id")
		.where("person.id", "=", personId)
		.where("person.status", "!=", "blocked")
		.where("membership.ended_at", "is", null)
		.executeTakeFirst();
	return found !== undefined;
}

/** A cookie `value.signature` (HMAC-SHA-256, base64, URI-encoded), the format of better-auth. */
function signedCookie(name: string, secret: string) {
	const signatureOf = (value: string) => createHmac("sha256", secret).update(value).digest("base64");
	const pattern = new RegExp(`(?:^|;)\\s*${name.replace(/\./g, "\\.")}=([^;]*)`);
	return {
		name,
		/** `name=value` as a browser sends it. */
		sign(value: string): string {
			return `${name}=${encodeURIComponent(`${value}.${signatureOf(value)}`)}`;
		},
		/** The value in a `Cookie` header; null when it is absent or not signed by us, whatever rubbish stands there. */
		read(header: string | null): string | null {
			const raw = pattern.exec(header ?? "")?.[1];
			if (!raw) return null;
			const signed = decode(raw.trim());
			const dot = signed.lastIndexOf(".");
			if (dot < 1) return null;
			const value = signed.slice(0, dot);
			// Compared as text: decoding base64 would let several spellings of one signature pass.
			const given = Buffer.from(signed.slice(dot + 1));
			const wanted = Buffer.from(signatureOf(value));
			return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null;
		},
	};
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}
