import { expect, test } from "vitest";
import { as, type BuiltUnit, buildSchool, buildUnit, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import {
	acknowledge,
	adopt,
	amend,
	conductContent,
	issueAgain,
	issueConduct,
	publication,
} from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { saveBasis } from "./adapt.ts";
import { readConductFacts } from "./facts.ts";
import { type AdoptionLine, conductCampaigns, listAdoptions } from "./office-queries.ts";
import { adoptionGroups, adoptionTotals } from "./office-totals.ts";
import { readPublicCode, readPublicSchool } from "./public-queries.ts";
import { reviewCode } from "./review.ts";
import { conductStages } from "./schema.ts";

const refused = (code: string) => expect.objectContaining({ body: { code, details: expect.anything() } });
const AUTUMN_2025 = "2025-10-06T03:00:00.000Z";

async function staffed(world: World, unit: BuiltUnit, teachers: number, now?: string) {
	const people = [await buildPerson(world, unit, "principal", { name: `Hiệu trưởng ${unit.code}` })];
	for (let n = 0; n < teachers; n += 1)
		people.push(await buildPerson(world, unit, "teacher", { name: `Giáo viên Kín ${n}` }));
	const ctxs = people.map(({ actor }) => ctxFor(world, actor, now));
	const [principal = as(world, unit, "principal")] = ctxs;
	return { principal, all: ctxs };
}

/** Ten schools in all stages, some outdated, with signatures of several versions. */
async function district(world: World) {
	const schools: BuiltUnit[] = [];
	for (let n = 0; n < 10; n += 1)
		schools.push(
			await buildSchool(world, {
				name: `Trường số ${n}`,
				kind: n % 2 === 0 ? "MN" : "TH",
				commune: world.communes[n % 3 === 0 ? 1 : 0],
			}),
		);
	const [none, adapting, asking, asked, decided, plain, old, cited, small, material] = schools as [
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
		BuiltUnit,
	];
	const campaign = await issueConduct(world, { now: AUTUMN_2025 });
	await adopt(as(world, adapting, "principal"), "draft");
	await adopt(as(world, asking, "principal"), "consulting");
	await adopt(as(world, asked, "principal"), "consulted");
	await adopt(as(world, decided, "principal"), "decided");
	const first = await staffed(world, plain, 3);
	await acknowledge(first.principal, await adopt(first.principal));
	await reviewCode(first.principal, { reviewedOn: "2026-11-23", outcome: "keep" });
	await adopt(as(world, old, "principal", AUTUMN_2025));
	const citing = as(world, cited, "principal");
	await saveBasis(citing, await adopt(citing, "draft"), { base: 0, lines: "Quyết định 16/2008/QĐ-BGDĐT" });
	await adopt(citing, "published", { publication: publication(citing, { onWeb: "" }) });
	const second = await staffed(world, small, 2);
	const version = await adopt(second.principal);
	for (const ctx of second.all) await acknowledge(ctx, version);
	await acknowledge(second.principal, await amend(second.principal, "NV-HS.1", "đúng mực, giúp đỡ"));
	const third = await staffed(world, material, 1);
	const replaced = await adopt(third.principal);
	for (const ctx of third.all) await acknowledge(ctx, replaced);
	await acknowledge(third.principal, await amend(third.principal, "NV-HS.1", "Nghiêm khắc."));
	return { schools, none, plain, old, cited, small, material, campaign };
}

const all = async (ctx: Parameters<typeof listAdoptions>[0], wanted: Parameters<typeof listAdoptions>[1] = {}) =>
	(await listAdoptions(ctx, wanted)).lines;

onEachEngine("what the office sees", (engine) => {
	test("lines carry the columns of annex IV, follow the facts of each school, and bear nobody's name", async () => {
		const world = await buildWorld(engine);
		const built = await district(world);
		const office = as(world, world.office, "reader");
		const lines = await all(office);
		expect(lines.map(({ name, stage }) => [name, stage])).toEqual([
			["Trường số 0", "none"],
			["Trường số 1", "adapting"],
			["Trường số 2", "consulting"],
			["Trường số 3", "consulted"],
			["Trường số 4", "decided"],
			["Trường số 5", "published"],
			["Trường số 6", "published"],
			["Trường số 7", "published"],
			["Trường số 8", "published"],
			["Trường số 9", "published"],
		]);
		expect(lines[5]).toEqual({
			schoolId: built.plain.id,
			code: built.plain.code,
			name: "Trường số 5",
			kind: "TH",
			commune: "Xã Giao An",
			stage: "published",
			decision: { number: "12/QĐ-MN", decidedOn: "2026-11-23" },
			publishedOn: "2026-11-23",
			groups: 6,
			groupsWanted: 6,
			voices: 25,
			agreedPercent: 80,
			onWeb: "https://truong.example.vn/quy-tac",
			onBoard: true,
			staff: { members: 4, asked: 4, signed: 1, earlier: 0 },
			channel: "0228 123 456",
			breaches: null,
			reviewedOn: "2026-11-23",
			outdated: false,
		} satisfies AdoptionLine);
		for (const [index, line] of lines.entries()) {
			const facts = await readConductFacts(office, line.schoolId);
			expect(facts, line.name).toEqual({
				conduct_stage: line.stage,
				conduct_decision: line.decision?.number ?? null,
				conduct_decided_on: line.decision?.decidedOn ?? null,
				conduct_published_on: line.publishedOn,
				conduct_on_web: line.onWeb === "" ? 0 : 1,
				conduct_on_board: line.onBoard ? 1 : 0,
				conduct_groups: line.groups,
				conduct_groups_wanted: index % 2 === 0 ? 5 : 6,
				conduct_voices: line.voices,
				conduct_agreed_percent: line.agreedPercent,
				conduct_asked: line.staff?.asked ?? null,
				conduct_signed: line.staff?.signed ?? null,
				conduct_channel: line.channel || null,
				conduct_reviewed_on: line.reviewedOn,
				conduct_outdated: line.outdated ? 1 : 0,
			});
		}
		expect(lines.filter(({ outdated }) => outdated).map(({ schoolId }) => schoolId)).toEqual([
			built.old.id,
			built.cited.id,
		]);
		expect(lines[8]?.staff).toEqual({ members: 3, asked: 1, signed: 1, earlier: 2 });
		expect(lines[9]?.staff).toEqual({ members: 2, asked: 2, signed: 1, earlier: 0 });
		const told = JSON.stringify([lines, await adoptionTotals(office)]);
		expect(told).not.toMatch(/Kín|Hiệu trưởng/);
	});

	test("totals equal a recount of the lines, whatever the filter", async () => {
		const world = await buildWorld(engine);
		const { campaign } = await district(world);
		await buildSchool(world, { name: "Trường mới, chưa nhận đợt nào" });
		const office = as(world, world.office, "officer");
		const filters = [
			{},
			{ campaign: campaign.id },
			{ kind: "TH" },
			{ commune: world.communes[1].id },
			{ outdated: "1" as const },
			{ q: "truong so 8" },
			...conductStages.map((stage) => ({ stage })),
		];
		for (const filter of filters) {
			const lines = await all(office, filter);
			const totals = await adoptionTotals(office, filter);
			const sum = (key: "members" | "asked" | "signed" | "earlier") =>
				lines.reduce((total, { staff }) => total + (staff?.[key] ?? 0), 0);
			const published = lines.filter(({ stage }) => stage === "published").length;
			expect(totals, JSON.stringify(filter)).toEqual({
				schools: lines.length,
				stages: Object.fromEntries(
					conductStages.map((stage) => [stage, lines.filter((line) => line.stage === stage).length]),
				),
				adoptionPercent: lines.length === 0 ? null : Math.floor((published * 100) / lines.length),
				outdated: lines.filter(({ outdated }) => outdated).length,
				staff: { members: sum("members"), asked: sum("asked"), signed: sum("signed"), earlier: sum("earlier") },
				acknowledgementPercent: sum("asked") === 0 ? null : Math.floor((sum("signed") * 100) / sum("asked")),
			});
			const groups = await adoptionGroups(office, filter);
			const across = (key: "schools" | "published" | "outdated" | "asked" | "signed") =>
				groups.reduce((total, group) => total + group[key], 0);
			expect([across("schools"), across("published"), across("outdated"), across("asked"), across("signed")]).toEqual([
				totals.schools,
				totals.stages.published,
				totals.outdated,
				totals.staff.asked,
				totals.staff.signed,
			]);
		}
		expect(await adoptionTotals(office)).toMatchObject({ schools: 11, adoptionPercent: 45, outdated: 2 });
		expect(await adoptionTotals(office, { campaign: campaign.id })).toMatchObject({ schools: 10, adoptionPercent: 50 });
	});

	test("a rule found ended later is counted alike by lines, filter and totals", async () => {
		const world = await buildWorld(engine);
		const { campaign } = await district(world);
		const content = conductContent();
		for (const module of content.modules) if (module.code === "K-NT") module.validTo = "2026-11-22";
		await issueAgain(world, campaign, content);
		const office = as(world, world.office, "officer");
		expect((await all(office)).filter(({ outdated }) => outdated)).toHaveLength(5);
		expect(await all(office, { outdated: "1" })).toHaveLength(5);
		expect((await adoptionTotals(office)).outdated).toBe(5);
	});

	test("pages follow one another without a gap or a repetition", async () => {
		const world = await buildWorld(engine);
		for (let n = 0; n < 53; n += 1) await buildSchool(world, { name: `Trường ${n % 7}` });
		const office = as(world, world.office, "officer");
		const first = await listAdoptions(office);
		const second = await listAdoptions(office, { after: first.next });
		expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 3, null]);
		expect(new Set([...first.lines, ...second.lines].map(({ schoolId }) => schoolId)).size).toBe(53);
	});

	test("an office sees its own branch only; schools see no list", async () => {
		const world = await buildWorld(engine);
		const { campaign } = await district(world);
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		expect(await all(stranger)).toEqual([]);
		expect(await adoptionTotals(stranger)).toMatchObject({ schools: 0, adoptionPercent: null });
		await expect(listAdoptions(stranger, { campaign: campaign.id })).rejects.toEqual(refused("not_found"));
		await expect(adoptionTotals(stranger, { campaign: campaign.id })).rejects.toEqual(refused("not_found"));
		await expect(adoptionGroups(stranger, { campaign: campaign.id })).rejects.toEqual(refused("not_found"));
		expect([await adoptionGroups(stranger), await conductCampaigns(stranger)]).toEqual([[], []]);
		expect((await adoptionTotals(as(world, world.province, "reader"))).schools).toBe(10);
		for (const role of ["principal", "teacher"] as const) {
			const school = as(world, await buildSchool(world), role);
			await expect(listAdoptions(school)).rejects.toEqual(refused("forbidden"));
			await expect(adoptionTotals(school)).rejects.toEqual(refused("forbidden"));
			await expect(adoptionGroups(school)).rejects.toEqual(refused("forbidden"));
			await expect(conductCampaigns(school)).rejects.toEqual(refused("forbidden"));
		}
	});
});

onEachEngine("the public page", (engine) => {
	test("anybody reads the code in force, and nothing else", async () => {
		const world = await buildWorld(engine);
		const unit = await buildSchool(world, { name: "Trường Mầm non Giao An" });
		await issueConduct(world);
		const { principal, all } = await staffed(world, unit, 1);
		const open = { db: world.store.read };
		await adopt(principal, "decided");
		await expect(readPublicCode(open, unit.code)).rejects.toEqual(refused("not_found"));
		const school = { code: unit.code, name: "Trường Mầm non Giao An", kind: "MN" };
		expect(await readPublicSchool(open, unit.code)).toEqual({ school, inForce: null });
		const id = await adopt(principal);
		for (const ctx of all) await acknowledge(ctx, id);
		await amend(principal, "NV-HS.1", "Bản nháp không ai được đọc.", "consulted");
		const page = await readPublicCode(open, unit.code);
		expect(page).toMatchObject({
			school: { name: "Trường Mầm non Giao An", kind: "MN" },
			number: 1,
			decision: { number: "12/QĐ-MN", decidedOn: "2026-11-23" },
			publication: { onBoard: true, channels: { phone: "0228 123 456" } },
		});
		expect(page.code.groups.map(({ group }) => group)).not.toContain("pupils");
		const told = JSON.stringify(page);
		expect(told).not.toMatch(/Bản nháp|Hiệu trưởng|Kín|fileId/);
		await world.store.read.updateTable("unit").set({ status: "closed" }).where("id", "=", unit.id).execute();
		await expect(readPublicCode(open, unit.code)).rejects.toEqual(refused("not_found"));
		await expect(readPublicCode(open, "không có")).rejects.toEqual(refused("not_found"));
		await expect(readPublicCode(open, world.office.code)).rejects.toEqual(refused("not_found"));
	});
});
