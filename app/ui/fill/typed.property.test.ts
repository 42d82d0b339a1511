import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepare } from "#app/domain/forms/prepare.ts";
import { readOperation } from "#app/domain/returns/operations.ts";
import { formWith } from "#tests/support/random-forms.ts";
import { noMeasure, readTyped, typedAnswer } from "./typed.ts";

const truth = { op: "const", value: true } as const;
const definition = formWith({}, { figure: truth, yes: truth });
const items = [...prepare(definition).itemByCode.values()].filter(
	(item) => item.type !== "computed" && !prepare(definition).rosterOf.has(item.code),
);
const typed = fc.oneof(
	fc.constantFrom(
		"met",
		"unmet",
		"na",
		"qx-one",
		"qx-two",
		"12",
		"1,5",
		"1.204",
		"-3",
		"999",
		"23/11/2026",
		"2026-11-23",
		"2026-02-31",
	),
	fc.string(),
	fc.array(fc.constantFrom("qx-one", "qx-two", "qx-three"), { maxLength: 3 }),
	fc.constant(null),
);

describe("what is typed", () => {
	test("is read in the preview and on the phone as the server reads what is sent", () => {
		let [taken, refused] = [0, 0];
		fc.assert(
			fc.property(fc.constantFrom(...items), typed, fc.string(), (item, value, note) => {
				const local = readTyped(item, { value, note, measure: noMeasure });
				const sent = readOperation(definition, {
					id: "o",
					item: item.code,
					row: "",
					value,
					note,
					measure: null,
					base: 0,
					at: "2026-11-26T00:00:00.000Z",
				});
				expect(local.ok).toBe(sent.ok);
				if (local.ok && sent.ok) expect(local.answer.value).toEqual(sent.content.value);
				if (local.ok) taken += 1;
				else refused += 1;
			}),
			{ numRuns: 2000 },
		);
		expect(Math.min(taken, refused)).toBeGreaterThan(200);
	});

	test("an answer put into its fields is read back as itself", () => {
		fc.assert(
			fc.property(fc.constantFrom(...items), typed, (item, value) => {
				const first = readTyped(item, { value, note: "", measure: noMeasure });
				if (!first.ok) return;
				expect(readTyped(item, typedAnswer(first.answer))).toEqual(first);
			}),
			{ numRuns: 1000 },
		);
	});
});
