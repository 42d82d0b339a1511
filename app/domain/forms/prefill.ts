/** What a return begins with: pure, so that the school's page, the server and the author's preview put in the same. */
import { answerKey, answerOf, isAnswered, parseAnswerKey } from "./answers.ts";
import { prepare } from "./prepare.ts";
import { rowsOf } from "./rows.ts";
import type { Answers, AnswerValue, Definition, Roster, SchoolFacts } from "./schema.ts";

type Prefill = Roster["prefill"][number];

/** An answer that a return begins with. */
type Prefilled = { item: string; row: string; value: AnswerValue };

/**
 * What a new return begins with: the answers of the last round to items that are carried over, its rows with the ids they had, so that
 * a room is the same room round after round; without a last round, rows and figures of the school's record. `newRow` makes row ids.
 * Only answers of the form's own items: what the last version asked and this one does not is left out.
 */
export function prefilled(
	definition: Definition,
	school: SchoolFacts,
	last: Answers | null,
	newRow: () => string,
): Prefilled[] {
	const { itemByCode, rosters, rosterCodes, rosterOf } = prepare(definition);
	const given: Prefilled[] = [];
	const rows = last ? rowsOf(last, rosterCodes) : new Map<string, readonly string[]>();
	for (const [code, { roster }] of rosters) {
		const kept = rows.get(code) ?? [];
		for (const [at, row] of kept.entries()) given.push({ item: code, row, value: at + 1 });
		if (kept.length === 0) given.push(...rowsFromRecord(roster, school, newRow));
	}
	const known = new Set(given.map(({ item, row }) => answerKey(item, row)));
	for (const key of Object.keys(last ?? {})) {
		const { item, row } = parseAnswerKey(key);
		const found = itemByCode.get(item);
		if (!last || found?.carry !== true || found.type === "computed") continue;
		// A row goes with its place; without it there is no such row any more.
		if (row !== "" && !known.has(answerKey(rosterOf.get(item) ?? "", row))) continue;
		const { value } = answerOf(last, item, row);
		if (isAnswered(value)) given.push({ item, row, value });
	}
	for (const item of definition.sections.flatMap((section) => section.items)) {
		const figure = item.record && school[item.record];
		if (typeof figure !== "number" || rosterOf.has(item.code)) continue;
		if (!given.some((one) => one.item === item.code)) given.push({ item: item.code, row: "", value: figure });
	}
	return given;
}

/** What one line of a roster's prefill calls the row of that number; the only site has none. */
export function prefilledName({ from, name }: Prefill, n: number, count: number): string {
	const only = count === 1 && from === "sites";
	return only ? name.replace(/\s*(?:điểm trường\s*)?\{n\}/u, "") : name.replaceAll("{n}", String(n));
}

function rowsFromRecord(roster: Roster, school: SchoolFacts, newRow: () => string): Prefilled[] {
	const given: Prefilled[] = [];
	let place = 0;
	for (const line of roster.prefill) {
		const count = Math.min(school[line.from] ?? 0, roster.max - place);
		for (let n = 1; n <= count; n++) {
			place += 1;
			const row = newRow();
			const title = prefilledName(line, n, count);
			given.push({ item: roster.code, row, value: place }, { item: roster.title, row, value: title });
			for (const [item, value] of Object.entries(line.set)) given.push({ item, row, value });
		}
	}
	return given;
}
