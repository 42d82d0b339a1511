import type { SchoolClause } from "#app/domain/conduct/schema.ts";
import { postClause, type TypedClause } from "./clause-post.ts";
import { openClauseSaver } from "./clause-saver.ts";
import { saverBook } from "./saver-book.ts";

const clauses = saverBook<TypedClause, SchoolClause>();

/** The saver of a clause; null while the server draws, and where no script runs. */
export function useClauseSaver(versionId: string, { code, revision }: SchoolClause) {
	return clauses.useSaver(versionId, code, revision, () =>
		openClauseSaver({ versionId, code, revision, post: postClause }),
	);
}

/** The sum of a version's clauses for the page's bar. */
export const useSaves = clauses.useSaves;
