/** What a form of 1,000 items with 500 conditions costs the server: each return that is sent is validated whole. */
import { answerKey } from "#app/domain/forms/answers.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { type Answers, type Definition, definition, type SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";

export const itemCount = 1_000;

const school: SchoolFacts = { kind: "MN", ownership: "public", classrooms: 12, pupils: 300, staff: 40, sites: 1 };

/** Every other item hangs on the one before it; of each ten, one is computed and two are figures, with limits and a check across. */
export function largeForm(sectionSize = 50): Definition {
	const code = (at: number) => `C-${at}`;
	const condition = (at: number): Expression => ({
		op: "or",
		args: [
			{ op: "answered", item: code(at - 1) },
			{
				op: "and",
				args: [
					{ op: "eq", left: { op: "school", field: "kind" }, right: { op: "const", value: "TH" } },
					{ op: "answered", item: code(0) },
				],
			},
		],
	});
	const item = (at: number) => {
		const base = {
			code: code(at),
			text: { vi: `Nội dung ${at}` },
			...(at % 2 === 1 ? { visibleIf: condition(at) } : {}),
		};
		if (at % 10 === 4) return { ...base, type: "integer" as const, min: 0, max: 500 };
		if (at % 10 === 8) return { ...base, type: "integer" as const, min: 0 };
		if (at % 10 === 9) {
			const figures: Expression[] = [4, 8].map((place) => ({ op: "answer", item: code(at - 9 + place) }));
			return { ...base, type: "computed" as const, expression: { op: "sum" as const, args: figures } };
		}
		return { ...base, type: "verdict" as const, mandatory: at % 20 === 0 };
	};
	return definition.parse({
		sections: Array.from({ length: itemCount / sectionSize }, (_, section) => ({
			code: `S${section}`,
			title: { vi: `Phần ${section}` },
			items: Array.from({ length: sectionSize }, (_, at) => item(section * sectionSize + at)),
		})),
		checks: Array.from({ length: itemCount / 10 }, (_, at) => ({
			code: `K${at}`,
			holds: {
				op: "le",
				left: { op: "answer", item: code(at * 10 + 4) },
				right: {
					op: "sum",
					args: [
						{ op: "answer", item: code(at * 10 + 8) },
						{ op: "const", value: 500 },
					],
				},
			},
			message: { vi: "Không khớp" },
			items: [code(at * 10 + 8)],
		})),
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
	});
}

function answersOf(form: Definition): Answers {
	const answers: Answers = {};
	for (const { items } of form.sections) {
		for (const { code, type } of items) {
			if (type === "computed") continue;
			answers[answerKey(code, "")] = { value: type === "integer" ? 7 : "met", note: "", measure: null };
		}
	}
	return answers;
}

/**
 * Milliseconds of processor that validating a whole return takes, its answers read from text as those of a request are; others who
 * want the processor at the same time do not count.
 */
export function measureValidation(rounds = 300): number {
	const form = largeForm();
	const kept = JSON.stringify(answersOf(form));
	const validate = () => {
		const faults = validateReturn(form, JSON.parse(kept) as Answers, school);
		if (faults.length > 0) throw new Error(`a return of the bench has ${faults.length} faults`);
	};
	for (let round = 0; round < 20; round += 1) validate();
	const before = process.cpuUsage();
	for (let round = 0; round < rounds; round += 1) validate();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000 / rounds;
}
