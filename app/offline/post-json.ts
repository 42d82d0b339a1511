/** Nobody is signed in any more, or nobody answered: what was sent is kept and sent again. */
export type Unanswered = { kind: "signed_out" } | { kind: "unreachable" };

/** Browsers let a request outlive its page only when it is small. */
const OUTLIVING = 60_000;
/** What takes longer is not moving: it is given up and tried again. A megabyte at 20 kB/s arrives in time. */
const PATIENCE_MS = 60_000;

/** Posts to a door for scripts; `read` makes something of its answer. */
export async function postJson<T>(
	url: string,
	value: object,
	read: (response: Response) => Promise<T>,
): Promise<T | Unanswered> {
	const body = JSON.stringify(value);
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: { "Content-Type": "application/json", Accept: "application/json" },
			body,
			// Somebody without a session is led to sign in: that is seen here instead of followed.
			redirect: "manual",
			keepalive: body.length < OUTLIVING,
			// Browsers of 2021 have no such signal, and give up by themselves in the end.
			signal: AbortSignal.timeout?.(PATIENCE_MS) ?? null,
		});
		if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed_out" };
		if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
		return await read(response);
	} catch {
		return { kind: "unreachable" };
	}
}
