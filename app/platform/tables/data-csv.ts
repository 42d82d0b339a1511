import type { Ctx } from "#app/domain/ctx.ts";
import { answeredValue } from "#app/domain/forms/answers.ts";
import { rowsOf } from "#app/domain/forms/rows.ts";
import type { Answer } from "#app/domain/forms/schema.ts";
import { type DataFilter, type SentReturn, sentReturns } from "#app/domain/reports/data-queries.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { csvCell, csvEnd, csvHead } from "./csv.ts";
import { type LongItem, longTable, type WideItem, wideColumns, wideTable } from "./data-sheets.ts";
import { Lines } from "./lines.ts";

/**
 * The whole data as CSV: the same bytes as `csvStream` makes of the sheets, which tests hold it to, several times as fast. Most answers
 * are one of few, so what they come to in the file is written once and copied from then on.
 */
type Footer = (rows: number) => string;

/** Values remembered for one item. Names of rooms are all different: remembering them would keep the whole file in memory. */
const REMEMBERED = 200;
const SHORT = 60;

/** One line a return. */
export async function* wideCsv(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: Footer,
): AsyncGenerator<Buffer> {
	const table = wideTable(ctx, campaign);
	const columns = wideColumns(table);
	yield csvHead(columns);
	const { school, rosters, rosterCodes } = table;
	const items = table.items.map((item) => ({ read: reader(item.code), write: wideWriter(item) }));
	let count = 0;
	for await (const portion of sentReturns(ctx, campaign.id, filter)) {
		let text = "";
		for (const sent of portion) {
			count += 1;
			let line = "";
			for (const { column, cell } of school) line += `${csvCell(cell(sent), column)},`;
			for (const { read, write } of items) line += `${write(read(sent), sent)},`;
			if (rosters.length > 0) {
				const rows = rowsOf(sent.answers, rosterCodes);
				for (const { code } of rosters) line += `${rows.get(code)?.length ?? 0},`;
			}
			text += `${line.slice(0, -1)}\r\n`;
		}
		yield Buffer.from(text);
	}
	yield csvEnd(columns, footer(count));
}

/** The answer under a key as it stands in the file of a sending, whatever shape it has. `constructor` is a legal code. */
function reader(key: string): (sent: SentReturn) => Partial<Answer> | null | undefined {
	if (key in {}) return ({ answers }) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
	return ({ answers }) => answers[key];
}

function wideWriter(item: WideItem): (found: Partial<Answer> | null | undefined, sent: SentReturn) => string {
	const known = new Map<string, string>();
	const written = (value: Answer["value"]) => joined(item.cells(value), item.columns);
	return (found, sent) => {
		const value = found?.value;
		if (!item.coded || typeof value !== "string") return written(answeredValue(sent.answers, item.code));
		return known.get(value) ?? remember(known, value, written(value));
	};
}

/** One line an answer: millions, put together from bytes that are there already. */
export async function* longCsv(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: Footer,
): AsyncGenerator<Buffer> {
	const { columns, school, answers } = longTable(ctx, campaign);
	const all = [...columns.school, ...columns.item, ...columns.answer];
	yield csvHead(all);
	const [row, title, ...rest] = columns.answer;
	if (!row || !title) return;
	const writers = new Map<LongItem, ItemWriter>();
	const writerOf = (item: LongItem) => {
		const found = writers.get(item) ?? itemWriter(item, columns.item, rest);
		writers.set(item, found);
		return found;
	};
	const noRow = Buffer.from(",,");
	const lines = new Lines();
	let count = 0;
	for await (const portion of sentReturns(ctx, campaign.id, filter)) {
		for (const sent of portion) {
			const start = Buffer.from(`${joined(school(sent), columns.school)},`);
			let [place, placeBytes]: [object | null, Uint8Array] = [null, noRow];
			for (const { of, row: id, title: name, at, found } of answers(sent)) {
				count += 1;
				if (id === "") placeBytes = noRow;
				else if (place !== at) placeBytes = Buffer.from(`${csvCell(id, row)},${csvCell(name, title)},`);
				place = at;
				const { item, restOf } = writerOf(of);
				lines.add(start);
				lines.add(item);
				lines.add(placeBytes);
				lines.add(restOf(found));
			}
		}
		yield lines.take();
	}
	yield csvEnd(all, footer(count));
}

type ItemWriter = { item: Uint8Array; restOf: (found: unknown) => Uint8Array };

/** What a line says of its item, and what follows the row; that is remembered for an answer without note and measure. */
function itemWriter(of: LongItem, columns: readonly Column[], rest: readonly Column[]): ItemWriter {
	const known = new Map<string, Uint8Array>();
	const written = (found: unknown) => Buffer.from(`${joined(of.rest(found), rest)}\r\n`);
	return {
		item: Buffer.from(`${joined(of.cells, columns)},`),
		restOf(found) {
			const { value, note, measure } = (found ?? {}) as Partial<Answer>;
			if (note !== "" || measure !== null || typeof value !== "string" || value.length > SHORT) return written(found);
			return known.get(value) ?? remember(known, value, written(found));
		},
	};
}

function remember<T>(known: Map<string, T>, value: string, made: T): T {
	if (known.size < REMEMBERED) known.set(value, made);
	return made;
}

function joined(cells: readonly Cell[], columns: readonly Column[]): string {
	return columns.map((column, at) => csvCell(cells[at] ?? null, column)).join(",");
}
