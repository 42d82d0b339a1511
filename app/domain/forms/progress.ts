import { answeredValue, isAnswered } from "./answers.ts";
import { outcomeOf } from "./criteria.ts";
import type { PhotoCounts } from "./photos.ts";
import { prepare } from "./prepare.ts";
import type { Answers, Definition, SchoolFacts } from "./schema.ts";
import { type Field, fieldsOf, sectionFields, situation } from "./situation.ts";
import { validateReturn } from "./validate.ts";

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
export function progress(
	definition: Definition,
	answers: Answers,
	school: SchoolFacts,
	photos?: PhotoCounts,
): ReturnProgress {
	const state = situation(definition, answers, school);
	const { sectionOf } = prepare(definition);
	const stuck = new Set(
		validateReturn(definition, answers, school, photos)
			.filter((fault) => fault.severity === "error")
			.map((fault) => sectionOf.get(fault.item)?.code),
	);
	const sections = definition.sections
		.filter((section) => state.sections.has(section.code))
		.map((section) => ({
			code: section.code,
			...progressOf(sectionFields(section, state), answers, !stuck.has(section.code)),
		}));
	return { whole: progressOf(fieldsOf(definition, state), answers, stuck.size === 0), sections };
}

function progressOf(fields: readonly Field[], answers: Answers, complete: boolean): Progress {
	const asked = fields.filter(({ item }) => item.type !== "computed");
	const answered = asked.filter(({ item, row }) => isAnswered(answeredValue(answers, item.code, row))).length;
	const outcomes = asked.flatMap(({ item }) => (item.type === "verdict" ? (outcomeOf(item, answers) ?? []) : []));
	const count = (wanted: "met" | "unmet" | "na") => outcomes.filter((outcome) => outcome === wanted).length;
	return { visible: asked.length, answered, met: count("met"), unmet: count("unmet"), na: count("na"), complete };
}
