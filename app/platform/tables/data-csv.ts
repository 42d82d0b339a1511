import type { Ctx } from "#app/domain/ctx.ts";
import { answeredValue, readAnswer } from "#app/domain/forms/answers.ts";
import { rowsOf } from "#app/domain/forms/rows.ts";
import type { Answer } from "#app/domain/forms/schema.ts";
import { type DataFilter, readSent, type SentText, sentTexts } from "#app/domain/reports/data-queries.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { csvCell, csvEnd, csvHead } from "./csv.ts";
import type { Pieces } from "./data-files.ts";
import { type LongTable, longTable, type WideTable, wideColumns, wideTable } from "./data-sheets.ts";
import { type Place, placeOf, walk } from "./entries.ts";
import { Lines } from "./lines.ts";

/**
 * The whole data as CSV: the same bytes as `csvStream` makes of the sheets, which tests hold it to, several times as fast. Most answers
 * are one of few, so what they come to in the file is written once and copied from then on.
 */
type Footer = (rows: number) => string;

/** One line a return. */
export async function* wideCsv(ctx: Ctx, campaign: Campaign, filter: DataFilter, footer: Footer): Pieces {
	const table = wideTable(ctx, campaign);
	const columns = wideColumns(table);
	yield csvHead(columns);
	const cellsOf = wideWriter(table);
	let count = 0;
	for await (const portion of sentTexts(ctx, campaign.id, filter)) {
		let text = "";
		for (const sent of portion) {
			count += 1;
			for (const { column, cell } of table.school) text += `${csvCell(cell(sent), column)},`;
			text += `${cellsOf(sent).slice(0, -1)}\r\n`;
		}
		yield Buffer.from(text);
	}
	yield csvEnd(columns, footer(count));
}

/** The cells of a return's items and rosters, each with its comma. */
function wideWriter({ items, rosters, rosterCodes }: WideTable): (sent: SentText) => string {
	const written = items.map(
		({ columns, cells }) =>
			(value: Answer["value"]) =>
				`${joined(cells(value), columns)},`,
	);
	const blank = written.map((write) => write(null));
	const places = items.map(({ code }, at) =>
		placeOf(code, (found) => {
			const { value } = readAnswer(found);
			return { made: written[at]?.(value) ?? "", again: isPlain(found) };
		}),
	);
	return (sent) => {
		let [line, at] = ["", 0];
		const take = (made: string | null) => {
			line += made ?? blank[at] ?? "";
			at += 1;
		};
		if (rosters.length === 0 && walk(sent.text, places, take)) return line;
		const { answers } = readSent(sent);
		const rows = rowsOf(answers, rosterCodes);
		const own = items.map(({ code }, at) => written[at]?.(answeredValue(answers, code)) ?? "");
		return own.join("") + rosters.map(({ code }) => `${rows.get(code)?.length ?? 0},`).join("");
	};
}

/** One line an answer: millions, put together from bytes that are there already. */
export async function* longCsv(ctx: Ctx, campaign: Campaign, filter: DataFilter, footer: Footer): Pieces {
	const table = longTable(ctx, campaign);
	const { school, item, answer } = table.columns;
	yield csvHead([...school, ...item, ...answer]);
	const lines = new Lines();
	const addAnswers = longWriter(table, lines);
	let count = 0;
	for await (const portion of sentTexts(ctx, campaign.id, filter)) {
		for (const sent of portion) count += addAnswers(sent, Buffer.from(`${joined(table.school(sent), school)},`));
		lines.use(yield lines.take());
	}
	yield csvEnd([...school, ...item, ...answer], footer(count));
}

/** Adds a line for each answer of a return, beginning with `start`; how many those were. */
function longWriter(table: LongTable, lines: Lines): (sent: SentText, start: Uint8Array) => number {
	const [row, title, ...rest] = table.columns.answer;
	const leading = [...table.columns.item, row, title];
	const lead = (item: Cell[], place: Cell[]) => `${joined([...item, ...place], leading)},`;
	const tail = (led: string, cells: Cell[]) => `${led}${joined(cells, rest)}\r\n`;
	const places: Place<Uint8Array | string>[] = table.items.map((of) => {
		const led = lead(of.cells, ["", ""]);
		return placeOf(of.code, (found) => {
			const [made, again] = [tail(led, of.rest(found)), isPlain(found)];
			return { made: again ? Buffer.from(made) : made, again };
		});
	});
	return (sent, start) => {
		const before = lines.length;
		let count = 0;
		const whole = walk(sent.text, places, (made) => {
			if (made === null) return;
			count += 1;
			lines.add(start);
			lines.add(made);
		});
		if (whole) return count;
		lines.cut(before);
		count = 0;
		for (const { of, row: id, title: name, found } of table.answers(readSent(sent))) {
			count += 1;
			lines.add(start);
			lines.add(tail(lead(of.cells, [id, name]), of.rest(found)));
		}
		return count;
	};
}

/** Whether an answer is one of few: a short text without note and measure. */
function isPlain(found: unknown): boolean {
	const { value, note, measure } = (found ?? {}) as Partial<Answer>;
	return note === "" && measure === null && typeof value === "string" && value.length <= 60;
}

function joined(cells: readonly Cell[], columns: readonly (Column | undefined)[]): string {
	let line = "";
	for (let at = 0; at < columns.length; at++) {
		const column = columns[at];
		if (at > 0) line += ",";
		if (column) line += csvCell(cells[at] ?? null, column);
	}
	return line;
}
