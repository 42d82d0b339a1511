import { describe, expect, test } from "vitest";
import { newId } from "#app/domain/id.ts";
import { complete } from "#tests/support/build-returns.ts";
import { actions, type Line, pages } from "./access-table.ts";
import { ask, cells, mayPass, sceneFor } from "./asking.ts";
import { buildScene, type Who } from "./scene.ts";

/** Ids that nobody ever gave out, as they stand in an address. */
const rubbish = [
	"x",
	"-1",
	"00000000-0000-0000-0000-000000000000",
	"0192f0c8-0000-7000-8000-00000000dead",
	"'%20or%201=1--",
	"__proto__",
	"constructor",
	"..%2F..%2Fetc%2Fpasswd",
	"%F0%9F%92%A9",
	"Tr%E1%BB%9D%CC%80ng",
	"%20",
	"1e999",
	"9".repeat(3000),
];

/** Somebody whom the table lets in. */
function guest(line: Line): Who {
	return cells(line).find(([, cell]) => mayPass(cell))?.[0] ?? "office_admin";
}

const parameters = (line: Line) => [...line.route.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? "");

describe("an id of rubbish is not found, and never our fault", () => {
	const lines = [...pages, ...actions].filter((line) => line.route.includes(":"));
	test.each(lines.map((line) => [`${line.route} ${line.form?.intent ?? ""}`.trim(), line] as const))(
		"%s",
		async (_name, line) => {
			const scene = await sceneFor(line);
			const answers: string[] = [];
			for (const name of parameters(line)) {
				for (const id of rubbish) {
					const { status } = await ask(scene, line, guest(line), { ...scene.own, [name]: id });
					if (status !== 404) answers.push(`${name}=${id.slice(0, 40)}: ${status}`);
				}
			}
			expect(answers).toEqual([]);
			expect(scene.site.logged()).not.toContain('"msg":"bug"');
		},
	);
});

describe("a query of rubbish filters nothing and breaks nothing", () => {
	const names = [
		"q",
		"search",
		"after",
		"before",
		"state",
		"campaign",
		"kind",
		"commune",
		"unit",
		"role",
		"list",
		"page",
		"task",
		"from",
		"to",
	];
	test.each(
		pages.filter((line) => cells(line).some(([, cell]) => cell === "200")).map((line) => [line.route, line] as const),
	)("%s", async (_name, line) => {
		const scene = await sceneFor(line);
		const answers: string[] = [];
		for (const word of [
			"%00x".slice(3),
			"'\"%3C%3E%26",
			"%F0%9F%92%A9",
			"W10=",
			"eyJhIjoxfQ==",
			"-1",
			"9".repeat(400),
		]) {
			const query = `?${names.map((name) => `${name}=${word}`).join("&")}`;
			const { status } = await ask(scene, { ...line, query }, guest(line), scene.own);
			if (status >= 500) answers.push(`${word.slice(0, 40)}: ${status}`);
		}
		expect(answers).toEqual([]);
		expect(scene.site.logged()).not.toContain('"msg":"bug"');
	});
});

describe("a form of rubbish is refused in words", () => {
	const words = [
		"",
		"x",
		"-1",
		"null",
		"[]",
		"{}",
		"'; drop table person;--",
		"💩",
		"a\u0000b",
		"Tr\u01b0\u01a1\u0300ng",
		"a".repeat(100_000),
	];
	test.each(actions.map((line) => [`${line.route} ${line.form?.intent ?? ""}`.trim(), line] as const))(
		"%s",
		async (_name, line) => {
			const scene = await sceneFor(line);
			const answers: string[] = [];
			for (const word of words) {
				for (const field of Object.keys(line.form ?? {})) {
					const form = { ...line.form, [field]: word };
					const { status } = await ask(scene, { ...line, form }, guest(line), scene.own);
					if (status >= 500) answers.push(`${field}=${word.slice(0, 40)}: ${status}`);
				}
			}
			expect(answers).toEqual([]);
			expect(scene.site.logged()).not.toContain('"msg":"bug"');
		},
	);

	// SQLite takes both; PostgreSQL has no null byte in a text, and JSON may hold half a character.
	const unspeakable = { "a null byte": "a\u0000b", "half a character": "a\ud800b" };
	test.skipIf(process.env.TEST_ENGINES === "sqlite").each(Object.entries(unspeakable))(
		"%s in every field, on PostgreSQL",
		async (_name, word) => {
			const scene = await buildScene("postgres", { imports: true, conduct: true });
			const answers: string[] = [];
			for (const line of actions) {
				for (const field of Object.keys(line.form ?? {})) {
					const form = { ...line.form, [field]: word };
					const { status } = await ask(scene, { ...line, form }, guest(line), scene.own);
					if (status >= 500) answers.push(`${line.route} ${field}: ${status}`);
				}
			}
			const operations = complete().flatMap((operation) => [
				{ ...operation, id: newId(), note: word },
				{ ...operation, id: newId(), item: word },
				{ ...operation, id: newId(), value: word },
			]);
			const json = (id: (name: string) => string) => ({ returnId: id("returnId"), operations, submit: { round: 1 } });
			const { status } = await ask(scene, { route: "/sync", json, expected: "" }, "principal", scene.own);
			if (status !== 200) answers.push(`/sync: ${status}`);
			expect(answers).toEqual([]);
			expect(scene.site.logged()).not.toContain('"msg":"bug"');
		},
		60_000,
	);

	const bodies: [string, string, string][] = [
		["nothing", "application/x-www-form-urlencoded", ""],
		["broken percent signs", "application/x-www-form-urlencoded", "intent=%E0%A4%A&a=%"],
		["broken JSON", "application/json", '{"a":'],
		["an array", "application/json", "[[[]]]"],
		["multipart without its parts", "multipart/form-data; boundary=x", "rubbish"],
		["multipart without a boundary", "multipart/form-data", "rubbish"],
		["another type", "text/plain", "rubbish"],
	];
	test.each(bodies)("%s to every action", async (_name, type, body) => {
		const scene = await buildScene();
		const answers: string[] = [];
		for (const line of actions) {
			const { status } = await ask(scene, { ...line, raw: { type, body } }, guest(line), scene.own);
			if (status >= 500) answers.push(`${line.route}: ${status}`);
		}
		expect(answers).toEqual([]);
		expect(scene.site.logged()).not.toContain('"msg":"bug"');
	});
});
