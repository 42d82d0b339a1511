import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld } from "#tests/support/build.ts";
import { buildCampaign } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { inTransaction } from "../ctx.ts";
import { closeCampaign, extendDue } from "./deadlines.ts";
import { recordProgress } from "./progress.ts";
import { readCampaign } from "./queries.ts";
import { campaignForSchool, listRecipients, recipientFacets } from "./recipients.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

onEachEngine("deadlines", (engine) => {
	test("one school gets more time, with the reason beside it and in its audit", async () => {
		const world = await buildWorld(engine);
		const [one, two] = [await buildSchool(world, { name: "MN 1" }), await buildSchool(world, { name: "MN 2" })];
		const { id } = await buildCampaign(world);
		const ctx = as(world, world.office, "officer");
		await extendDue(ctx, id, { schoolIds: [one.id], dueOn: "2026-12-10", reason: " Trường bị  ngập " });
		const { rows } = await listRecipients(ctx, id);
		expect(rows.map((row) => [row.name, row.dueOn, row.extensionReason])).toEqual([
			["MN 1", "2026-12-10", "Trường bị ngập"],
			["MN 2", "2026-12-02", ""],
		]);
		expect((await campaignForSchool(as(world, one, "principal"), id)).recipient.due_on).toBe("2026-12-10");
		const audit = await world.store.read.selectFrom("audit_event").selectAll().where("unit_id", "=", one.id).execute();
		expect(audit).toMatchObject([{ event: "campaign.extended", subject: `campaign/${id}` }]);
		expect(two.id).not.toBe(one.id);
	});

	test("several at once, all or none: a day not later, a school that has submitted, a school not on the list", async () => {
		const world = await buildWorld(engine);
		const [one, two] = [await buildSchool(world), await buildSchool(world, { name: "Đã nộp" })];
		const { id } = await buildCampaign(world);
		const ctx = as(world, world.office, "officer");
		const extend = (schoolIds: string[], dueOn: string) => extendDue(ctx, id, { schoolIds, dueOn, reason: "Mưa bão" });
		await extend([one.id, two.id], "2026-12-05");
		await expect(extend([one.id, two.id], "2026-12-05")).rejects.toEqual(refused("extension_not_later"));
		await inTransaction(ctx, (ctx) =>
			recordProgress(ctx, two.id, id, { state: "submitted", first_submitted_at: ctx.now, on_time: 1 }),
		);
		await expect(extend([one.id, two.id], "2026-12-09")).rejects.toMatchObject({
			body: { code: "already_submitted", details: { names: ["Đã nộp"] } },
		});
		const later = await buildSchool(world);
		await expect(extend([one.id, later.id], "2026-12-09")).rejects.toEqual(refused("not_found"));
		const { rows } = await listRecipients(ctx, id);
		expect(new Set(rows.map((row) => row.dueOn))).toEqual(new Set(["2026-12-05"]));
	});

	test("a closed campaign stays closed and takes no extension; a draft cannot be closed", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { id } = await buildCampaign(world);
		const ctx = as(world, world.office, "officer");
		await closeCampaign(ctx, id);
		await closeCampaign(ctx, id);
		expect(await readCampaign(ctx, id)).toMatchObject({ state: "closed", closedAt: ctx.now });
		const extension = { schoolIds: [school.id], dueOn: "2026-12-20", reason: "Muộn" };
		await expect(extendDue(ctx, id, extension)).rejects.toEqual(refused("campaign_not_issued"));
		const draft = await buildCampaign(world, { state: "draft" });
		await expect(closeCampaign(ctx, draft.id)).rejects.toEqual(refused("campaign_not_issued"));
		const closings = await world.store.read
			.selectFrom("audit_event")
			.select("seq")
			.where("event", "=", "campaign.closed")
			.execute();
		expect(closings).toHaveLength(1);
	});

	test("readers neither extend nor close; another office finds nothing, nor does a school that is not on the list", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { id } = await buildCampaign(world);
		const later = await buildSchool(world);
		const extension = { schoolIds: [school.id], dueOn: "2026-12-20", reason: "Muộn" };
		const reader = as(world, world.office, "reader");
		await expect(extendDue(reader, id, extension)).rejects.toEqual(refused("forbidden"));
		await expect(closeCampaign(reader, id)).rejects.toEqual(refused("forbidden"));
		await expect(listRecipients(reader, id)).rejects.toEqual(refused("forbidden"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		await expect(extendDue(stranger, id, extension)).rejects.toEqual(refused("not_found"));
		await expect(closeCampaign(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(listRecipients(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(campaignForSchool(as(world, later, "principal"), id)).rejects.toEqual(refused("not_found"));
		await expect(campaignForSchool(reader, id)).rejects.toEqual(refused("forbidden"));
		await expect(listRecipients(as(world, school, "principal"), id)).rejects.toEqual(refused("forbidden"));
	});

	test("the list is filtered by state, commune, kind and lateness, and searched without tone marks", async () => {
		const world = await buildWorld(engine);
		const one = await buildSchool(world, { name: "Trường Mầm non Giao Xuân" });
		const two = await buildSchool(world, { name: "Trường Tiểu học Đông Hải", kind: "TH", commune: world.communes[1] });
		const { id } = await buildCampaign(world, { template: { kinds: [] } });
		const late = as(world, world.office, "officer", "2026-12-08T03:00:00.000Z");
		await inTransaction(late, (ctx) =>
			recordProgress(ctx, two.id, id, { state: "submitted", first_submitted_at: ctx.now, on_time: 0 }),
		);
		const found = async (search: object) => (await listRecipients(late, id, search)).rows.map((row) => row.schoolId);
		expect(await found({ q: "dong hai" })).toEqual([two.id]);
		expect(await found({ q: "xuân giao" })).toEqual([one.id]);
		expect(await found({ state: "submitted" })).toEqual([two.id]);
		expect(await found({ commune: world.communes[0].id })).toEqual([one.id]);
		expect(await found({ kind: "TH" })).toEqual([two.id]);
		expect(await found({ late: "late" })).toEqual([two.id]);
		expect(await found({ late: "overdue" })).toEqual([one.id]);
		expect(await recipientFacets(late, id)).toMatchObject({
			states: { not_started: 1, submitted: 1, accepted: 0 },
			overdue: 1,
			late: 1,
			communes: [{ name: "Xã Giao An" }, { name: "Xã Giao Xuân" }],
		});
	});

	test("a long list goes on page by page, each school once", async () => {
		const world = await buildWorld(engine);
		for (let n = 0; n < 60; n += 1) await buildSchool(world, { name: `Trường ${n % 7}` });
		const { id } = await buildCampaign(world);
		const ctx = as(world, world.office, "officer");
		const first = await listRecipients(ctx, id);
		const second = await listRecipients(ctx, id, { after: first.next });
		expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
		expect(new Set([...first.rows, ...second.rows].map((row) => row.schoolId)).size).toBe(60);
	});
});
