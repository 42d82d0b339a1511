import type { ProblemBody } from "#app/domain/problem.ts";
import type { PieceAnswer } from "./piece-saver.ts";
import { postJson } from "./post-json.ts";

type Body<Stored> = { saved?: Stored | null; conflict?: Stored; problem?: ProblemBody };

/** Saves one piece of a text at a door for scripts. It may outlive its page: a piece is far below the browsers' limit. */
export function postPiece<Stored extends { revision: number }>(
	url: string,
	piece: object,
): Promise<PieceAnswer<Stored>> {
	return postJson(url, piece, async (response): Promise<PieceAnswer<Stored>> => {
		const told = (await response.json()) as Body<Stored>;
		if (told.problem) return { kind: "refused", problem: told.problem };
		if (told.conflict) return { kind: "conflict", current: told.conflict };
		return { kind: "saved", revision: told.saved?.revision ?? null, at: new Date().toISOString() };
	});
}
