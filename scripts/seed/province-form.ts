import { createHash } from "node:crypto";
import type { Answers } from "#app/domain/forms/schema.ts";
import { type Definition, definition, type SchoolFacts } from "#app/domain/forms/schema.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import type { Verdict } from "#app/domain/forms/verdict-schema.ts";
import { frozen } from "#app/domain/returns/rules.ts";
import { type ItemOutcome, outcomesOf } from "#app/domain/tallies/rules.ts";
import { failedAnswer } from "./answers.ts";
import { type Defect, defect } from "./defects.ts";
import { generalDefects } from "./defects-general.ts";
import { randomFrom } from "./random.ts";

/** One possible return of the generated province, worked out once and sent by many schools. */
export type Pattern = {
	answers: Answers;
	/** As the submission keeps it. */
	frozenJson: string;
	sha256: string;
	verdict: Verdict;
	outcomes: ReadonlyMap<string, ItemOutcome>;
};

/** A form of so many verdict items in sections of ten, every fifth mandatory: 80 % and all mandatory. */
export function provinceForm(items: number): Definition {
	const sections = Array.from({ length: Math.ceil(items / 10) }, (_, section) => ({
		code: `S${section + 1}`,
		title: { vi: `Phần ${section + 1}`, en: `Part ${section + 1}` },
		items: Array.from({ length: Math.min(10, items - section * 10) }, (_, at) => {
			const number = section * 10 + at + 1;
			return {
				type: "verdict" as const,
				code: `M-${number}`,
				text: { vi: `Tiêu chí mẫu số ${number}`, en: `Sample criterion ${number}` },
				mandatory: number % 5 === 0,
			};
		}),
	}));
	return definition.parse({
		sections,
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
		failure: { remark: true, measure: true },
	});
}

/** Facts of a school of the generated province: the same size everywhere, since no condition of the form asks. */
export const provinceFacts: SchoolFacts = {
	kind: "TH",
	ownership: "cong_lap",
	classrooms: 15,
	pupils: 500,
	staff: 30,
	sites: 1,
};

/**
 * So many different returns: about two thirds meet the standard, the others fail mostly for a mandatory criterion. Remarks are those of
 * the demo district, so that texts weigh what they weigh in life.
 */
export function patterns(form: Definition, count: number, day: string): Pattern[] {
	const items = form.sections.flatMap((section) => section.items);
	return Array.from({ length: count }, (_, at) => {
		const random = randomFrom(`province/${at}`);
		const sound = random.chance(0.66);
		const answers: Answers = {};
		for (const [index, { code }] of items.entries()) {
			const mandatory = (index + 1) % 5 === 0;
			const fails = random.chance(mandatory ? (sound ? 0 : 0.12) : 0.1);
			const na = !fails && !mandatory && random.chance(0.04);
			answers[code] = fails
				? failedAnswer(lineFor(code, random.pick(generalDefects)), provinceFacts, day, random)
				: { value: na ? "na" : "met", note: "", measure: null };
		}
		const kept = frozen(form, answers, provinceFacts);
		const frozenJson = JSON.stringify(kept);
		return {
			answers: kept,
			frozenJson,
			sha256: createHash("sha256").update(frozenJson).digest("hex"),
			verdict: verdict(form, kept, provinceFacts),
			outcomes: outcomesOf(form, kept),
		};
	});
}

function lineFor(item: string, like: Defect): Defect {
	return { ...defect(item, like.remark, like.what, "HT", like.days), who: like.who };
}
