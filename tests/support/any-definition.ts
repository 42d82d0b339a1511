/** Arbitrary definitions of the form language, for properties that must hold of every form. */
import fc from "fast-check";
import type { Expression, Words } from "#app/domain/forms/expression-schema.ts";
import { type Definition, definition } from "#app/domain/forms/schema.ts";
import { cleanText } from "#app/domain/forms/texts.ts";
import { anyCode, anyExpression } from "./any-expression.ts";

const anyWords: fc.Arbitrary<Words> = fc.record({ vi: filled(60), en: filled(60) }, { requiredKeys: ["vi"] });

/** Text as it is stored: NFC, trimmed, something in it. */
function filled(most: number): fc.Arbitrary<string> {
	return fc
		.oneof(
			fc.constantFrom(
				"Có bếp ăn",
				"yes",
				"no",
				"[1]",
				"a, b; c",
				"dòng 1\ndòng 2",
				"${a}",
				"=1+1",
				"<b>đậm</b>",
				"_x0041_",
				"0",
				"Đạt",
			),
			fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
		)
		.map((text) => cleanText(text, true).slice(0, most).trim())
		.filter((text) => text !== "");
}
const line = (most: number) =>
	filled(most)
		.map((text) => cleanText(text, false))
		.filter((text) => text !== "");

/** An object of some of these properties. */
function some<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
	return fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
}

const anyDay = fc
	.integer({ min: 0, max: 20_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const decimal = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const kind = fc.oneof(fc.constantFrom("MN", "TH", "THCS", "yes"), line(20));
const failure = fc.record(
	{ remark: fc.boolean(), measure: fc.boolean(), photo: fc.boolean() },
	{ requiredKeys: ["remark", "measure"] },
);
const options = fc.uniqueArray(
	fc.record({ value: line(20), label: anyWords, refused: anyWords }, { requiredKeys: ["value", "label"] }),
	{ selector: ({ value }) => value, minLength: 2, maxLength: 4 },
);

function anyItem(code: string, expression: fc.Arbitrary<Expression>): fc.Arbitrary<object> {
	const base = {
		hint: anyWords,
		required: fc.boolean(),
		visibleIf: expression,
		legalBasis: fc.record({ text: filled(60), verified: fc.boolean() }),
		origin: line(40),
		carry: fc.boolean(),
		record: fc.constantFrom("classrooms", "pupils", "staff", "sites"),
		photos: fc.nat(10),
	};
	const of = (
		type: string,
		own: Record<string, fc.Arbitrary<unknown>>,
		needed: Record<string, fc.Arbitrary<unknown>> = {},
	) =>
		fc
			.tuple(anyWords, some<object>({ ...base, ...own } as never), fc.record(needed))
			.map(([text, more, fixed]) => ({ code, type, text, ...more, ...fixed }));
	const refuses = fc.record({
		words: fc.array(
			line(20).map((one) => `từ ${one}`),
			{ minLength: 1, maxLength: 3 },
		),
		message: anyWords,
	});
	const texts = { refuses, anonymous: fc.boolean() };
	return fc.oneof(
		of("verdict", {
			mandatory: fc.oneof(fc.boolean(), fc.array(kind, { minLength: 1, maxLength: 3 })),
			knockout: fc.boolean(),
			counted: fc.boolean(),
			weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
			allowNa: fc.boolean(),
			labels: some({ met: anyWords, unmet: anyWords }),
			failure,
		}),
		of("choice", {}, { options }),
		of("choices", { min: fc.nat(3), max: fc.integer({ min: 1, max: 4 }) }, { options }),
		of("integer", { min: whole, max: whole, unit: anyWords }),
		of("decimal", { min: decimal, max: decimal, digits: fc.nat(6), unit: anyWords }),
		of("date", { min: anyDay, max: anyDay }),
		of("text", { maxLength: fc.integer({ min: 1, max: 1000 }), ...texts }),
		of("longtext", { maxLength: fc.integer({ min: 1, max: 20_000 }), ...texts }),
		of("computed", { digits: fc.nat(6), unit: anyWords }, { expression }),
	);
}

/**
 * A definition of any kind: every type of item, rosters, conditions over the items that are there, checks, figures, lights, lists and
 * all verdict rules. It fits the schema; `checkDefinition` may still find fault with it.
 */
export const anyDefinition: fc.Arbitrary<Definition> = fc
	.uniqueArray(anyCode, { minLength: 3, maxLength: 9 })
	.chain((codes) => {
		const [roster = "", ...items] = codes;
		const code = fc.constantFrom(...codes);
		const expression = anyExpression(code);
		const cuts = fc.integer({ min: 1, max: items.length });
		const section = (at: number, own: string[]) =>
			fc
				.tuple(
					anyWords,
					some({ hint: anyWords, visibleIf: expression, hotline: fc.boolean() }),
					fc.tuple(...own.map((one) => anyItem(one, expression))),
					fc.boolean(),
				)
				.map(([title, more, list, repeats]) => ({
					code: `${"IVX"[at]}.`,
					title,
					...more,
					items: list,
					...(repeats && at === 1
						? {
								roster: {
									code: roster,
									row: title,
									title: own[0],
									min: 1,
									max: 30,
									prefill: [{ from: "sites", name: "Điểm {n}" }],
								},
							}
						: {}),
				}));
		const coded = <T>(model: Record<string, fc.Arbitrary<unknown>>, optional: string[] = []) =>
			fc.uniqueArray(
				fc.record({ code: anyCode, ...model } as never, {
					requiredKeys: ["code", ...Object.keys(model).filter((name) => !optional.includes(name))] as never,
				}) as unknown as fc.Arbitrary<T & { code: string }>,
				{ selector: ({ code }) => code, maxLength: 3 },
			);
		const listed = fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
		const na = fc.constantFrom("leave_out", "counts_as_met", "counts_as_unmet");
		const rule = fc.oneof(
			fc.constant({ type: "none" }),
			fc.record({
				type: fc.constant("percent"),
				na,
				atLeast: fc.double({ min: 0, max: 100, noNaN: true }),
				allMandatory: fc.boolean(),
			}),
			fc.record({
				type: fc.constant("count"),
				na,
				bands: fc.array(
					fc.record(
						{ kinds: fc.array(kind, { minLength: 1, maxLength: 3 }), atLeast: fc.nat(60), mandatory: fc.nat(20) },
						{ requiredKeys: ["atLeast", "mandatory"] },
					),
					{ minLength: 1, maxLength: 3 },
				),
			}),
			fc.record({
				type: fc.constant("levels"),
				na,
				by: fc.constantFrom("percent", "count"),
				levels: fc.array(
					fc.record({
						code: line(20),
						label: anyWords,
						atLeast: fc.nat(100),
						mustMeet: fc.array(fc.constantFrom(...items), { maxLength: 3 }),
						pass: fc.boolean(),
					}),
					{ minLength: 1, maxLength: 3 },
				),
			}),
		);
		return cuts
			.chain((cut) =>
				fc.tuple(section(0, items.slice(0, cut)), ...(cut < items.length ? [section(1, items.slice(cut))] : [])),
			)
			.chain((sections) =>
				fc
					.record(
						{
							checks: coded({
								holds: expression,
								message: anyWords,
								items: listed,
								severity: fc.constantFrom("error", "warning"),
							}),
							figures: coded(
								{
									label: anyWords,
									unit: anyWords,
									group: anyWords,
									type: fc.constantFrom("sum", "share", "yes", "text"),
									value: expression,
									of: expression,
									digits: fc.nat(6),
									watched: fc.boolean(),
								},
								["unit", "group", "of", "digits", "watched"],
							),
							lights: coded(
								{
									label: anyWords,
									known: expression,
									green: expression,
									amber: expression,
									says: fc.record({ green: anyWords, amber: anyWords, red: anyWords }),
								},
								["known"],
							),
							lists: coded({ title: anyWords, roster: fc.constant(roster), where: expression, items: listed }, [
								"roster",
							]),
							rule,
							failure,
						},
						{ requiredKeys: ["rule"] },
					)
					.map((rest) => definition.parse({ sections, ...rest })),
			);
	});
