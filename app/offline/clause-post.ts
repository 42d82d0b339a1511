import type { ClauseInput, ClauseStatus, SchoolClause } from "#app/domain/conduct/schema.ts";
import type { ProblemBody } from "#app/domain/problem.ts";

/** A clause as it stands in its fields. */
export type TypedClause = { status: ClauseStatus; text: string };

export type ClauseAnswer =
	| { kind: "saved"; clause: SchoolClause | null; at: string }
	/** Somebody else changed it meanwhile; nothing was written. */
	| { kind: "conflict"; current: SchoolClause }
	| { kind: "refused"; problem: ProblemBody }
	| { kind: "signed_out" }
	| { kind: "unreachable" };

export type PostClause = (versionId: string, clause: ClauseInput) => Promise<ClauseAnswer>;

type Body = { saved?: SchoolClause | null; conflict?: SchoolClause; problem?: ProblemBody };

/** Saves one clause at the door for scripts. It may outlive its page: a clause is far below the browsers' limit. */
export const postClause: PostClause = async (versionId, clause) => {
	try {
		const response = await fetch(`/school/conduct/${versionId}/clauses`, {
			method: "POST",
			headers: { "Content-Type": "application/json", Accept: "application/json" },
			body: JSON.stringify(clause),
			redirect: "manual",
			keepalive: true,
		});
		if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed_out" };
		if (response.status === 429 || response.status >= 500) return { kind: "unreachable" };
		const body = (await response.json()) as Body;
		if (body.problem) return { kind: "refused", problem: body.problem };
		if (body.conflict) return { kind: "conflict", current: body.conflict };
		return { kind: "saved", clause: body.saved ?? null, at: new Date().toISOString() };
	} catch {
		return { kind: "unreachable" };
	}
};
