import type { Paper } from "#app/domain/paper.ts";
import { type Manuscript, manuscriptOf } from "./manuscript.ts";
import { PAPER_LAYOUT } from "./paper-layout.ts";
import { breakable } from "./printable.ts";
import { reachOf, type SetCell, type SetTable } from "./set-table.ts";
import { typeset } from "./typst.ts";

/** Letters of which surely as many fit on a line of text, and on one of the half lines of letterhead and signatures. */
const REACH = { line: 32, half: 16 };

/** The PDF of a paper. Blocks its thread: `jobs/papers.ts` runs it in a worker. */
export function pdfOf(paper: Paper): Uint8Array {
	return typeset(PAPER_LAYOUT, withBreaks(manuscriptOf(paper))).pdf();
}

function withBreaks(manuscript: Manuscript): Manuscript {
	return {
		...manuscript,
		parts: manuscript.parts.map(({ flows, ...part }) => ({
			...allBroken(part, REACH.half),
			flows: flows.map((flow) => (flow.kind === "table" ? tableBroken(flow) : allBroken(flow, REACH.line))),
		})),
	};
}

/** Every text of a plain value with places to break its long words. */
function allBroken<T>(value: T, reach: number): T {
	if (typeof value === "string") return breakable(value, reach) as T;
	if (Array.isArray(value)) return value.map((inner) => allBroken(inner, reach)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allBroken(inner, reach)])) as T;
}

function tableBroken(table: SetTable): SetTable {
	const rows = (rows: SetCell[][]) => rows.map((row) => row.map(cellBroken));
	return { ...table, head: rows(table.head), rows: rows(table.rows) };
}

function cellBroken(cell: SetCell): SetCell {
	const reach = reachOf(cell);
	return { ...cell, pieces: cell.pieces.map((piece) => ({ ...piece, text: breakable(piece.text, reach) })) };
}
