import { betterAuth } from "better-auth";
import { username } from "better-auth/plugins";
import type { Store } from "#db/store.ts";

/** Sign-in by username and password over better-auth, on our own database handle. */
export function openAuth(options: { store: Store; secret: string; origin: string | null }) {
	const { store, secret, origin } = options;
	return betterAuth({
		database: { db: store.read, type: store.engine },
		secret,
		baseURL: origin ?? "http://localhost",
		telemetry: { enabled: false },
		emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
		session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
		plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60 })],
	});
}

export type Auth = ReturnType<typeof openAuth>;
