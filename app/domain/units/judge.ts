import { readText } from "./cells.ts";
import { codeOf, type Gathered, readCode, readForm } from "./entry.ts";
import {
	type Change,
	type Counts,
	type Field,
	figureFields,
	type JudgedRow,
	type Judgement,
	type KnownUnit,
	type PlannedRow,
	type Reason,
	type Surroundings,
} from "./import-schema.ts";
import type { Entry } from "./list-rows.ts";
import { type Places, placeFinder } from "./places.ts";
import type { SchoolForm } from "./schema.ts";

/**
 * Judges every row against what is known today. Mends what is certain and says so; refuses what it would have to guess. Blank
 * cells of a known school change nothing. Of rows with one code, the one that bears the name already known by that code stands,
 * else the first; the others are refused, and the one that stands says so.
 */
export function judge(entries: Entry[], known: ReadonlyMap<string, KnownUnit>, around: Surroundings): Judgement {
	const places = placeFinder(around);
	const standing = standingRows(entries, known);
	const planned: PlannedRow[] = [];
	const rows = entries.map((entry) => {
		const code = codeOf(entry);
		const { row, plan } = judgeRow(entry, code, known.get(code) ?? null, standing, places);
		if (plan) planned.push(plan);
		return row;
	});
	return { rows, planned, counts: count(rows) };
}

/** For each code that is written more than once: the row that stands, and one that repeats it. */
function standingRows(
	entries: Entry[],
	known: ReadonlyMap<string, KnownUnit>,
): Map<string, { stands: Entry; repeats: Entry }> {
	const byCode = new Map<string, Entry[]>();
	for (const entry of entries) {
		const code = codeOf(entry);
		if (code !== "") byCode.set(code, [...(byCode.get(code) ?? []), entry]);
	}
	const standing = new Map<string, { stands: Entry; repeats: Entry }>();
	for (const [code, same] of byCode) {
		const name = known.get(code)?.form?.name;
		const stands = same.find((entry) => readText(entry.cells.name, "name").value === name) ?? same[0];
		const repeats = same.find((entry) => entry !== stands);
		if (stands && repeats) standing.set(code, { stands, repeats });
	}
	return standing;
}

function judgeRow(
	entry: Entry,
	code: string,
	known: KnownUnit | null,
	standing: Map<string, { stands: Entry; repeats: Entry }>,
	places: Places,
): { row: JudgedRow; plan: PlannedRow | null } {
	const gathered: Gathered = { mends: [], refusals: [] };
	readCode(entry, code, known, gathered);
	const pair = standing.get(code);
	if (pair && pair.stands !== entry) {
		gathered.refusals.push({ code: "code_repeated", value: code, row: pair.stands.row, line: pair.stands.line });
	}
	const form = readForm(entry, known?.form ?? null, places, gathered);
	const name = readText(entry.cells.name, "name").value;
	const base = { row: entry.row, line: entry.line, code, name, mended: gathered.mends };
	if (!form || gathered.refusals.length > 0) {
		return { row: { ...base, fate: "refused", action: null, reasons: gathered.refusals, changes: [] }, plan: null };
	}
	const changes = known?.form ? changesBetween(known.form, form, places) : [];
	const action = !known ? "create" : changes.length > 0 ? "update" : "unchanged";
	const fate = gathered.mends.length > 0 ? "mended" : action;
	const reasons: Reason[] = pair
		? [{ code: "code_repeated_below", value: code, row: pair.repeats.row, line: pair.repeats.line }]
		: [];
	return {
		row: { ...base, name: form.name, fate, action, reasons, changes },
		plan: action === "unchanged" ? null : { code, form },
	};
}

/** What an update would change, places by their names. */
function changesBetween(from: SchoolForm, to: SchoolForm, places: Places): Change[] {
	const keys = ["name", "kind", "ownership", ...figureFields] as const satisfies readonly Field[];
	const changes: Change[] = keys.flatMap((field) =>
		from[field] === to[field] ? [] : [{ field, from: from[field], to: to[field] }],
	);
	const moved = (field: Field, was: string, is: string): Change[] =>
		was === is ? [] : [{ field, from: places.nameOf(was), to: places.nameOf(is) }];
	return [
		...changes,
		...moved("commune", from.communeId, to.communeId),
		...moved("manager", from.managerId, to.managerId),
	];
}

function count(rows: JudgedRow[]): Counts {
	const counts: Counts = { rows: rows.length, writes: 0, create: 0, update: 0, unchanged: 0, mended: 0, refused: 0 };
	for (const row of rows) {
		counts[row.fate] += 1;
		if (row.action === "create" || row.action === "update") counts.writes += 1;
	}
	return counts;
}
