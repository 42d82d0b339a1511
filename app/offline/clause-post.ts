import type { ClauseInput, ClauseStatus, SchoolClause } from "#app/domain/conduct/schema.ts";
import { postPiece } from "./piece-post.ts";
import type { PieceAnswer } from "./piece-saver.ts";

/** A clause as it stands in its fields. */
export type TypedClause = { status: ClauseStatus; text: string };

export type ClauseAnswer = PieceAnswer<SchoolClause>;

export type PostClause = (versionId: string, clause: ClauseInput) => Promise<ClauseAnswer>;

/** Saves one clause at the door for scripts. */
export const postClause: PostClause = (versionId, clause) => postPiece(`/school/conduct/${versionId}/clauses`, clause);
