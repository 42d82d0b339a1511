import type { EditBatch } from "#app/domain/authoring/edit-schema.ts";
import type { Answer } from "#app/domain/authoring/session.ts";
import type { ProblemBody } from "#app/domain/problem.ts";
import { postJson, type Unanswered } from "./post-json.ts";

export type DraftAnswer =
	| { kind: "answered"; answer: Answer; others: string[]; at: string }
	| { kind: "refused"; problem: ProblemBody }
	| Unanswered;

export type PostEdits = (batch: EditBatch) => Promise<DraftAnswer>;

/** Sends batches of edits of one draft to the door for scripts. */
export function postEditsTo(url: string): PostEdits {
	return (batch) =>
		postJson(url, batch, async (response): Promise<DraftAnswer> => {
			const told = (await response.json()) as (Answer & { others: string[] }) | { problem: ProblemBody };
			if ("problem" in told) return { kind: "refused", problem: told.problem };
			const { others, ...answer } = told;
			return { kind: "answered", answer, others, at: new Date().toISOString() };
		});
}
