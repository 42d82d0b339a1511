import { describe, expect, test } from "vitest";
import { actions, type Line, pages } from "./access-table.ts";
import { allRoutes, ask, cells, inWords, sceneFor } from "./asking.ts";
import { buildScene, type Scene } from "./scene.ts";

const named = (line: Line) => [`${line.route} ${line.query ?? line.form?.intent ?? ""}`.trim(), line] as const;

type Whose = "own" | "foreign";

/** The row of the table as the app would write it. */
async function rowOf(scene: Scene, line: Line, whose: Whose): Promise<string> {
	const row: string[] = [];
	for (const [who, wanted] of cells(line, whose)) row.push(inWords(await ask(scene, line, who, scene[whose]), wanted));
	return row.join(" ");
}

function wantedRow(line: Line, whose: Whose): string {
	return cells(line, whose)
		.map(([, cell]) => cell)
		.join(" ");
}

/** Whether the line names a record at all. */
const ofSomebody = ({ route, form, json }: Line) =>
	route.includes(":") || json !== undefined || Object.values(form ?? {}).some((value) => value.startsWith(":"));

test("the table has a line for every page and every action, and none for what is not there", async () => {
	const routes = await allRoutes();
	const wanted = { pages: routes.filter((one) => one.shows), actions: routes.filter((one) => one.takes) };
	// A line may name a record of a certain kind: `:sentReturnId`.
	const plain = (route: string) =>
		route
			.replace(":sentReturnId", ":returnId")
			.replace(":colleagueId", ":personId")
			.replace(":template", ":file")
			.replace(":codeId", ":versionId")
			.replace(/:(school|conduct)Code/, ":code")
			.replace(":posterFile", ":file")
			.replace(":figuresFile", ":file")
			.replace(":conductFile", ":file")
			.replace(":draftVersionId", ":versionId")
			.replace(/:(report|data|picture)File/, ":file");
	const sorted = (list: { route: string }[]) => [...new Set(list.map((one) => plain(one.route)))].sort();
	expect(sorted(pages)).toEqual(sorted(wanted.pages));
	expect(sorted(actions)).toEqual(sorted(wanted.actions));
});

describe("every page for every role", () => {
	test.each(pages.map(named))("%s", async (_name, line) => {
		const scene = await sceneFor(line);
		expect(await rowOf(scene, line, "own")).toBe(wantedRow(line, "own"));
		expect(scene.site.logged()).not.toContain('"msg":"bug"');
	});
});

describe("a neighbour's record is not found", () => {
	test.each([...pages, ...actions].filter(ofSomebody).map(named))("%s", async (_name, line) => {
		const scene = await sceneFor(line);
		expect(await rowOf(scene, line, "foreign")).toBe(wantedRow(line, "foreign"));
	});
});

describe("every action for every role", () => {
	test.each(actions.map(named))("%s", async (_name, line) => {
		const scene = await sceneFor(line);
		expect(await rowOf(scene, line, "own")).toBe(wantedRow(line, "own"));
		expect(scene.site.logged()).not.toContain('"msg":"bug"');
	});
});

test("a form sent to a page that takes none is refused", async () => {
	const scene = await buildScene();
	const deaf = (await allRoutes()).filter((one) => !one.takes);
	const answers = await Promise.all(
		deaf.map(async ({ route }) => {
			const line = { route, expected: "", form: { intent: "x" } };
			return `${route} ${(await ask(scene, line, "office_admin", scene.own)).status}`;
		}),
	);
	expect(answers).toEqual(deaf.map(({ route }) => `${route} 405`));
});

// The scopes are in SQL: one line of each address on the other engine, too.
describe.skipIf(process.env.TEST_ENGINES === "sqlite")("a neighbour's record is not found on PostgreSQL", () => {
	const lines = [...pages, ...actions].filter(ofSomebody);
	const once = lines.filter((line, at) => lines.findIndex((other) => other.route === line.route) === at);
	test.each(once.map(named))("%s", async (_name, line) => {
		const scene = await sceneFor(line, "postgres");
		expect(await rowOf(scene, line, "foreign")).toBe(wantedRow(line, "foreign"));
	});
});
