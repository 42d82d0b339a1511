import type { ProblemBody } from "#app/domain/problem.ts";
import type { PieceAnswer } from "./piece-saver.ts";

type Body<Stored> = { saved?: Stored | null; conflict?: Stored; problem?: ProblemBody };

/** Saves one piece of a text at a door for scripts. It may outlive its page: a piece is far below the browsers' limit. */
export async function postPiece<Stored extends { revision: number }>(
	url: string,
	piece: object,
): Promise<PieceAnswer<Stored>> {
	const body = JSON.stringify(piece);
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
		const told = (await response.json()) as Body<Stored>;
		if (told.problem) return { kind: "refused", problem: told.problem };
		if (told.conflict) return { kind: "conflict", current: told.conflict };
		return { kind: "saved", revision: told.saved?.revision ?? null, at: new Date().toISOString() };
	} catch {
		return { kind: "unreachable" };
	}
}

/** Browsers let a request outlive its page only when it is small, in bytes: a Vietnamese letter has up to three. */
const OUTLIVING = 20_000;
