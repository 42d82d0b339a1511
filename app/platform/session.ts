import type { App } from "./app.ts";
import type { Session } from "./context.ts";

/** The session of a request's cookie, or null. */
export async function readSession(_app: App, _request: Request): Promise<Session | null> {
	return null;
}
