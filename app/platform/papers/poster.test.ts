import { expect, test } from "vitest";
import type { Poster } from "#app/domain/paper.ts";
import { canLookAtPapers, lookAt } from "#tests/support/on-paper.ts";
import { poster } from "#tests/support/sample-posters.ts";
import { posterPdfOf } from "./poster.ts";

const mm = (length: number) => (length * 72) / 25.4;
/** Every group says as much again, `times` over. */
const longer = (times: number): Poster => ({
	...poster,
	groups: poster.groups.map(({ name, should, never }) => ({
		name,
		should: Array.from({ length: times }, () => should).flat(),
		never: Array.from({ length: times }, () => never).flat(),
	})),
});

test("what could not be read from two metres is refused, not printed small", () => {
	const refused = expect.objectContaining({ body: { code: "poster_too_long", details: {} } });
	expect(() => posterPdfOf(longer(5))).toThrow(refused);
	expect(() => posterPdfOf({ ...poster, title: "n".repeat(3_000) })).toThrow(refused);
	expect(() => posterPdfOf({ ...poster, feedback: "câu dài ".repeat(16) })).toThrow(refused);
});

test.each(["#eval(1) *đậm* $x$ <a> @b \\ `c`", "n".repeat(100), "👍 漢字", "\u0000\ud800", ""])(
	"a poster of %j",
	(typed) => {
		const { groups: _, size, ...words } = poster;
		const filled = Object.fromEntries(Object.keys(words).map((key) => [key, typed])) as typeof words;
		const group = { name: typed.slice(0, 40), should: [typed.slice(0, 60)], never: [] };
		const pdf = posterPdfOf({ ...filled, size, url: poster.url, groups: [group] });
		expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
	},
);

test.skipIf(!canLookAtPapers)("six groups fit on one page, in type that is read from two metres", () => {
	const { pages, fonts, info } = lookAt(posterPdfOf(poster));
	expect(pages).toHaveLength(1);
	expect(info).toMatch(/Tagged:\s+yes/);
	expect(fonts.every(([name]) => name?.includes("BeVietnamPro"))).toBe(true);
	expect(fonts.map((font) => font[font.length - 5])).toEqual(fonts.map(() => "yes"));
	const [page] = pages;
	expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([842, 1191]);
	for (const { name, should, never } of poster.groups) {
		for (const line of [name, ...should, ...never])
			expect(page?.text.replace(/\s+/g, " ")).toContain(line.split(" ")[0]);
	}
	expect(page?.text.match(/NÊN/g)).toHaveLength(6);
	expect(page?.text.match(/KHÔNG/g)).toHaveLength(6);
	for (const said of ["Gọi 111", poster.url, "Quyết định số 05/QĐ-THGA"]) expect(page?.text).toContain(said);
	// 18 points and more: what Poppler measures of a word is the height of its line.
	expect(heightOf(page, "Lắng")).toBeGreaterThanOrEqual(18);
	expect(Math.max(...(page?.words ?? []).map(({ bottom }) => bottom))).toBeLessThan(mm(420 - 5));
});

test.skipIf(!canLookAtPapers)("the longest lines that are taken stay on the paper", () => {
	const feedback = "Hộp thư góp ý tại cổng trường ".repeat(4).slice(0, 100);
	for (const decision of [feedback, "n".repeat(100)]) {
		const url = `https://x.vn/${"a".repeat(87)}`;
		const { pages } = lookAt(posterPdfOf({ ...poster, feedback, decision, url }));
		for (const { words, width, height } of pages) {
			expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(width - mm(12));
			expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan(height - mm(5));
		}
	}
});

test.skipIf(!canLookAtPapers)("A4 is A3 made smaller, line for line", () => {
	const [large, small] = [poster, { ...poster, size: "A4" as const }].map((each) => lookAt(posterPdfOf(each)).pages[0]);
	expect(small?.width).toBeCloseTo(mm(210), 0);
	expect(small?.words.map(({ text }) => text)).toEqual(large?.words.map(({ text }) => text));
	expect(heightOf(small, "Lắng") / heightOf(large, "Lắng")).toBeCloseTo(Math.SQRT1_2, 2);
});

test.skipIf(!canLookAtPapers)(
	"more than one page holds goes on a second, with the same foot, and no group is torn",
	() => {
		const { pages } = lookAt(posterPdfOf(longer(2)));
		expect(pages).toHaveLength(2);
		for (const { text } of pages) {
			expect(text).toContain("Gọi 111");
			expect(text).toContain(poster.url);
		}
		const torn = poster.groups.filter(({ name, never }) => {
			const holding = pages.map(({ text }) => [text.includes(name), text.includes(never.at(-1) ?? "")]);
			return holding.some(([head, last]) => head !== last);
		});
		expect(torn).toEqual([]);
	},
);

function heightOf(page: { words: { text: string; top: number; bottom: number }[] } | undefined, text: string): number {
	const word = page?.words.find((each) => each.text === text);
	return word ? word.bottom - word.top : Number.NaN;
}
