import { totalmem } from "node:os";

/** Memory that Typst takes for each sign of a paper's JSON, measured on tables of 1,600 and 8,000 rows (node's own included). */
const BYTES_A_SIGN = 1_150;

/** A list of some 13,000 rows takes Typst 12 s, and it cannot be stopped on the way. */
const LONGEST = 2_000_000;

/** Signs of JSON that a paper may have where there are `memory` bytes: setting it takes a quarter of them at most. */
export function paperRoom(memory: number): number {
	return Math.min(LONGEST, Math.floor(memory / 4 / BYTES_A_SIGN));
}

/** What a container gives is less than its machine has; without a bound the system tells none, or more than there is. */
const memory = Math.min(process.constrainedMemory() || totalmem(), totalmem());

/** Signs of JSON that a paper may have on this machine. */
export const PAPER_ROOM = paperRoom(memory);

/** Signs of JSON for what a paper lists: the rest of the room is for what stands before its lists. */
export const LIST_ROOM = Math.floor(PAPER_ROOM * 0.85);
