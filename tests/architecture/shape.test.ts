import { expect, test } from "vitest";
import { foreignWrites, wrongShape } from "./shape.ts";
import { readSources, type Source } from "./source.ts";

const of = (path: string, text = ""): Source => ({ path, text });

test("every file has its size, name and place", () => {
	const sources = readSources(["app", "db", "scripts", "tests"], /\.(ts|tsx|mjs|md)$/);
	expect(sources.flatMap(wrongShape)).toEqual([]);
});

test("a room writes only its own tables", () => {
	const sources = readSources(["app/domain"], /\.ts$/);
	expect(sources.flatMap(foreignWrites)).toEqual([]);
});

test.each([
	[of("app/platform/long.ts", "x\n".repeat(301)), "301 lines"],
	[of("app/domain/units/README.md", "x\n".repeat(41)), "41 lines"],
	[of("app/platform/utils.ts"), "says nothing"],
	[of("app/domain/units/index.ts"), "says nothing"],
	[of("app/platform/x.ts", "// TODO: later"), "unfinished"],
	[of("app/ui/card.tsx", "export default function Card() {}"), "default export"],
	[of("app/domain/sport/rules.ts"), "no such room"],
	[of("app/domain/units/table.tsx"), "plain modules"],
	[of("app/domain/units/deep/rules.ts"), "plain modules"],
	[of("app/routes/home/deep/part.tsx"), "not a part of a page"],
])("planted: $0.path: $1", (source, complaint) => {
	expect(wrongShape(source).join()).toContain(complaint);
});

test.each([
	[`ctx.db.insertInto("campaign").values({})`, "app/domain/returns/x.ts writes campaign of campaigns"],
	['await ctx.db\n\t.updateTable("tally")', "app/domain/returns/x.ts writes tally of tallies"],
	[`insertRows(ctx.db, ctx.engine, "finding", [], [])`, "app/domain/returns/x.ts writes finding of findings"],
	["sql`update recipient set n = 1`", "app/domain/returns/x.ts writes recipient of campaigns"],
])("planted in the returns room: %s", (text, complaint) => {
	expect(foreignWrites(of("app/domain/returns/x.ts", text))).toEqual([complaint]);
});

test("its own tables and any words about them are free", () => {
	expect(foreignWrites(of("app/domain/returns/x.ts", `db.insertInto("answer"); db.selectFrom("campaign")`))).toEqual(
		[],
	);
	expect(wrongShape(of("app/i18n/units.ts", "x\n".repeat(900)))).toEqual([]);
	expect(wrongShape(of("app/routes/home/screen.tsx", "export function Screen() {}"))).toEqual([]);
});
