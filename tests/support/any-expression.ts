/** Arbitrary expressions of the form language, for properties that must hold of every one. */
import fc from "fast-check";
import { type Expression, schoolField } from "#app/domain/forms/expression-schema.ts";

/** Codes as items have them, with what trips a reader: letters with marks, digits first, points and hyphens, words of XPath. */
export const anyCode: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		"MN-C.3",
		"a",
		"A",
		"and",
		"div",
		"true",
		"Đ1",
		"1.2",
		"2026",
		"x-1",
		"x.",
		"count",
		"met",
		"o-o",
		"khu",
	),
	fc.stringMatching(/^[A-Za-z0-9Đơ][A-Za-z0-9._-]{0,12}$/),
);

const anyText = (most: number) =>
	fc.oneof(
		fc.constantFrom("", "met", "it's", '"', `'"'`, "a ' b \" c", "${a}", "‘x’", "-1", "1", "true()", "Có bếp ăn"),
		fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.slice(0, most).normalize("NFC")),
	);

const anyNumber = fc.oneof(
	fc.integer({ min: -1000, max: 1000 }),
	// JSON knows no minus zero.
	fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
	fc.constantFrom(0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308),
);

/** What an expression speaks of. */
type Subjects = {
	/** Items that are asked for by their answers. */
	item: fc.Arbitrary<string>;
	/** Items whose outcomes are counted together. */
	counted: fc.Arbitrary<string[]>;
	roster: fc.Arbitrary<string>;
	/** Items that are added up over rows. */
	column: fc.Arbitrary<string>;
	constant: fc.Arbitrary<string | number | boolean>;
	/** Values of options that may be ticked. */
	option: fc.Arbitrary<string>;
};

/** Every operation of the language over these subjects, a handful of levels deep. */
export function expressionsAbout({
	item,
	counted,
	roster,
	column,
	constant,
	option,
}: Subjects): fc.Arbitrary<Expression> {
	const { any } = fc.letrec<{ any: Expression }>((tie) => {
		const args = fc.array(tie("any"), { minLength: 1, maxLength: 4 });
		return {
			any: fc.oneof(
				{ maxDepth: 5, depthSize: "small", withCrossShrink: true },
				fc.record({ op: fc.constant("answer" as const), item }),
				fc.record({ op: fc.constant("const" as const), value: constant }),
				fc.record({ op: fc.constant("school" as const), field: fc.constantFrom(...schoolField.options) }),
				fc.record({ op: fc.constant("answered" as const), item }),
				fc.record({ op: fc.constant("has" as const), item, value: option }),
				fc.record({
					op: fc.constant("count" as const),
					outcome: fc.constantFrom("met" as const, "unmet" as const, "na" as const),
					items: counted,
				}),
				fc.record({ op: fc.constant("rows" as const), roster, where: tie("any") }, { requiredKeys: ["op", "roster"] }),
				fc.record(
					{ op: fc.constant("total" as const), item: column, where: tie("any") },
					{ requiredKeys: ["op", "item"] },
				),
				fc.record({
					op: fc.constantFrom("eq" as const, "ne", "lt", "le", "gt", "ge", "sub", "div"),
					left: tie("any"),
					right: tie("any"),
				}),
				fc.record({ op: fc.constantFrom("and" as const, "or", "sum", "mul"), args }),
				fc.record({ op: fc.constant("not" as const), arg: tie("any") }),
			) as fc.Arbitrary<Expression>,
		};
	});
	return any;
}

/** Every expression that the schema allows over these codes, with texts and numbers that trip a reader. */
export function anyExpression(code: fc.Arbitrary<string> = anyCode): fc.Arbitrary<Expression> {
	return expressionsAbout({
		item: code,
		counted: fc.array(code, { maxLength: 5 }),
		roster: code,
		column: code,
		constant: fc.oneof(anyText(400), anyNumber, fc.boolean()),
		option: anyText(100),
	});
}
