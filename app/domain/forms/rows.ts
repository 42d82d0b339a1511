/** Rows of rosters: which there are, in which order, and what they are called. */
import { answeredValue, isAnswered, parseAnswerKey } from "./answers.ts";
import type { Answers, Section } from "./schema.ts";

/** Most rows that any roster takes: bounds what an expression over rows may cost. */
export const ROWS_AT_MOST = 500;

/** A section whose items repeat. */
export type RosterSection = Section & { roster: NonNullable<Section["roster"]> };

export function isRoster(section: Section | undefined): section is RosterSection {
	return section?.roster !== undefined;
}

/** Ids that devices give to rows: UUIDs, and short words in forms made by hand. */
export function isRowId(row: string): boolean {
	return /^[A-Za-z0-9-]{1,40}$/.test(row);
}

/**
 * Ids of the rows of every roster, by the roster's code, in the order in which people see them: by place, then by id, so that two
 * rows added at once on two devices stand in one order everywhere.
 */
export function rowsOf(answers: Answers, rosters: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, { row: string; place: number }[]>();
	if (rosters.size === 0) return new Map();
	for (const key of Object.keys(answers)) {
		const { item, row } = parseAnswerKey(key);
		if (row === "" || !rosters.has(item)) continue;
		const place = answeredValue(answers, item, row);
		if (typeof place !== "number") continue;
		const list = found.get(item) ?? [];
		list.push({ row, place });
		found.set(item, list);
	}
	const ordered = (list: { row: string; place: number }[]) =>
		list.sort((a, b) => a.place - b.place || (a.row < b.row ? -1 : 1)).map(({ row }) => row);
	return new Map([...found].map(([code, list]) => [code, ordered(list).slice(0, ROWS_AT_MOST)]));
}

/** What a row is called: the answer of its title item, a choice by its label; null while there is none. */
export function rowTitle(section: RosterSection, answers: Answers, row: string): string | null {
	const { title } = section.roster;
	const value = answeredValue(answers, title, row);
	if (!isAnswered(value)) return null;
	const item = section.items.find((one) => one.code === title);
	if (item?.type === "choice") return item.options.find((option) => option.value === value)?.label.vi ?? String(value);
	return String(value);
}
