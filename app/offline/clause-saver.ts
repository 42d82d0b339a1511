import { clauseForm, type SchoolClause } from "#app/domain/conduct/schema.ts";
import type { PostClause, TypedClause } from "./clause-post.ts";
import { openPieceSaver, type PieceView } from "./piece-saver.ts";

export type ClauseView = PieceView<TypedClause, SchoolClause>;
export type ClauseSaver = ReturnType<typeof openClauseSaver>;

/** Saves one clause while it is being written. */
export function openClauseSaver(options: { versionId: string; code: string; revision: number; post: PostClause }) {
	const { versionId, code, revision, post } = options;
	return openPieceSaver<TypedClause, SchoolClause>({
		revision,
		post: (typed, base) => post(versionId, { code, base, ...typed }),
		whole: (typed, base) => clauseForm.safeParse({ code, base, ...typed }).success,
		asTyped: ({ status, text }) => ({ status, text: text.vi }),
	});
}
