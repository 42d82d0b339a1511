import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { listEvents } from "#app/domain/audit/queries.ts";
import { eventFilters } from "#app/domain/audit/schema.ts";
import { verifyChains } from "#app/domain/audit/verify.ts";
import { listCampaigns, readCampaign } from "#app/domain/campaigns/queries.ts";
import { listRecipients } from "#app/domain/campaigns/recipients.ts";
import { listAdoptions } from "#app/domain/conduct/office-queries.ts";
import { adoptionTotals } from "#app/domain/conduct/office-totals.ts";
import { adoptionSearch } from "#app/domain/conduct/schema.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { listDirectives } from "#app/domain/directives/queries.ts";
import { listAccounts } from "#app/domain/people/queries.ts";
import { accountFilter } from "#app/domain/people/schema.ts";
import { actorOf } from "#app/domain/people/sign-in.ts";
import { readRollUp } from "#app/domain/reports/figures-queries.ts";
import { officeOverview } from "#app/domain/reports/overview-queries.ts";
import { campaignResults } from "#app/domain/reports/queries.ts";
import { loadReturn } from "#app/domain/returns/load.ts";
import { readTallies } from "#app/domain/tallies/queries.ts";
import { recount } from "#app/domain/tallies/recount.ts";
import { definitionOf, listTemplates } from "#app/domain/templates/queries.ts";
import { listSchools } from "#app/domain/units/queries.ts";
import { unitTree } from "#app/domain/units/tree.ts";
import { type App, appOver } from "#app/platform/app.ts";
import { readConfig } from "#app/platform/config.ts";
import { openLog } from "#app/platform/log.ts";
import type { Engine } from "#db/engine.ts";
import { library } from "#db/seed/library/library.ts";
import type { Store } from "#db/store.ts";
import { freshStore, onEachEngine } from "#tests/support/stores.ts";
import { seedDemo } from "./demo.ts";
import { isEmpty } from "./empty.ts";

const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An app at five past midnight in Việt Nam: nothing of the story may lie in its future. */
async function demoApp(engine: Engine): Promise<App> {
	const dataDir = mkdtempSync(join(tmpdir(), "toolkit-demo-"));
	folders.push(dataDir);
	return appOver({
		config: readConfig({ DATA_DIR: dataDir }),
		store: await freshStore(engine),
		secret: "x".repeat(32),
		log: openLog("silent"),
		files: { put: async () => undefined, get: async () => new Uint8Array(), remove: async () => undefined },
		now: () => "2026-11-22T17:05:00.000Z",
	});
}

/** How the campaigns stand, without ids: what two seedings must agree on. */
function standing({ read }: Store) {
	return read
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "campaign_id")
		.select([
			"title",
			"recipient.code",
			"recipient.state",
			"verdict",
			"met",
			"counted",
			"on_time",
			"open_findings",
			"progress",
		])
		.orderBy("title")
		.orderBy("recipient.code")
		.execute();
}

onEachEngine("the demo district", (engine) => {
	test("has 78 institutions, one campaign that is finished, two in all states, codes of conduct at every step", async () => {
		const app = await demoApp(engine);
		const accounts = await seedDemo(app);
		const { read } = app.store;
		const schools = await read.selectFrom("school").select("sites").execute();
		expect(schools).toHaveLength(78);
		expect(schools.some(({ sites }) => (sites ?? 0) > 1)).toBe(true);

		const campaigns = await read.selectFrom("campaign").selectAll().orderBy("created_at").execute();
		expect(campaigns.map(({ state, recipients }) => [state, recipients])).toEqual([
			["closed", 26],
			["issued", 78],
			["issued", 26],
			["issued", 52],
			["issued", 26],
			["draft", 0],
		]);
		expect(campaigns[2]?.due_on).toBe("2026-12-02");
		const office = await read.selectFrom("unit").selectAll().where("level", "=", "phong").executeTakeFirstOrThrow();
		const counts = await Promise.all(campaigns.map(({ id }) => readTallies({ db: read }, id, office.id)));
		expect(counts[0]?.returns).toMatchObject({
			recipients: 26,
			reported: 26,
			accepted: 26,
			late: 3,
			verdict_not_met: 8,
		});
		for (const open of [counts[2], counts[3]]) {
			const { not_started, draft, submitted, sent_back, accepted } = open?.returns ?? {};
			expect(Math.min(not_started ?? 0, draft ?? 0, submitted ?? 0, sent_back ?? 0, accepted ?? 0)).toBeGreaterThan(0);
		}
		for (const { id } of campaigns) {
			for (const [unit, tallies] of await recount({ db: read }, id)) {
				expect(await readTallies({ db: read }, id, unit)).toEqual(tallies);
			}
		}

		const photos = await read.selectFrom("answer_photo").select(["sent_round", "taken_at"]).execute();
		expect(photos.filter(({ sent_round }) => sent_round !== null).length).toBeGreaterThan(20);

		const findings = await read.selectFrom("finding").select(["remark", "state", "superior"]).execute();
		expect(findings.length).toBeGreaterThan(150);
		expect(findings.every(({ remark }) => remark.length > 10 && !/[{}|]/.test(remark))).toBe(true);
		expect(findings.some(({ superior }) => superior === 1)).toBe(true);
		expect(findings.some(({ state }) => state === "mended")).toBe(true);
		const back = await read.selectFrom("review").select("items").where("decision", "=", "sent_back").execute();
		expect(back.length).toBeGreaterThan(7);
		expect(back.every(({ items }) => JSON.parse(items).length > 0)).toBe(true);
		await expectAuditInOrder(app);
		await expectPagesFilled(app);
		expectAccounts(app, accounts);
	}, 120_000);
});

/** Each chain runs forward in time, and nothing of it lies ahead of the clock. */
async function expectAuditInOrder(app: App): Promise<void> {
	const links = await app.store.read
		.selectFrom("audit_event")
		.select(["unit_id", "seq", "at"])
		.orderBy("unit_id")
		.orderBy("seq")
		.execute();
	expect(links.length).toBeGreaterThan(250);
	expect((await verifyChains(app.store.read)).breaks).toEqual([]);
	for (const [index, link] of links.entries()) {
		const before = links[index - 1];
		if (before?.unit_id === link.unit_id) expect(link.at >= before.at).toBe(true);
		expect(link.at < app.now()).toBe(true);
	}
}

/** What the main pages ask for is there: no page of the office or of a school is empty. */
async function expectPagesFilled(app: App): Promise<void> {
	const [admin, reader, principal] = [
		await as(app, "quantri"),
		await as(app, "bantuyengiao"),
		await as(app, "36365012"),
	];
	const overview = await officeOverview(reader);
	expect([overview.open.length, overview.closed.length]).toEqual([4, 1]);
	expect((await listDirectives(admin)).lines).toHaveLength(2);
	expect(await listTemplates(admin)).toHaveLength(library.length);
	expect((await listSchools(admin, { search: "giao xuan" })).schools).toHaveLength(3);
	expect(await unitTree(admin)).toHaveLength(22);
	expect((await listAccounts(admin, accountFilter.parse({ state: "invited" }))).rows.length).toBeGreaterThan(20);
	expect((await listEvents(admin, eventFilters.parse({}))).lines.length).toBeGreaterThan(20);
	const { lines } = await listCampaigns(admin, { state: "issued" });
	const adoption = await adoptionTotals(reader, adoptionSearch.parse({}));
	expect(adoption).toMatchObject({ schools: 78, stages: { published: 32 } });
	expect(Math.min(...Object.values(adoption.stages))).toBeGreaterThan(0);
	expect(adoption.outdated).toBeGreaterThan(0);
	const told = (await listAdoptions(reader, {}, 100)).lines.filter(({ breaches }) => breaches !== null);
	expect(told).toHaveLength(20);
	expect(adoption.acknowledgementPercent).toBeGreaterThan(50);
	expect(adoption.acknowledgementPercent).toBeLessThan(100);
	for (const { id, title } of lines) {
		const { version } = await readCampaign(admin, id);
		const definition = await definitionOf(reader, version.id);
		if (definition.rule.type === "none") {
			const { all } = await readRollUp(reader, id);
			expect(all.reported).toBe(title.includes("Quy tắc ứng xử") ? 20 : 16);
			continue;
		}
		const results = await campaignResults(reader, id, definition);
		expect(results.criteria.length).toBeGreaterThan(5);
		expect(results.findings.petitions).toBeGreaterThan(0);
		expect((await listRecipients(admin, id, { state: "sent_back" })).rows.length).toBeGreaterThan(0);
	}
	const own = await app.store.read
		.selectFrom("recipient")
		.select(["return_id", "state", "progress"])
		.where("school_id", "=", principal.actor.unitId)
		.orderBy("due_on")
		.execute();
	expect(own.map(({ state }) => state)).toEqual(["accepted", "draft", "not_started", "not_started"]);
	const draft = await loadReturn(principal, own[1]?.return_id ?? "");
	expect(Object.keys(draft.answers).length).toBeGreaterThan(20);
}

async function as(app: App, username: string): Promise<Ctx> {
	const { store, files } = app;
	const now = app.now();
	const ctx = { db: store.read, engine: store.engine, store, files, now, today: dayOf(now), inTransaction: false };
	const person = await store.read
		.selectFrom("person")
		.select("id")
		.where("username", "=", username)
		.executeTakeFirstOrThrow();
	const actor = await actorOf({ ...ctx, locale: "vi", actor: null }, person.id);
	if (!actor) throw new Error(`${username} holds no role`);
	return { ...ctx, locale: "vi", actor };
}

function expectAccounts(app: App, accounts: Awaited<ReturnType<typeof seedDemo>>): void {
	expect(accounts.map(({ role }) => role).sort()).toEqual([
		"deputy",
		"office_admin",
		"officer",
		"principal",
		"principal",
		"principal",
		"principal",
		"principal",
		"reader",
		"teacher",
	]);
	const path = join(app.config.dataDir, "demo-accounts.txt");
	expect(statSync(path).mode & 0o777).toBe(0o600);
	const text = readFileSync(path, "utf8");
	for (const { username, password } of accounts) {
		expect(text).toContain(username);
		expect(text).toContain(password);
	}
}

test("two seedings agree on everything but ids and passwords", async () => {
	const [one, other] = [await demoApp("sqlite"), await demoApp("sqlite")];
	const [accounts, others] = [await seedDemo(one), await seedDemo(other)];
	expect(await standing(other.store)).toEqual(await standing(one.store));
	expect(others.map(({ username }) => username)).toEqual(accounts.map(({ username }) => username));
	expect(others.map(({ password }) => password)).not.toEqual(accounts.map(({ password }) => password));
}, 120_000);

test("a seeding that breaks off leaves the database empty, for the next start to fill", async () => {
	const app = await demoApp("sqlite");
	rmSync(app.config.dataDir, { recursive: true });
	await expect(seedDemo(app)).rejects.toThrow("ENOENT");
	expect(await isEmpty(app.store)).toBe(true);
});
