import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf, walk } from "./entries.ts";

const code = fc.oneof(
	fc.constantFrom("A.1", "A.2", "B-1", "constructor", "__proto__"),
	fc.string({ minLength: 1, maxLength: 6 }),
);
const text = fc.oneof(
	fc.constantFrom(
		"met",
		"unmet",
		"na",
		"",
		'"',
		"\\",
		'\\"',
		"}",
		'"},"A.1":{',
		"Cửa sổ “hỏng”",
		"💩",
		"\u0000",
		"\ud800",
	),
	fc.string({ unit: "grapheme", maxLength: 20 }),
);
const measure = fc.option(fc.record({ what: text, superior: fc.boolean() }), { nil: null });
const answer = fc.record({
	value: fc.oneof(text, fc.double({ noNaN: true }), fc.constant(null), fc.array(text)),
	note: text,
	measure,
});
const sending = fc.array(fc.tuple(code, answer), { maxLength: 8 });

/** What `walk` hands out, with the codes; null when it gives up. */
function taken(
	bytes: Buffer,
	codes: readonly string[],
	places: ReturnType<typeof placeOf<unknown>>[],
): unknown[] | null {
	const found: unknown[] = [];
	const whole = walk(bytes, places, (made) => found.push(made));
	expect(!whole || found.length === codes.length).toBe(true);
	return whole ? found : null;
}

test("what is recognised is what parsing would have found, in every sending after every other", () => {
	let recognised = 0;
	fc.assert(
		fc.property(fc.uniqueArray(code, { maxLength: 6 }), fc.array(sending, { maxLength: 6 }), (codes, sendings) => {
			const places = codes.map((one) =>
				placeOf<unknown>(one, (made) => ({ made, again: typeof (made as { value: unknown }).value === "string" })),
			);
			for (const entries of sendings) {
				for (const order of [entries, entries.filter(([one]) => codes.includes(one)), inOrder(entries, codes)]) {
					const written = order.map(([one, said]) => `${JSON.stringify(one)}:${JSON.stringify(said)}`);
					const bytes = Buffer.from(`{${written.join(",")}}`);
					const found = taken(bytes, codes, places);
					if (!found) continue;
					recognised += 1;
					const parsed = JSON.parse(bytes.toString()) as Record<string, unknown>;
					const wanted = codes.map((one) => (Object.hasOwn(parsed, one) ? parsed[one] : null));
					expect(found).toEqual(wanted);
					expect(Object.keys(parsed).filter((one) => !codes.includes(one))).toEqual([]);
				}
			}
		}),
		{ numRuns: 500 },
	);
	expect(recognised).toBeGreaterThan(500);
});

/** Each code once, in the order of the form: what a device of ours sends. */
function inOrder<T>(entries: [string, T][], codes: readonly string[]): [string, T][] {
	return codes.flatMap((one) => entries.filter(([code]) => code === one).slice(0, 1));
}

test("another order, another item, rows of a roster and broken text are left to the parser", () => {
	const places = ["A.1", "A.2"].map((one) => placeOf<unknown>(one, (made) => ({ made, again: true })));
	const said = '{"value":"met","note":"","measure":null}';
	const gives = (text: string) => walk(Buffer.from(text), places, () => undefined);
	expect(gives(`{"A.1":${said},"A.2":${said}}`)).toBe(true);
	expect(gives(`{"A.2":${said}}`)).toBe(true);
	expect(gives("{}")).toBe(true);
	for (const other of [
		`{"A.2":${said},"A.1":${said}}`,
		`{"A.1":${said},"X":${said}}`,
		`{"A.1#r1":${said}}`,
		`{"A.1":null,"A.2":${said}}`,
		`{"A.1":${said.slice(0, -1)}`,
		`{ "A.1": ${said} }`,
	])
		expect(gives(other)).toBe(false);
});
