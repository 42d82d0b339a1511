import type { Align, Cell, Table } from "#app/domain/paper.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/**
 * A table with nothing left to decide: widths in millimetres, every place of the grid taken. `repeat`: its head comes again on every
 * page. A head that might fill a page must not: Typst would go on making pages, and memory, without end.
 */
export type SetTable = { kind: "table"; widths: number[]; head: SetCell[][]; rows: SetCell[][]; repeat: boolean };

/** `mm` is its width; `whole`: it is not broken over two pages. */
export type SetCell = { pieces: Piece[]; mm: number; columns: number; rows: number; align: Align; whole: boolean };

/** Width of a bold small letter at 12 pt, of what a cell keeps free at its sides, and height of a line, in millimetres. */
const LETTER = { width: 2.5, sides: 3, height: 5.5 };
const TALLEST_HEAD = 60;
const TALLEST_WHOLE_CELL = 80;

/** Sets a table on a line of `lineMm`. A row with too few cells gets empty ones; one with too many is a bug of the caller. */
export function setTable(table: Table, lineMm: number): SetTable {
	const shares = table.columns.reduce((sum, { width }) => sum + width, 0);
	const aligns = table.columns.map(({ align }) => align ?? "left");
	const widths = table.columns.map(({ width }) => (lineMm * width) / shares);
	const centred = aligns.map((): Align => "center");
	const head = fill(table.head, widths, centred, true);
	const tall = head.reduce((sum, row) => sum + Math.max(0, ...row.map(heightOf)), 0);
	return { kind: "table", widths, head, rows: fill(table.rows, widths, aligns, false), repeat: tall <= TALLEST_HEAD };
}

/** How many letters surely fit on a line of a cell. */
export function reachOf({ mm }: Pick<SetCell, "mm">): number {
	return Math.max(2, Math.floor((mm - LETTER.sides) / LETTER.width));
}

function heightOf(cell: Pick<SetCell, "mm" | "pieces">): number {
	const text = cell.pieces.map((piece) => piece.text).join("");
	const lines = text.split("\n").map((line) => Math.ceil(line.length / reachOf(cell)));
	return lines.reduce((sum, count) => sum + Math.max(1, count), 0) * LETTER.height;
}

function fill(
	rows: readonly (readonly Cell[])[],
	widths: number[],
	aligns: readonly Align[],
	bold: boolean,
): SetCell[][] {
	/** For each column, how many of the coming rows a cell above still covers. */
	const covered = aligns.map(() => 0);
	return rows.map((row, at) => {
		const set: SetCell[] = [];
		const waiting = [...row];
		for (let column = 0; column < aligns.length; ) {
			if (covered[column]) {
				column += 1;
				continue;
			}
			const cell = waiting.shift() ?? "";
			const spans = typeof cell === "object" && "text" in cell ? cell : { text: cell };
			const columns = Math.min(spans.columns ?? 1, aligns.length - column);
			const down = Math.min(spans.rows ?? 1, rows.length - at);
			const mm = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
			const pieces = piecesOf(spans.text, { bold });
			// A cell beside many rows, kept whole, would keep all of them on one page.
			const whole = down === 1 && heightOf({ mm, pieces }) <= TALLEST_WHOLE_CELL;
			set.push({ pieces, mm, columns, rows: down, align: spans.align ?? aligns[column] ?? "left", whole });
			for (let i = column; i < column + columns; i++) covered[i] = down;
			column += columns;
		}
		if (waiting.length > 0) throw new Error(`row ${at + 1} of a table has ${waiting.length} cells too many`);
		for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
		return set;
	});
}
