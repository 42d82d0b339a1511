/** What changed between two rounds, as people read it: in form order, rows of rosters by their names. Pure. */
import { answerKey, answerOf, parseAnswerKey } from "../forms/answers.ts";
import { type AnswerChange, differenceOfAnswers } from "../forms/difference.ts";
import { prepare } from "../forms/prepare.ts";
import { rowsOf, rowTitle } from "../forms/rows.ts";
import type { Answers, Definition } from "../forms/schema.ts";

/** An answer that changed, or whose photographs did: ids of those that came and those that went. */
export type SentChange = AnswerChange & { photos: { added: string[]; removed: string[] } };

/** Changes that belong together: of one row, or of items outside rosters that stand behind each other (row ""). */
export type ChangeGroup = {
	row: string;
	/** What the row is called now, else before; "" outside rosters. */
	title: string;
	fate: "changed" | "added" | "removed";
	changes: SentChange[];
};

/** All that changed, in form order; rows in theirs, those taken out last. That a row only changed its place is not told. */
export function changesByRow(definition: Definition, before: Answers, after: Answers): ChangeGroup[] {
	const byKey = changesByKey(before, after);
	const { rosterCodes } = prepare(definition);
	const [old, now] = [rowsOf(before, rosterCodes), rowsOf(after, rosterCodes)];
	const titles = titlesOf(definition, after, before);
	const groups: ChangeGroup[] = [];
	for (const { items, roster } of definition.sections) {
		const changed = (row: string) => items.flatMap(({ code }) => byKey.get(answerKey(code, row)) ?? []);
		if (roster === undefined) {
			const changes = changed("");
			const last = groups.at(-1);
			if (changes.length === 0) continue;
			if (last?.row === "") last.changes.push(...changes);
			else groups.push({ row: "", title: "", fate: "changed", changes });
			continue;
		}
		const [rowsBefore, rowsNow] = [new Set(old.get(roster.code)), new Set(now.get(roster.code))];
		for (const row of new Set([...rowsNow, ...rowsBefore])) {
			const fate = !rowsBefore.has(row) ? "added" : rowsNow.has(row) ? "changed" : "removed";
			const changes = changed(row);
			if (fate === "changed" && changes.length === 0) continue;
			groups.push({ row, title: titles[answerKey(roster.code, row)] ?? "", fate, changes });
		}
	}
	return groups;
}

/** Photographs belong to what was sent, not to an answer as it is given: only here do they make a change. */
function changesByKey(before: Answers, after: Answers): Map<string, SentChange> {
	const changed = new Map(
		differenceOfAnswers(before, after).map((change) => [answerKey(change.item, change.row), change]),
	);
	const found = new Map<string, SentChange>();
	for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
		const photos = { added: missingIn(before, after, key), removed: missingIn(after, before, key) };
		const { item, row } = parseAnswerKey(key);
		const change = changed.get(key);
		if (change) found.set(key, { ...change, photos });
		else if (photos.added.length + photos.removed.length > 0) {
			const same = answerOf(after, item, row);
			found.set(key, { item, row, before: same, after: same, photos });
		}
	}
	return found;
}

/** Photographs of an answer that `others` has and `some` has not. */
function missingIn(some: Answers, others: Answers, key: string): string[] {
	const known = new Set(some[key]?.photos?.map(({ id }) => id));
	return (others[key]?.photos ?? []).flatMap(({ id }) => (known.has(id) ? [] : [id]));
}

/** What rows are called, by `answerKey(roster, row)`; the first of the given rounds that has the row says. */
export function titlesOf(definition: Definition, ...rounds: readonly Answers[]): Record<string, string> {
	const titles: Record<string, string> = {};
	const { rosters, rosterCodes } = prepare(definition);
	for (const answers of rounds) {
		for (const [roster, rows] of rowsOf(answers, rosterCodes)) {
			const section = rosters.get(roster);
			for (const row of section ? rows : []) {
				titles[answerKey(roster, row)] ??= (section && rowTitle(section, answers, row)) ?? "";
			}
		}
	}
	return titles;
}
