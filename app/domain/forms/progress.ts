import { answeredValue, isAnswered } from "./answers.ts";
import { outcomeOf } from "./criteria.ts";
import { prepare } from "./prepare.ts";
import type { Answers, Definition, Item, SchoolFacts } from "./schema.ts";
import { validateReturn } from "./validate.ts";
import { visibleItems } from "./visibility.ts";

/** How far a part of a return has come. Every verdict item is in met, unmet and na, knock-outs and additions too. */
export type Progress = {
	/** Items shown that wait for an answer (computed ones never do), and those that have one. */
	visible: number;
	answered: number;
	met: number;
	unmet: number;
	na: number;
	/** Nothing here keeps the return from being sent; optional items may be open. */
	complete: boolean;
};

export type ReturnProgress = {
	whole: Progress;
	/** Sections that are shown, in form order. */
	sections: (Progress & { code: string })[];
};

/** Progress of a return by section and as a whole, for rings, the list of sections and the button that sends. */
export function progress(definition: Definition, answers: Answers, school: SchoolFacts): ReturnProgress {
	const shown = visibleItems(definition, answers, school);
	const errors = validateReturn(definition, answers, school).filter((fault) => fault.severity === "error");
	const stuck = new Set(errors.map((fault) => fault.item));
	const of = (items: readonly Item[]) => {
		const asked = items.filter((item) => shown.items.has(item.code) && item.type !== "computed");
		return progressOf(asked, answers, !items.some((item) => stuck.has(item.code)));
	};
	return {
		whole: of(prepare(definition).items),
		sections: definition.sections
			.filter((section) => shown.sections.has(section.code))
			.map((section) => ({ code: section.code, ...of(section.items) })),
	};
}

function progressOf(asked: readonly Item[], answers: Answers, complete: boolean): Progress {
	const answered = asked.filter((item) => isAnswered(answeredValue(answers, item.code))).length;
	const outcomes = asked.flatMap((item) => (item.type === "verdict" ? (outcomeOf(item, answers) ?? []) : []));
	const count = (wanted: "met" | "unmet" | "na") => outcomes.filter((outcome) => outcome === wanted).length;
	return { visible: asked.length, answered, met: count("met"), unmet: count("unmet"), na: count("na"), complete };
}
