import { freshCodesOf, isGoneFromCode, thingsOfCode } from "./code-merge.ts";
import { isCodeEdit } from "./code-schema.ts";
import type { Draft } from "./draft-schema.ts";
import type { DraftPart, Edit } from "./edit-schema.ts";
import { applyEdit, codesOf, findItem } from "./edits.ts";
import { freshCode } from "./fresh-code.ts";
import { joined, noRecoding, type Recoding, recoded } from "./recode.ts";
import { same } from "./same.ts";

/** An edit that was not done: since its author looked, somebody else changed or removed the very same thing. The author chooses. */
export type Conflict = { mine: Edit; why: "changed" | "removed" };

export type Merged = {
	draft: Draft;
	/** What was done of mine, in the codes of the draft as it is now. */
	applied: Edit[];
	conflicts: Conflict[];
	/** Codes of mine that others had given meanwhile, and what they became. */
	recoding: Recoding;
};

/**
 * Puts my edits on a draft that others have changed since I looked (`theirs`, oldest first). Edits of other things are done without
 * a question, of the same thing only when they come to the same. A new item whose code another author has taken meanwhile gets the
 * next free one. Nothing of theirs is lost, and nothing of mine: it is done, or it is a conflict.
 */
export function mergeEdits(current: Draft, theirs: readonly Edit[], mine: readonly Edit[]): Merged {
	let draft = current;
	let [recoding, gained] = [renamings(theirs), noRecoding];
	const touched = touchedBy(theirs);
	const applied: Edit[] = [];
	const conflicts: Conflict[] = [];
	for (const given of mine) {
		let edit = recoded(given, recoding);
		const fresh = theirs.length > 0 ? codesToGive(draft, edit) : null;
		if (fresh) {
			edit = recoded(edit, fresh);
			[recoding, gained] = [joined(recoding, fresh), joined(gained, fresh)];
		}
		const next = applyEdit(draft, edit);
		if (next === draft) {
			if (theirs.length > 0 && isGone(draft, edit)) conflicts.push({ mine: edit, why: "removed" });
		} else if (same(next, draft)) {
			// Both wrote the same.
		} else if (thingsOf(edit, draft).some((own) => touched.some((thing) => overlap(own, thing)))) {
			conflicts.push({ mine: edit, why: "changed" });
		} else {
			draft = next;
			applied.push(edit);
		}
	}
	return { draft, applied, conflicts: lastOfEach(conflicts), recoding: gained };
}

/** The name of what an edit changes; two edits of the same name are about the same thing. */
export function thingOf(edit: Edit): string {
	return JSON.stringify(thingsOf(edit)[0] ?? edit);
}

/**
 * Things that an edit changes, from the wide to the narrow: `["item", "A1", "text"]`; a shorter one holds the longer ones. Moving
 * changes nothing that could be lost: the last one who moves an item decides where it stands.
 */
function thingsOf(edit: Edit, draft?: Draft): string[][] {
	if (isCodeEdit(edit)) return thingsOfCode(edit, draft?.conduct);
	switch (edit.do) {
		case "set_head":
			return [["head", edit.field]];
		case "set_form":
			return [["form", edit.field]];
		case "set_section":
			return [["section", edit.section, edit.field]];
		case "rename_section":
			return [["section", edit.from, "code"]];
		case "remove_section": {
			const items = draft?.definition.sections.find(({ code }) => code === edit.section)?.items ?? [];
			return [["section", edit.section], ...items.map(({ code }) => ["item", code])];
		}
		case "set_item":
			return [["item", edit.item, edit.field]];
		case "put_item":
		case "add_item":
			return [["item", edit.value.code]];
		case "remove_item":
			return [["item", edit.item]];
		case "rename_item":
			return [["item", edit.from, "code"]];
		case "remove_part":
			return [[edit.part, edit.code]];
		case "put_checks":
		case "put_figures":
		case "put_lights":
		case "put_lists":
			return [[edit.do.slice("put_".length) as DraftPart, edit.value.code]];
		default:
			return [];
	}
}

/** What others changed, in the codes of now. What they took away is no longer there to be changed: `isGone` finds that. */
function touchedBy(theirs: readonly Edit[]): string[][] {
	let touched: string[][] = [];
	for (const edit of theirs) {
		if (takesAway.has(edit.do)) continue;
		touched.push(...thingsOf(edit));
		if (edit.do !== "rename_item" && edit.do !== "rename_section") continue;
		const kind = edit.do === "rename_item" ? "item" : "section";
		touched = touched.map(([what = "", code = "", ...rest]) =>
			what === kind && code === edit.from ? [what, edit.to, ...rest] : [what, code, ...rest],
		);
	}
	return touched;
}

const takesAway: ReadonlySet<Edit["do"]> = new Set(["remove_item", "remove_section", "remove_module", "remove_clause"]);

function overlap(a: readonly string[], b: readonly string[]): boolean {
	const length = Math.min(a.length, b.length);
	return a.slice(0, length).every((part, at) => part === b[at]);
}

/** Whether an edit cannot be done because what it is about is not there any more, and something would be lost with it. */
function isGone({ definition, conduct }: Draft, edit: Edit): boolean {
	if (isCodeEdit(edit)) return conduct !== undefined && isGoneFromCode(conduct, edit);
	switch (edit.do) {
		case "set_item":
			return findItem(definition, edit.item) === null;
		case "put_item":
			return findItem(definition, edit.value.code) === null;
		case "set_section":
			return !definition.sections.some(({ code }) => code === edit.section);
		case "add_item":
			return definition.sections.length === 0;
		default:
			return false;
	}
}

/** Codes that edits have changed, and what they are now. */
export function renamings(edits: readonly Edit[]): Recoding {
	return edits.reduce((known, edit) => {
		if (edit.do === "rename_item") return joined(known, { items: { [edit.from]: edit.to }, sections: {} });
		if (edit.do === "rename_section") return joined(known, { items: {}, sections: { [edit.from]: edit.to } });
		return known;
	}, noRecoding);
}

/** New codes for what an edit adds, where another author was first; null when all are free, or when the very same was added. */
function codesToGive({ definition, conduct }: Draft, edit: Edit): Recoding | null {
	if (isCodeEdit(edit)) {
		const codes = conduct ? freshCodesOf(conduct, edit) : null;
		return codes && { ...noRecoding, ...codes };
	}
	if (edit.do !== "add_item" && edit.do !== "add_section") return null;
	const taken = codesOf(definition);
	const items: Record<string, string> = {};
	for (const { code } of edit.do === "add_item" ? [edit.value] : edit.value.items) {
		const there = findItem(definition, code)?.item;
		if (!taken.has(code) || (edit.do === "add_item" && same(there, edit.value))) continue;
		items[code] = freshCode(taken, code);
		taken.add(items[code]);
	}
	const sections: Record<string, string> = {};
	if (edit.do === "add_section") {
		const codes = new Set(definition.sections.map(({ code }) => code));
		if (codes.has(edit.value.code)) sections[edit.value.code] = freshCode(codes, edit.value.code);
	}
	return Object.keys(items).length + Object.keys(sections).length > 0 ? { items, sections } : null;
}

function lastOfEach(conflicts: readonly Conflict[]): Conflict[] {
	return [...new Map(conflicts.map((conflict) => [thingOf(conflict.mine), conflict])).values()];
}
