/** Random expressions over one form that has every type of item and a roster, and random answers to it. */
import fc from "fast-check";
import { answerKey } from "#app/domain/forms/answers.ts";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { type Answers, type AnswerValue, type Definition, definition } from "#app/domain/forms/schema.ts";
import { expressionsAbout } from "./any-expression.ts";

const option = (value: string) => ({ value, label: { vi: `Lựa chọn ${value.slice(-1)}` } });
const codes = {
	top: ["QX-VER1", "QX-VER2", "QX-CHOICE", "QX-MANY", "QX-INT", "QX-DEC", "QX-DAY", "QX-TEXT", "QX-COMP", "QX-YES"],
	row: ["QX-NAME", "QX-ROWINT", "QX-ROWCHOICE"],
} as const;

/** Codes of the form, none of which stands in any of its words. */
export const randomCodes = [...codes.top, ...codes.row, "QX-ROSTER"];

type Conditions = Partial<Record<string, Expression>>;

/** The form, with a condition here and there and what its computed items work out. */
export function formWith(conditions: Conditions, computed: { figure: Expression; yes: Expression }): Definition {
	const base = (code: string) => ({
		code,
		text: { vi: `Câu hỏi số ${randomCodes.indexOf(code)}` },
		...(conditions[code] ? { visibleIf: conditions[code] } : {}),
	});
	return definition.parse({
		sections: [
			{
				code: "A",
				title: { vi: "Phần chung" },
				...(conditions.A ? { visibleIf: conditions.A } : {}),
				items: [
					{ ...base("QX-VER1"), type: "verdict", mandatory: true },
					{ ...base("QX-VER2"), type: "verdict", labels: { unmet: { vi: "Có xảy ra" } } },
					{ ...base("QX-CHOICE"), type: "choice", options: [option("qx-one"), option("qx-two")] },
					{ ...base("QX-MANY"), type: "choices", options: [option("qx-one"), option("qx-two")], min: 1 },
					{ ...base("QX-INT"), type: "integer", min: 0, max: 50 },
					{ ...base("QX-DEC"), type: "decimal" },
					{ ...base("QX-DAY"), type: "date" },
					{ ...base("QX-TEXT"), type: "text" },
					{ ...base("QX-COMP"), type: "computed", expression: computed.figure, digits: 2 },
					{ ...base("QX-YES"), type: "computed", expression: computed.yes },
				],
			},
			{
				code: "B",
				title: { vi: "Phần theo dòng" },
				...(conditions.B ? { visibleIf: conditions.B } : {}),
				roster: { code: "QX-ROSTER", row: { vi: "khu vực" }, title: "QX-NAME" },
				items: [
					{ ...base("QX-NAME"), type: "text" },
					{ ...base("QX-ROWINT"), type: "integer" },
					{ ...base("QX-ROWCHOICE"), type: "choice", options: [option("qx-one"), option("qx-two")] },
				],
			},
		],
		checks: [
			{
				code: "k",
				holds: conditions.check ?? { op: "const", value: true },
				message: { vi: "Hai số phải khớp" },
				items: ["QX-INT"],
			},
		],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
	});
}

const item = fc.constantFrom(...codes.top, ...codes.row, "QX-NOWHERE");
const constant = fc.oneof(
	fc.constantFrom("met", "unmet", "na", "qx-one", "qx-two", "MN", "cong_lap", "2026-11-23", "", " ", "chữ “lạ”"),
	fc.integer({ min: -5, max: 60 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
);

/** Any expression of the language, about the items of the form and one that it has not. */
export const randomExpression: fc.Arbitrary<Expression> = expressionsAbout({
	item,
	counted: fc.subarray([...codes.top]),
	roster: fc.constantFrom("QX-ROSTER", "QX-NOWHERE"),
	column: fc.constantFrom(...codes.row, "QX-INT"),
	constant,
	option: fc.constantFrom("qx-one", "qx-two", "met", ""),
});

/** The form with random conditions and computations, circles among them. */
export const randomForm: fc.Arbitrary<Definition> = fc
	.tuple(
		fc.dictionary(fc.constantFrom("A", "B", "check", ...codes.top, ...codes.row), randomExpression, { maxKeys: 6 }),
		randomExpression,
		randomExpression,
	)
	.map(([conditions, figure, yes]) => formWith(conditions, { figure, yes }));

const anyValue: fc.Arbitrary<AnswerValue> = fc.oneof(
	fc.constantFrom("met", "unmet", "na", "qx-one", "2026-11-23", "chữ", ""),
	fc.integer({ min: -2, max: 60 }),
	fc.subarray(["qx-one", "qx-two"]),
	fc.constant(null),
);

/** Answers of every shape to items of every type, right or wrong, with up to three rows. */
export const randomAnswers: fc.Arbitrary<Answers> = fc
	.tuple(
		fc.dictionary(fc.constantFrom(...codes.top), anyValue),
		fc.array(fc.dictionary(fc.constantFrom(...codes.row), anyValue), { maxLength: 3 }),
	)
	.map(([top, rows]) => {
		const answers: Answers = {};
		const put = (key: string, value: AnswerValue) => {
			answers[key] = { value, note: "", measure: null };
		};
		for (const [code, value] of Object.entries(top)) put(code, value);
		for (const [at, row] of rows.entries()) {
			put(answerKey("QX-ROSTER", `r${at}`), at + 1);
			for (const [code, value] of Object.entries(row)) put(answerKey(code, `r${at}`), value);
		}
		return answers;
	});
