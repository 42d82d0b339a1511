import { expect, test } from "vitest";
import { readSources } from "./source.ts";
import { wordsInScreen, wrongWords } from "./words.ts";

const modules = import.meta.glob<Record<string, unknown>>(["../../app/i18n/*.ts", "!**/*.test.ts"], { eager: true });

test("every area says everything in Vietnamese and in English", () => {
	const areas = Object.values(modules).flatMap((module) => Object.entries(module));
	const bilingual = areas.filter(
		(area): area is [string, { vi: never; en: never }] =>
			typeof area[1] === "object" && area[1] !== null && "vi" in area[1] && "en" in area[1],
	);
	expect(bilingual.length).toBeGreaterThan(0);
	expect(bilingual.flatMap(([name, { vi, en }]) => wrongWords(name, vi, en))).toEqual([]);
});

test("no screen has words of its own", () => {
	const screens = readSources(["app/routes", "app/ui"], /\.tsx$/).filter(
		({ path }) => !/\.test\.tsx$|\/testing\.tsx$/.test(path),
	);
	expect(screens.length).toBeGreaterThan(20);
	expect(screens.flatMap(wordsInScreen)).toEqual([]);
});

test.each([
	[{ a: "Trường" }, {}, "not in both languages"],
	[{ a: { b: "Trường" } }, { a: "School" }, "not in both languages"],
	[{ a: "" }, { a: "School" }, "empty"],
	[{ a: { b: "Sign in here" } }, { a: { b: "Sign in here" } }, "area.a.b: the same"],
	[{ a: "Truong nay chua gui bao cao" }, { a: "This school has not returned" }, "no tone marks"],
])("planted: %o, %o", (vi, en, complaint) => {
	expect(wrongWords("area", vi as never, en as never).join()).toContain(complaint);
});

test("names, numbers and sentences are fine", () => {
	const vi = { excel: "Excel", send: "Gửi", n: (count: number) => `${count} trường` };
	expect(
		wrongWords(
			"area",
			vi as never,
			{ excel: "Excel", send: "Send", n: (count: number) => `${count} schools` } as never,
		),
	).toEqual([]);
});

test.each([
	["<p>Trường</p>", 1],
	[`<input aria-label="Search" />`, 1],
	["<p>{words.school} · {count} %</p>", 0],
	["<p><code>npm start</code> {origin}/activate</p>", 0],
	[`<a className="link" href="/office">{words.office}</a>`, 0],
])("a screen with %s", (jsx, complaints) => {
	expect(wordsInScreen({ path: "x.tsx", text: `export const X = () => ${jsx};` })).toHaveLength(complaints);
});
