import type { Align, Cell, Table } from "#app/domain/paper.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** A table with nothing left to decide: widths in millimetres, every place of the grid taken. */
export type SetTable = { kind: "table"; widths: number[]; head: SetCell[][]; rows: SetCell[][] };

export type SetCell = { pieces: Piece[]; mm: number; columns: number; rows: number; align: Align };

/** Sets a table on a line of `lineMm`. A row with too few cells gets empty ones; one with too many is a bug of the caller. */
export function setTable(table: Table, lineMm: number): SetTable {
	const shares = table.columns.reduce((sum, { width }) => sum + width, 0);
	const aligns = table.columns.map(({ align }) => align ?? "left");
	const widths = table.columns.map(({ width }) => (lineMm * width) / shares);
	const centred = aligns.map((): Align => "center");
	return {
		kind: "table",
		widths,
		head: fill(table.head, widths, centred, true),
		rows: fill(table.rows, widths, aligns, false),
	};
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
			set.push({
				pieces: piecesOf(spans.text, { bold }),
				mm,
				columns,
				rows: down,
				align: spans.align ?? aligns[column] ?? "left",
			});
			for (let i = column; i < column + columns; i++) covered[i] = down;
			column += columns;
		}
		if (waiting.length > 0) throw new Error(`row ${at + 1} of a table has ${waiting.length} cells too many`);
		for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
		return set;
	});
}
