/** What differs between two versions of a form, item by item. Pure. */
import type { Words } from "../forms/expression-schema.ts";
import type { Definition, Item, Section } from "../forms/schema.ts";
import { meaningKey } from "../text.ts";

/**
 * What of an item is another. `text` may mean something else, `wording` is case, punctuation or spaces; `rule` is what the verdict makes of
 * it; `demands` what a school must bring along.
 */
export type Aspect =
	| "text"
	| "wording"
	| "english"
	| "hint"
	| "type"
	| "options"
	| "labels"
	| "limits"
	| "unit"
	| "expression"
	| "condition"
	| "rule"
	| "required"
	| "demands"
	| "basis"
	| "prefill";

/** One item that differs. Null before: added; null after: removed. `moved`: it stands elsewhere among the items that both have. */
export type ItemChange = {
	code: string;
	/** Where it stands now; a removed one, where it stood. */
	section: { code: string; title: Words };
	before: Item | null;
	after: Item | null;
	moved: boolean;
	aspects: Aspect[];
};

/** A part beside the items that differs. `code` is "" for the verdict rule and what every failed item demands. */
export type PartChange = {
	part: "section" | "roster" | "check" | "figure" | "light" | "list" | "rule" | "failure";
	code: string;
	change: "added" | "removed" | "changed" | "moved";
	before: string | null;
	after: string | null;
};

export type VersionDifference = { items: ItemChange[]; parts: PartChange[] };

/** All that differs, items in the order of the new version with the removed ones behind. Equal versions differ in nothing. */
export function versionDifference(before: Definition, after: Definition): VersionDifference {
	const [old, now] = [placed(before), placed(after)];
	const moved = movedCodes(old, now);
	const items: ItemChange[] = [];
	for (const [code, { item, section }] of now) {
		const was = old.get(code);
		const change: ItemChange = {
			code,
			section: { code: section.code, title: section.title },
			before: was?.item ?? null,
			after: item,
			moved: moved.has(code),
			aspects: was ? aspectsOf(was.item, item) : [],
		};
		if (!was || change.moved || change.aspects.length > 0) items.push(change);
	}
	for (const [code, { item, section }] of old) {
		if (now.has(code)) continue;
		const { code: home, title } = section;
		items.push({ code, section: { code: home, title }, before: item, after: null, moved: false, aspects: [] });
	}
	return { items, parts: partsOf(before, after) };
}

type Placed = { item: Item; section: Section };

function placed({ sections }: Definition): Map<string, Placed> {
	return new Map(
		sections.flatMap((section) => section.items.map((item): [string, Placed] => [item.code, { item, section }])),
	);
}

/** Items in another section, and the fewest others whose taking out leaves the rest in the old order. */
function movedCodes(old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): Set<string> {
	const placeOf = new Map([...old.keys()].map((code, at) => [code, at]));
	const moved = new Set<string>();
	const staying: string[] = [];
	for (const [code, { section }] of now) {
		const was = old.get(code);
		if (!was) continue;
		if (was.section.code === section.code) staying.push(code);
		else moved.add(code);
	}
	const kept = longestRising(staying.map((code) => placeOf.get(code) ?? 0));
	staying.forEach((code, at) => {
		if (!kept.has(at)) moved.add(code);
	});
	return moved;
}

/** Places of the longest rising subsequence. */
function longestRising(numbers: readonly number[]): Set<number> {
	const ends: number[] = [];
	const before: number[] = [];
	numbers.forEach((number, at) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const half = (low + high) >> 1;
			if ((numbers[ends[half] ?? 0] ?? 0) < number) low = half + 1;
			else high = half;
		}
		before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
		ends[low] = at;
	});
	const kept = new Set<number>();
	for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
	return kept;
}

/** Fields of an item by what they are about; what is named nowhere is a rule, so that nothing is passed over in silence. */
const fieldsBy: Partial<Record<string, Aspect>> = {
	hint: "hint",
	options: "options",
	labels: "labels",
	min: "limits",
	max: "limits",
	maxLength: "limits",
	digits: "limits",
	refuses: "limits",
	anonymous: "limits",
	unit: "unit",
	expression: "expression",
	visibleIf: "condition",
	required: "required",
	failure: "demands",
	legalBasis: "basis",
	carry: "prefill",
	record: "prefill",
	origin: "prefill",
};

function aspectsOf(before: Item, after: Item): Aspect[] {
	const found = new Set<Aspect>();
	if (before.text.vi !== after.text.vi) {
		found.add(meaningKey(before.text.vi) === meaningKey(after.text.vi) ? "wording" : "text");
	}
	if ((before.text.en ?? "") !== (after.text.en ?? "")) found.add("english");
	if (before.type !== after.type) return [...found, "type"];
	const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
	for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
		if (field === "code" || field === "text" || field === "type" || sameJson(old[field], now[field])) continue;
		found.add(fieldsBy[field] ?? "rule");
	}
	return [...found];
}

type Part = { code: string };

function partsOf(before: Definition, after: Definition): PartChange[] {
	const bare = ({ items: _items, roster: _roster, ...section }: Section) => section;
	const rosters = ({ sections }: Definition) => sections.flatMap(({ roster }) => roster ?? []);
	const one = (part: "rule" | "failure"): PartChange[] =>
		sameJson(before[part], after[part])
			? []
			: [
					{
						part,
						code: "",
						change: "changed",
						before: JSON.stringify(before[part]),
						after: JSON.stringify(after[part]),
					},
				];
	return [
		...one("rule"),
		...one("failure"),
		...listed("section", before.sections.map(bare), after.sections.map(bare), (section) => section.title.vi),
		...listed("roster", rosters(before), rosters(after), (roster) => roster.row.vi),
		...listed("check", before.checks, after.checks, (check) => check.message.vi),
		...listed("figure", before.figures, after.figures, (figure) => figure.label.vi),
		...listed("light", before.lights, after.lights, (light) => light.label.vi),
		...listed("list", before.lists, after.lists, (list) => list.title.vi),
	];
}

function listed<P extends Part>(
	part: PartChange["part"],
	before: readonly P[],
	after: readonly P[],
	say: (one: P) => string,
): PartChange[] {
	const [old, now] = [new Map(before.map((one) => [one.code, one])), new Map(after.map((one) => [one.code, one]))];
	const changes: PartChange[] = [];
	const shared = [...now.keys()].filter((code) => old.has(code));
	const places = new Map([...old.keys()].map((code, at) => [code, at]));
	const kept = longestRising(shared.map((code) => places.get(code) ?? 0));
	for (const [code, is] of now) {
		const was = old.get(code);
		if (!was) changes.push({ part, code, change: "added", before: null, after: say(is) });
		else if (!sameJson(was, is)) changes.push({ part, code, change: "changed", before: say(was), after: say(is) });
		else if (!kept.has(shared.indexOf(code)))
			changes.push({ part, code, change: "moved", before: say(was), after: say(is) });
	}
	for (const [code, was] of old) {
		if (!now.has(code)) changes.push({ part, code, change: "removed", before: say(was), after: null });
	}
	return changes;
}

/** Equal as data, whatever the order of the keys: an editor may write them in another than the importer. */
export function sameJson(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]));
}
