import type { Paper } from "#app/domain/paper.ts";
import type { ImagesFlow, SetPicture } from "./flows.ts";
import { type Manuscript, manuscriptOf } from "./manuscript.ts";
import { PAPER_LAYOUT } from "./paper-layout.ts";
import { breakable } from "./printable.ts";
import { qrSvg } from "./qr-picture.ts";
import { reachOf, type SetCell, type SetTable } from "./set-table.ts";
import { typeset } from "./typst.ts";

/** Letters of which surely as many fit on a line of text, and on one of the half lines of letterhead and signatures. */
const REACH = { line: 32, half: 16 };

/** The PDF of a paper. Blocks its thread: `jobs/papers.ts` runs it in a worker. */
export function pdfOf(paper: Paper): Uint8Array {
	const photographs: Uint8Array[] = [];
	return typeset(PAPER_LAYOUT, layable(manuscriptOf(paper), photographs), photographs).pdf();
}

/** The manuscript as JSON can hold it: long words with places to break, photographs put beside and named by their place. */
function layable(manuscript: Manuscript, photographs: Uint8Array[]): unknown {
	return {
		...manuscript,
		parts: manuscript.parts.map(({ flows, ...part }) => ({
			...allBroken(part, REACH.half),
			flows: flows.map((flow) => {
				if (flow.kind === "table") return tableBroken(flow);
				if (flow.kind === "images") return imagesNamed(flow, photographs);
				if (flow.kind === "qr") return { ...flow, svg: qrSvg(flow.url), lines: allBroken(flow.lines, REACH.half) };
				return allBroken(flow, REACH.line);
			}),
		})),
	};
}

function imagesNamed({ kind, rows }: ImagesFlow, photographs: Uint8Array[]): unknown {
	const named = ({ jpeg, caption, ...size }: SetPicture) => ({
		...size,
		photograph: photographs.push(jpeg) - 1,
		alt: caption,
		caption: breakable(caption, REACH.half),
	});
	return { kind, rows: rows.map((row) => row.map(named)) };
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
