import { expect, test } from "vitest";
import { wrongArrows } from "./arrows.ts";
import { importsOf, readSources } from "./source.ts";

const planted = (path: string, text: string) => wrongArrows({ path, text });

test("every import runs the right way", () => {
	const sources = readSources(["app", "db", "scripts"], /\.(ts|tsx|mjs)$/);
	expect(sources.length).toBeGreaterThan(100);
	expect(sources.flatMap(wrongArrows)).toEqual([]);
});

test.each([
	[
		"app/routes/home/screen.tsx",
		`import { openSqlite } from "#db/sqlite.ts";`,
		"only platform and scripts open the database",
	],
	["app/routes/home/screen.tsx", `import { pathBelow } from "#db/bulk.ts";`, "what is drawn reads no data"],
	[
		"app/routes/home/screen.tsx",
		`import {\n\tlistCampaigns,\n} from "#app/domain/campaigns/queries.ts";`,
		"schema, rules and policy",
	],
	["app/routes/home/screen.tsx", `import { loader } from "./route.ts";`, "only types from its door"],
	["app/routes/home/screen.tsx", `const x = await import("#app/platform/app.ts");`, "no machinery"],
	["app/ui/card.tsx", `export { submit } from "../domain/returns/submit.ts";`, "schema, rules and policy"],
	["app/offline/queue.ts", `import "#app/domain/returns/save.ts";`, "schema, rules and policy"],
	["app/domain/audit/queries.ts", `import { x } from "../returns/rules.ts";`, "room audit comes before returns"],
	[
		"app/domain/campaigns/issue.ts",
		`import type { X } from "#app/domain/returns/schema.ts";`,
		"room campaigns comes before returns",
	],
	["app/domain/sport/rules.ts", `import { x } from "../audit/commands.ts";`, "room sport is not in the list"],
	["app/domain/units/queries.ts", `import { data } from "@remix-run/node";`, "no HTTP and no React"],
	["app/domain/units/queries.ts", `import { unitWords } from "#app/i18n/units.ts";`, "only domain and db"],
	["app/platform/door.ts", `import { Card } from "#app/ui/card.tsx";`, "platform knows no page"],
	["app/routes/home/route.ts", `import { sql } from "kysely";`, "never the database"],
	["app/i18n/home.ts", `import { record } from "#app/domain/audit/commands.ts";`, "words import nothing"],
	["db/migrations/20270101-more.ts", `import type { Role } from "#app/domain/ctx.ts";`, "a migration imports nothing"],
	["db/bulk.ts", `import { newId } from "#app/domain/id.ts";`, "db imports nothing"],
	["app/domain/audit/queries.ts", `import { build } from "#tests/support/build.ts";`, "only tests import tests"],
])("planted in %s: %s", (path, text, rule) => {
	expect(planted(path, text).join()).toContain(rule);
});

test.each([
	["app/routes/home/screen.tsx", `import type { loader } from "./route.ts";`],
	["app/routes/home/screen.tsx", `import { type Row, type Column } from "#app/domain/campaigns/queries.ts";`],
	["app/routes/home/screen.tsx", `import { phase } from "#app/domain/campaigns/rules.ts";`],
	["app/routes/home/route.ts", `export { Screen as default } from "./screen.tsx";`],
	["app/domain/returns/submit.ts", `import { record } from "../audit/commands.ts";`],
	["app/domain/returns/submit.test.ts", `import { build } from "#tests/support/build.ts";`],
	["app/platform/app.ts", `import { openSqlite } from "#db/sqlite.ts";`],
])("allowed in %s: %s", (path, text) => {
	expect(planted(path, text)).toEqual([]);
});

test("imports are read in all their forms", () => {
	const text = `import a from "a";\nimport type { B } from "./b.ts";\nimport {\n\ttype C,\n\td,\n} from "../d.ts";\nimport "#app/e.css";\nexport * from "f";\nconst g = import("#db/g.ts");`;
	expect(importsOf({ path: "app/ui/x.ts", text })).toEqual([
		{ target: "a", typeOnly: false },
		{ target: "app/ui/b.ts", typeOnly: true },
		{ target: "app/d.ts", typeOnly: false },
		{ target: "app/e.css", typeOnly: false },
		{ target: "f", typeOnly: false },
		{ target: "db/g.ts", typeOnly: false },
	]);
});
