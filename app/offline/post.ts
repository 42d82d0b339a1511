import type { Operation, OperationResult } from "#app/domain/returns/schema.ts";

export type Answered =
	| { kind: "answered"; operations: OperationResult[]; at: string }
	/** The session has ended. */
	| { kind: "signed_out" }
	/** The server is there and takes nothing: not this person's return, or a page of another version. */
	| { kind: "refused" }
	| { kind: "unreachable" };

export type Post = (returnId: string, operations: Operation[]) => Promise<Answered>;

/** Browsers let a request outlive its page only when it is small. */
const OUTLIVING = 60_000;

/** Posts a batch to `/sync`. */
export const postToServer: Post = async (returnId, operations) => {
	const body = JSON.stringify({ returnId, operations });
	try {
		const response = await fetch("/sync", {
			method: "POST",
			headers: { "Content-Type": "application/json", Accept: "application/json" },
			body,
			// Somebody without a session is led to sign in: that is seen here instead of followed.
			redirect: "manual",
			keepalive: body.length < OUTLIVING,
		});
		if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed_out" };
		if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
		if (!response.ok) return { kind: "refused" };
		const { operations: results } = (await response.json()) as { operations: OperationResult[] };
		return { kind: "answered", operations: results, at: new Date().toISOString() };
	} catch {
		return { kind: "unreachable" };
	}
};
