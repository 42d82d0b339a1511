import type { Page } from "@playwright/test";
import type { Role } from "#app/domain/ctx.ts";
import routes from "../../../app/routes.ts";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import type { Site } from "../../../scripts/demo-site/site.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../support/axe.ts";
import { everyPage, notPages, type PageCase } from "../support/pages.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "parallel" });

type Entry = { path?: string; index?: boolean; children?: Entry[] };

function addresses(entries: Entry[], above = ""): string[] {
	return entries.flatMap(({ path, index, children }) => {
		const own = index ? above || "/" : `${above}/${path}`;
		return children ? addresses(children, own) : [own];
	});
}

function accountFor(site: Site, { as, school }: PageCase) {
	return as === null ? undefined : accountOf(site, as, school);
}

test("every page of the app is looked at", async ({ site }) => {
	const seen = new Set([...everyPage(site).map((page) => page.route), ...notPages]);
	expect(addresses(routes as Entry[]).filter((address) => !seen.has(address))).toEqual([]);
});

/** Who looks, and in how many parts: those with many pages share them among the workers. */
const readers: [Role | null, number][] = [
	[null, 1],
	["office_admin", 1],
	["officer", 4],
	["reader", 1],
	["principal", 3],
	["teacher", 1],
];

test("every page has somebody who looks at it", async ({ site }) => {
	const looking = new Set(readers.map(([role]) => role));
	expect(everyPage(site).filter((page) => !looking.has(page.as))).toEqual([]);
});

for (const [role, parts] of readers) {
	for (let part = 0; part < parts; part += 1) {
		test(`everybody can read the pages of ${role ?? "nobody"} (${part + 1} of ${parts})`, async ({
			site,
			visit,
			complaints,
		}) => {
			test.setTimeout(240_000);
			complaints.expect(/status of 404/);
			const own = everyPage(site).filter((page) => page.as === role);
			const share = own.filter((_, at) => Math.floor((at * parts) / own.length) === part);
			let account = "";
			let screen: Page | undefined;
			for (const page of share) {
				const visitor = accountFor(site, page);
				if (!screen || visitor?.username !== account) screen = await visit({ account: visitor });
				account = visitor?.username ?? "";
				await look(screen, page);
			}
		});
	}
}

async function look(screen: Page, page: PageCase): Promise<void> {
	const answer = await screen.goto(page.path);
	expect.soft(answer?.status(), page.path).toBe(page.route === "/*" ? 404 : 200);
	expect.soft(await screen.getByRole("heading", { level: 1 }).count(), `h1 of ${page.path}`).toBe(1);
	expect.soft(await screen.title(), `title of ${page.path}`).not.toBe("");
	await expectAccessible(screen);
	await expectNoSidewaysScroll(screen);
}
