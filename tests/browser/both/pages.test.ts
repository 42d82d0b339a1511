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

/** Pages that say that nothing is there: no such address, no such code of a printed return. */
const nowhere = ["/*", "/xac-minh/:code"];

/** One browser per group of pages: a test each would spend its time opening browsers. */
const GROUPS = 12;

for (let group = 0; group < GROUPS; group += 1) {
	test(`pages can be read by everybody (${group + 1} of ${GROUPS})`, async ({ site, visit, complaints }) => {
		test.setTimeout(180_000);
		complaints.expect(/status of 404/);
		for (const page of everyPage(site).filter((_, at) => at % GROUPS === group)) {
			const screen = await visit({ account: accountFor(site, page) });
			const answer = await screen.goto(page.path);
			expect.soft(answer?.status(), page.path).toBe(nowhere.includes(page.route) ? 404 : 200);
			expect.soft(await screen.getByRole("heading", { level: 1 }).count(), `h1 of ${page.path}`).toBe(1);
			expect.soft(await screen.title(), `title of ${page.path}`).not.toBe("");
			await expectAccessible(screen);
			await expectNoSidewaysScroll(screen);
			await screen.context().close();
		}
	});
}
