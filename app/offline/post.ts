import type { Operation, OperationResult } from "#app/domain/returns/schema.ts";
import { postJson, type Unanswered } from "./post-json.ts";

export type Answered =
	| { kind: "answered"; operations: OperationResult[]; at: string }
	/** The server is there and takes nothing: not this person's return, or a page of another version. */
	| { kind: "refused" }
	| Unanswered;

export type Post = (returnId: string, operations: Operation[]) => Promise<Answered>;

/** Posts a batch to `/sync`. */
export const postToServer: Post = (returnId, operations) =>
	postJson("/sync", { returnId, operations }, async (response): Promise<Answered> => {
		if (!response.ok) return { kind: "refused" };
		const { operations: results } = (await response.json()) as { operations: OperationResult[] };
		return { kind: "answered", operations: results, at: new Date().toISOString() };
	});
