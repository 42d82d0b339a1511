/** Remarks on how a form reads and where it needs the network: part of `review.ts`. */
import type { Expression } from "../forms/expression-schema.ts";
import type { Definition, Item, Section } from "../forms/schema.ts";
import type { ReviewRemark } from "./review.ts";
import { type WordingCode, wordingOf } from "./wording.ts";

const wordings: readonly WordingCode[] = [
	"tone_marks_missing",
	"all_capitals",
	"two_questions",
	"double_negation",
	"long_sentence",
];

/** Wording by kind of trouble, each with the items it concerns; and what has no English. */
export function textRemarks({ sections }: Definition): ReviewRemark[] {
	const items = sections.flatMap((section) => section.items);
	const found = items.map((item) => ({ code: item.code, wording: wordingOf(item.text.vi) }));
	const remarks = wordings.flatMap((code): ReviewRemark[] => {
		const at = found.filter(({ wording }) => wording.some((one) => one.code === code));
		if (at.length === 0) return [];
		const syllables = Math.max(...at.flatMap(({ wording }) => wording.map((one) => one.syllables)));
		return [{ grade: "advice", code, items: at.map((one) => one.code), syllables }];
	});
	const untranslated = items.filter(({ text }) => !text.en).map(({ code }) => code);
	if (untranslated.length === 0) return remarks;
	return [...remarks, { grade: "advice", code: "english_missing", items: untranslated }];
}

/** Items that a phone without network cannot decide by itself: they ask the school's record, or what is known of its code of conduct. */
export function offlineRemarks({ sections }: Definition): ReviewRemark[] {
	const asking = (of: "conduct" | "record"): ReviewRemark[] => {
		const items = sections.flatMap((section) =>
			section.items.filter((item) => asksOf(of, section, item)).map(({ code }) => code),
		);
		return items.length === 0 ? [] : [{ grade: "advice", code: "needs_network", items, of }];
	};
	return [...asking("conduct"), ...asking("record")];
}

function asksOf(of: "conduct" | "record", section: Section, item: Item): boolean {
	const expressions: (Expression | undefined)[] = [section.visibleIf, item.visibleIf];
	if (item.type === "computed") expressions.push(item.expression);
	if (of === "record") return item.record !== undefined || section.roster?.prefill[0]?.from !== undefined;
	return JSON.stringify(expressions).includes('"field":"conduct_');
}
