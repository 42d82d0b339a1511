import type { Paper } from "#app/domain/paper.ts";
import type { Flow } from "./flows.ts";
import { type Manuscript, manuscriptOf } from "./manuscript.ts";
import { PAPER_LAYOUT } from "./paper-layout.ts";
import { breakable } from "./printable.ts";
import type { SetCell, SetTable } from "./set-table.ts";
import { typeset } from "./typst.ts";

/** Letters of which surely as many fit on a line of text: capitals W at 14 pt are 5 mm wide. */
const LINE_REACH = 32;
/** Width in millimetres of a small letter at 12 pt, and of what a cell keeps free at its sides. */
const LETTER_MM = 2.3;
const INSET_MM = 3;

/** The PDF of a paper. Blocks its thread: `jobs/papers.ts` runs it in a worker. */
export function pdfOf(paper: Paper): Uint8Array {
	return typeset(PAPER_LAYOUT, withBreaks(manuscriptOf(paper))).pdf();
}

function withBreaks(manuscript: Manuscript): Manuscript {
	return {
		...manuscript,
		parts: manuscript.parts.map((part) => ({
			...allBroken({ ...part, flows: [] }),
			flows: part.flows.map((flow: Flow) => (flow.kind === "table" ? tableBroken(flow) : allBroken(flow))),
		})),
	};
}

/** Every text of a plain value with places to break its long words. */
function allBroken<T>(value: T): T {
	if (typeof value === "string") return breakable(value, LINE_REACH) as T;
	if (Array.isArray(value)) return value.map(allBroken) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allBroken(inner)])) as T;
}

function tableBroken(table: SetTable): SetTable {
	const rows = (rows: SetCell[][]) => rows.map((row) => row.map(cellBroken));
	return { ...table, head: rows(table.head), rows: rows(table.rows) };
}

function cellBroken(cell: SetCell): SetCell {
	const reach = Math.max(2, Math.floor((cell.mm - INSET_MM) / LETTER_MM));
	return { ...cell, pieces: cell.pieces.map((piece) => ({ ...piece, text: breakable(piece.text, reach) })) };
}
