/** What an annex holds: one table for paper and workbook alike, so that both say the same. */
import { setImmediate } from "node:timers/promises";
import type { Annex, Block, Cell as PaperCell } from "#app/domain/paper.ts";
import { shortDay, wordedNumber } from "#app/domain/papers/rules.ts";
import type { ResultRow } from "#app/domain/reports/queries.ts";
import type { Cell, Column, Formula, Sheet } from "#app/domain/reports/schema.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { named } from "../tables/campaign-sheets.ts";

/** `paper` is the width on paper in millimetres; 0 leaves the column to the workbook. */
export type AnnexColumn = Column & {
	paper: number;
	/** Shorter on paper, where a narrow head would break inside its words. */
	paperLabel?: string;
	/** Signs of one letter stand in the middle. */
	centred?: boolean;
};

export type AnnexTable = {
	/** Campaign or part that it tells of. */
	caption: string;
	columns: AnnexColumn[];
	rows: Cell[][];
	/** Rows below that add up the others; the first column is free for their number. */
	totals: Cell[][];
	/** A table for the workbook alone: too wide or too long for paper; `because` stands in its place. */
	because?: string;
};

export type ReportAnnex = { title: string; tables: AnnexTable[] };

/** Rows that are made at a time before whoever asks for a page meanwhile is answered. */
const PORTION = 100;

/** A row for each of a list that may be long: made on the thread that answers everybody, so in portions. */
export async function rowsOf<T>(list: readonly T[], row: (one: T, at: number) => Cell[]): Promise<Cell[][]> {
	const rows: Cell[][] = [];
	for (const [at, one] of list.entries()) {
		rows.push(row(one, at));
		if (at % PORTION === PORTION - 1) await setImmediate();
	}
	return rows;
}

/** How a line about a school begins: number, code, name, kind, commune. */
export function schoolCells(
	{ code, name, kind, commune }: Pick<ResultRow, "code" | "name" | "kind" | "commune">,
	at: number,
): Cell[] {
	return [at + 1, code, name, named(schoolWords.vi.kinds, kind), commune];
}

/** A total that the workbook adds up itself. `column` counts from 0. */
export function sumOf(rows: readonly Cell[][], column: number): Formula {
	const value = rows.reduce((sum, row) => sum + (typeof row[column] === "number" ? row[column] : 0), 0);
	return { formula: `SUM(${range(column)})`, value };
}

/** How many rows say exactly this. */
export function countOf(rows: readonly Cell[][], column: number, says: string): Formula {
	return { formula: `COUNTIF(${range(column)},"${says}")`, value: rows.filter((row) => row[column] === says).length };
}

/** The sum over the rows of a group; `by` is the column that names it. */
export function sumWhere(rows: readonly Cell[][], column: number, by: number, group: string): Formula {
	const own = rows.filter((row) => row[by] === group);
	return { formula: `SUMIF(${range(by)},"${group}",${range(column)})`, value: sumOf(own, column).value };
}

/** How many rows of a group say exactly this. */
export function countWhere(rows: readonly Cell[][], column: number, says: string, by: number, group: string): Formula {
	const value = rows.filter((row) => row[by] === group && row[column] === says).length;
	return { formula: `COUNTIFS(${range(by)},"${group}",${range(column)},"${says}")`, value };
}

function range(column: number): string {
	const letter = letterOf(column);
	return `${letter}{first}:${letter}{last}`;
}

/** `A`, `Z`, `AA`. */
export function letterOf(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** The annexes on paper: landscape, with their tables; one without any data says so. `note` stands below each title. */
export function paperAnnexes(annexes: readonly ReportAnnex[], note = ""): Annex[] {
	const noted: Block[] =
		note === "" ? [] : [{ kind: "paragraph", text: [{ text: `(${note})`, italic: true }], align: "center" }];
	return annexes.map(({ title, tables }) => ({
		kind: null,
		title,
		landscape: true,
		body:
			tables.length === 0
				? [{ kind: "paragraph", text: "Trong kỳ không có đợt báo cáo nào về nội dung này." }]
				: [...noted, ...tables.flatMap(paperTable)],
	}));
}

function paperTable({ caption, columns, rows, totals, because }: AnnexTable): Block[] {
	const head: Block = { kind: "paragraph", text: [{ text: caption, bold: true }], align: "left" };
	if (because !== undefined)
		return [head, { kind: "paragraph", text: [{ text: because, italic: true }], align: "left" }];
	const shown = columns.flatMap((column, at) => (column.paper > 0 ? [{ column, at }] : []));
	const grouped = shown.some(({ column }) => column.group);
	return [
		head,
		{
			kind: "table",
			columns: shown.map(({ column }) => ({
				width: column.paper,
				align: alignOf(column),
			})),
			head: grouped ? groupedHead(shown.map(({ column }) => column)) : [shown.map(({ column }) => headOf(column))],
			rows: [
				...rows.map((row) => shown.map(({ column, at }) => worded(row[at] ?? null, column))),
				...totals.map((row) =>
					shown.map(({ column, at }): PaperCell => {
						const text = worded(row[at] ?? null, column);
						return text === "" ? "" : { text: [{ text, bold: true }] };
					}),
				),
			],
		},
	];
}

function alignOf({ kind, centred }: AnnexColumn): "left" | "center" | "right" {
	if (centred || kind === "day") return "center";
	return kind === "text" ? "left" : "right";
}

const headOf = ({ label, paperLabel }: AnnexColumn): string => paperLabel ?? label;

/** Two lines of head: a heading over columns that belong together, the others over both lines. */
function groupedHead(columns: readonly AnnexColumn[]): PaperCell[][] {
	const upper: PaperCell[] = [];
	const lower: PaperCell[] = [];
	for (let at = 0; at < columns.length; ) {
		const column = columns[at] as AnnexColumn;
		if (!column.group) {
			upper.push({ text: headOf(column), rows: 2 });
			at += 1;
			continue;
		}
		let end = at;
		while (columns[end]?.group === column.group) end += 1;
		upper.push({ text: column.group, columns: end - at });
		lower.push(...columns.slice(at, end).map(headOf));
		at = end;
	}
	return [upper, lower];
}

/** With its one decimal always: in a column of shares the commas stand below each other. */
const share = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A cell as Vietnamese papers write it. */
function worded(value: Cell, column: Pick<Column, "kind">): string {
	if (value === null) return "";
	if (typeof value === "object") return worded(value.value, column);
	if (typeof value === "number") return column.kind === "tenths" ? share.format(value / 10) : wordedNumber(value);
	return column.kind === "day" ? shortDay(value) : value;
}

/** The same tables as sheets of a workbook, one each. `lines` stand below the title. */
export function annexSheets(annexes: readonly ReportAnnex[], lines: readonly string[]): Sheet[] {
	const numerals = ["I", "II", "III", "IV", "V"];
	return annexes.flatMap(({ title, tables }, at) =>
		(tables.length === 0 ? [empty()] : tables).map((table, i): Sheet => {
			const number = numerals[at] ?? `${at + 1}`;
			return {
				name: tables.length > 1 ? `Phụ lục ${number}.${i + 1}` : `Phụ lục ${number}`,
				title: [`Phụ lục ${number}. ${title}`, table.caption, ...lines],
				columns: table.columns,
				async *rows() {
					yield table.rows;
				},
				totals: () => table.totals,
			};
		}),
	);
}

function empty(): AnnexTable {
	const caption = "Trong kỳ không có đợt báo cáo nào về nội dung này.";
	return { caption, columns: [{ label: "STT", kind: "integer", width: 6, paper: 9 }], rows: [], totals: [] };
}
