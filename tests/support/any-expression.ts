/** Arbitrary expressions of the form language, for properties that must hold of every one. */
import fc from "fast-check";
import { type Expression, type SchoolField, schoolField } from "#app/domain/forms/expression-schema.ts";

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

/** Every expression that the schema allows over these codes, a handful of levels deep. */
export function anyExpression(code: fc.Arbitrary<string> = anyCode): fc.Arbitrary<Expression> {
	const { node } = fc.letrec<{ node: Expression; leaf: Expression }>((tie) => {
		const args = fc.array(tie("node"), { minLength: 1, maxLength: 4 });
		return {
			leaf: fc.oneof(
				fc.record({ op: fc.constant("const" as const), value: fc.oneof(anyText(400), anyNumber, fc.boolean()) }),
				fc.record({ op: fc.constant("answer" as const), item: code }),
				fc.record({ op: fc.constant("answered" as const), item: code }),
				fc.record({ op: fc.constant("school" as const), field: fc.constantFrom<SchoolField>(...schoolField.options) }),
				fc.record({ op: fc.constant("has" as const), item: code, value: anyText(100) }),
				fc.record({
					op: fc.constant("count" as const),
					outcome: fc.constantFrom("met" as const, "unmet" as const, "na" as const),
					items: fc.array(code, { maxLength: 5 }),
				}),
			),
			node: fc.oneof(
				{ depthSize: "small", withCrossShrink: true },
				tie("leaf"),
				fc.record(
					{ op: fc.constant("rows" as const), roster: code, where: tie("node") },
					{ requiredKeys: ["op", "roster"] },
				),
				fc.record(
					{ op: fc.constant("total" as const), item: code, where: tie("node") },
					{ requiredKeys: ["op", "item"] },
				),
				fc.record({
					op: fc.constantFrom("eq" as const, "ne" as const, "lt" as const, "le" as const, "gt" as const, "ge" as const),
					left: tie("node"),
					right: tie("node"),
				}),
				fc.record({ op: fc.constantFrom("sub" as const, "div" as const), left: tie("node"), right: tie("node") }),
				fc.record({ op: fc.constantFrom("and" as const, "or" as const), args }),
				fc.record({ op: fc.constantFrom("sum" as const, "mul" as const), args }),
				fc.record({ op: fc.constant("not" as const), arg: tie("node") }),
			),
		};
	});
	return node as fc.Arbitrary<Expression>;
}
