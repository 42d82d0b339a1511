import { references } from "./evaluate.ts";
import { isRoster, type RosterSection } from "./rows.ts";
import type { Definition, Item, Section } from "./schema.ts";

/** One thing to decide: whether a section (item null) or an item is shown and, for a computed item, what it comes to. */
export type Step = {
	section: Section;
	item: Item | null;
	/** False when its condition goes round in a circle: it is then shown as if it had none, and computes to null. */
	judged: boolean;
};

/** What is worked out once for each definition. */
export type Prepared = {
	/** Items that are answered once, in form order: those of rosters are left out. */
	items: readonly Item[];
	/** Every item, those of rosters too. */
	itemByCode: ReadonlyMap<string, Item>;
	/** The section of an item, and that of a roster by the roster's code. */
	sectionOf: ReadonlyMap<string, Section>;
	/** Sections whose items repeat, by the roster's code. */
	rosters: ReadonlyMap<string, RosterSection>;
	rosterCodes: ReadonlySet<string>;
	/** The roster that an item belongs to. */
	rosterOf: ReadonlyMap<string, string>;
	/** Whether anything asks for facts of the code of conduct. */
	asksConduct: boolean;
	/** Sections and items, each behind everything that its condition or computation asks for. */
	steps: readonly Step[];
	/** Codes of the sections and items whose conditions or computations lead back to themselves, in form order. */
	circular: readonly string[];
};

const known = new WeakMap<Definition, Prepared>();

/** The index of a definition, made once per object: a published version never changes, an editor makes a new object per edit. */
export function prepare(definition: Definition): Prepared {
	const found = known.get(definition);
	if (found !== undefined) return found;
	const made = index(definition);
	known.set(definition, made);
	return made;
}

/** A step before it is ordered: `under` is the node of its section. */
type Node = { section: Section; item: Item | null; under: number[] };

function index(definition: Definition): Prepared {
	const nodes: Node[] = [];
	const nodeOf = new Map<string, number>();
	const itemByCode = new Map<string, Item>();
	const sectionOf = new Map<string, Section>();
	const rosters = new Map<string, RosterSection>();
	const rosterOf = new Map<string, string>();
	for (const section of definition.sections) {
		const above = nodes.push({ section, item: null, under: [] }) - 1;
		const repeats = isRoster(section) && !nodeOf.has(section.roster.code);
		if (repeats) {
			// Which rows there are is known as soon as it is known whether the section is shown.
			nodeOf.set(section.roster.code, above);
			sectionOf.set(section.roster.code, section);
			rosters.set(section.roster.code, section);
		}
		for (const item of section.items) {
			const node = nodes.push({ section, item, under: [above] }) - 1;
			if (nodeOf.has(item.code)) continue;
			nodeOf.set(item.code, node);
			itemByCode.set(item.code, item);
			sectionOf.set(item.code, section);
			if (repeats) rosterOf.set(item.code, section.roster.code);
		}
	}
	const asked = nodes.map((node) => codesAsked(node).flatMap((code) => nodeOf.get(code) ?? []));
	const needs = nodes.map((node, at) => [...node.under, ...(asked[at] ?? [])]);
	const circle = circleOf(needs);
	const order = dependencyOrder(nodes.map((node, at) => (circle.has(at) ? node.under : (needs[at] ?? []))));
	return {
		items: nodes.flatMap((node) => (node.item === null || node.section.roster ? [] : node.item)),
		itemByCode,
		sectionOf,
		rosters,
		rosterCodes: new Set(rosters.keys()),
		rosterOf,
		asksConduct: JSON.stringify(definition).includes('"field":"conduct_'),
		steps: order.flatMap((at) => {
			const node = nodes[at];
			return node ? { section: node.section, item: node.item, judged: !circle.has(at) } : [];
		}),
		circular: [...circle].sort((a, b) => a - b).flatMap((at) => nodes[at]?.item?.code ?? nodes[at]?.section.code ?? []),
	};
}

function codesAsked({ section, item }: Node): string[] {
	const condition = item === null ? section.visibleIf : item.visibleIf;
	return [
		...(condition ? references(condition) : []),
		...(item?.type === "computed" ? references(item.expression) : []),
	];
}

/** Nodes such that each stands behind those it needs. Nodes in a circle, or behind one, are left out. */
function dependencyOrder(needs: readonly (readonly number[])[]): number[] {
	const missing = needs.map((list) => list.length);
	const neededBy: number[][] = needs.map(() => []);
	needs.forEach((list, node) => {
		for (const need of list) neededBy[need]?.push(node);
	});
	const order = [...needs.keys()].filter((node) => missing[node] === 0);
	for (const done of order) {
		for (const node of neededBy[done] ?? []) {
			const left = (missing[node] ?? 0) - 1;
			missing[node] = left;
			if (left === 0) order.push(node);
		}
	}
	return order;
}

/** Nodes that lie on a circle, or between two: what can be ordered neither from its needs nor from those that need it. */
function circleOf(needs: readonly (readonly number[])[]): Set<number> {
	const ordered = new Set(dependencyOrder(needs));
	if (ordered.size === needs.length) return new Set();
	const reversed: number[][] = needs.map(() => []);
	needs.forEach((list, node) => {
		if (ordered.has(node)) return;
		for (const need of list) if (!ordered.has(need)) reversed[need]?.push(node);
	});
	const free = new Set(dependencyOrder(reversed));
	return new Set([...needs.keys()].filter((node) => !free.has(node)));
}
