import type { EditBatch } from "#app/domain/authoring/edit-schema.ts";
import type { Answer } from "#app/domain/authoring/session.ts";
import type { ProblemBody } from "#app/domain/problem.ts";

export type DraftAnswer =
	| { kind: "answered"; answer: Answer; others: string[]; at: string }
	| { kind: "refused"; problem: ProblemBody }
	| { kind: "signed_out" }
	| { kind: "unreachable" };

export type PostEdits = (batch: EditBatch) => Promise<DraftAnswer>;

/** Browsers let a request outlive its page only when it is small. */
const OUTLIVING = 60_000;

/** Sends batches of edits of one draft to the door for scripts. */
export function postEditsTo(url: string): PostEdits {
	return async (batch) => {
		const body = JSON.stringify(batch);
		try {
			const response = await fetch(url, {
				method: "POST",
				headers: { "Content-Type": "application/json", Accept: "application/json" },
				body,
				redirect: "manual",
				keepalive: body.length < OUTLIVING,
			});
			if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed_out" };
			if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
			const told = (await response.json()) as (Answer & { others: string[] }) | { problem: ProblemBody };
			if ("problem" in told) return { kind: "refused", problem: told.problem };
			const { others, ...answer } = told;
			return { kind: "answered", answer, others, at: new Date().toISOString() };
		} catch {
			return { kind: "unreachable" };
		}
	};
}
