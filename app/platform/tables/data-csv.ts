import { Readable } from "node:stream";
import type { Ctx } from "#app/domain/ctx.ts";
import { type DataFilter, sentReturns } from "#app/domain/reports/data-queries.ts";
import type { Cell, Column } from "#app/domain/reports/schema.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { csvCell, csvEnd, csvHead } from "./csv.ts";
import { type LongItem, longTable } from "./data-sheets.ts";

/**
 * The long table as CSV. Millions of lines: what repeats is written as text once, the school for its return, the item for the file,
 * a plain answer for its item.
 */
export function longCsv(ctx: Ctx, campaign: Campaign, filter: DataFilter, footer: (rows: number) => string): Readable {
	return Readable.from(lines(ctx, campaign, filter, footer));
}

async function* lines(
	ctx: Ctx,
	campaign: Campaign,
	filter: DataFilter,
	footer: (rows: number) => string,
): AsyncGenerator<Buffer> {
	const { columns, school, answers } = longTable(ctx, campaign);
	const all = [...columns.school, ...columns.item, ...columns.answer];
	yield csvHead(all);
	const [row, title, ...rest] = columns.answer;
	if (!row || !title) return;
	const items = new Map<LongItem, string>();
	const plain = new Map<LongItem, Map<Cell, string>>();
	let count = 0;
	for await (const portion of sentReturns(ctx, campaign.id, filter)) {
		let text = "";
		for (const sent of portion) {
			const start = joined(school(sent), columns.school);
			for (const answer of answers(sent)) {
				count += 1;
				const item = items.get(answer.of) ?? joined(answer.of.cells, columns.item);
				items.set(answer.of, item);
				const at = `${start},${item},${csvCell(answer.row, row)},${csvCell(answer.title, title)},`;
				text += `${at}${restOf(answer.of, answer.cells, rest, plain)}\r\n`;
			}
		}
		yield Buffer.from(text);
	}
	yield csvEnd(all, footer(count));
}

/** What follows the row. An answer without note and measure is one of few: it is remembered. */
function restOf(of: LongItem, cells: Cell[], columns: Column[], plain: Map<LongItem, Map<Cell, string>>): string {
	const [value = null, , note, what] = cells;
	if (note !== null || what !== null || typeof value !== "string" || value.length > 60) return joined(cells, columns);
	const known = plain.get(of) ?? new Map<Cell, string>();
	plain.set(of, known);
	const found = known.get(value);
	if (found !== undefined) return found;
	const made = joined(cells, columns);
	// Names of rooms are all different: remembering them would keep the whole file in memory.
	if (known.size < 200) known.set(value, made);
	return made;
}

function joined(cells: readonly Cell[], columns: readonly Column[]): string {
	return columns.map((column, at) => csvCell(cells[at] ?? null, column)).join(",");
}
