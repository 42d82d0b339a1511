import fc from "fast-check";
import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, type World } from "#tests/support/build.ts";
import { buildCampaign, buildDirective, buildTemplate, plan } from "#tests/support/build-campaigns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { newId } from "../id.ts";
import { issueCampaign } from "../tallies/issue.ts";
import { readTallies } from "../tallies/queries.ts";
import { createVersion, publishVersion } from "../templates/commands.ts";
import { readVersion } from "../templates/queries.ts";
import { saveDraft } from "./commands.ts";
import { campaignsOfDirective, listCampaigns, readCampaign } from "./queries.ts";
import { listRecipients } from "./recipients.ts";
import { previewRecipients, recipientChoices } from "./selection.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

async function names(world: World, campaignId: string): Promise<string[]> {
	const { rows } = await listRecipients(as(world, world.office, "officer"), campaignId);
	return rows.map((row) => row.name);
}

onEachEngine("issuing", (engine) => {
	test("the list is frozen: a school made later is not on it, one that moves keeps its commune, a closed one was never on it", async () => {
		const world = await buildWorld(engine);
		const first = await buildSchool(world, { name: "Trường Mầm non A" });
		const closed = await buildSchool(world, { name: "Trường Mầm non B" });
		await buildSchool(world, { name: "Trường Tiểu học C", kind: "TH" });
		await world.store.read.updateTable("unit").set({ status: "closed" }).where("id", "=", closed.id).execute();
		const { id } = await buildCampaign(world);
		await buildSchool(world, { name: "Trường Mầm non D" });
		const [, elsewhere] = world.communes;
		await world.store.read
			.updateTable("unit")
			.set({ parent_id: elsewhere.id, path: `${elsewhere.path}${first.id}/`, name: "Tên mới" })
			.where("id", "=", first.id)
			.execute();
		const { rows } = await listRecipients(as(world, world.office, "officer"), id);
		expect(rows).toMatchObject([
			{ name: "Trường Mầm non A", commune: "Xã Giao An", state: "not_started", dueOn: "2026-12-02" },
		]);
		const campaign = await readCampaign(as(world, world.office, "officer"), id);
		expect(campaign).toMatchObject({ recipients: 1, reported: 0, state: "issued", phase: "open" });
	});

	test("counters open with the list, for the office, the commune and the province", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		await buildSchool(world, { commune: world.communes[1] });
		const { id } = await buildCampaign(world);
		for (const [unit, n] of [
			[world.province, 2],
			[world.office, 2],
			[world.communes[0], 1],
		] as const) {
			const { returns } = await readTallies({ db: world.store.read }, id, unit.id);
			expect(returns).toMatchObject({ recipients: n, not_started: n, reported: 0 });
		}
	});

	test("a double click issues once, even when both arrive together", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const { id } = await buildCampaign(world, { state: "draft" });
		const ctx = as(world, world.office, "officer");
		const both = await Promise.all([issueCampaign(ctx, id), issueCampaign(ctx, id)]);
		expect(both.map(({ fresh }) => fresh).sort()).toEqual([false, true]);
		expect(both.map(({ recipients }) => recipients)).toEqual([1, 1]);
		await issueCampaign(ctx, id);
		expect(await names(world, id)).toHaveLength(1);
		expect((await readTallies(ctx, id, world.office.id)).returns.recipients).toBe(1);
		const issued = await world.store.read
			.selectFrom("audit_event")
			.select("seq")
			.where("event", "=", "campaign.issued")
			.execute();
		expect(issued).toHaveLength(1);
	});

	test("nothing is issued to nobody, and the draft stays", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world, { kind: "TH" });
		const { id } = await buildCampaign(world, { state: "draft" });
		const ctx = as(world, world.office, "officer");
		await expect(issueCampaign(ctx, id)).rejects.toEqual(refused("no_recipients"));
		expect((await readCampaign(ctx, id)).state).toBe("draft");
	});

	test("days that cannot be and versions that are not in use are refused", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const ctx = as(world, world.office, "officer");
		const { templateId, versionId } = await buildTemplate(world);
		const save = (over: object) => saveDraft(ctx, newId(), plan(versionId, ctx, over));
		await expect(save({ dueOn: "2026-11-22" })).rejects.toEqual(refused("due_before_opening"));
		await expect(save({ opensOn: "2026-11-22" })).rejects.toEqual(refused("opening_in_past"));
		const id = newId();
		await saveDraft(ctx, id, plan(versionId, ctx));
		await expect(issueCampaign(as(world, world.office, "officer", "2026-11-24T03:00:00.000Z"), id)).rejects.toEqual(
			refused("opening_in_past"),
		);
		const admin = as(world, world.office, "office_admin");
		const { definition } = await readVersion(ctx, versionId);
		const next = await createVersion(admin, templateId, definition);
		await expect(saveDraft(ctx, newId(), plan(next, ctx))).rejects.toEqual(refused("version_not_published"));
		await publishVersion(admin, next);
		await expect(issueCampaign(ctx, id)).rejects.toEqual(refused("version_not_published"));
	});

	test("a draft can be rewritten until it is issued; without kinds and title it takes the template's", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		await buildSchool(world, { kind: "TH" });
		const ctx = as(world, world.office, "officer");
		const { taskIds } = await buildDirective(world);
		const { id, versionId } = await buildCampaign(world, { state: "draft", taskIds });
		await saveDraft(ctx, id, plan(versionId, ctx, { title: " ", taskIds: taskIds.slice(0, 1) }));
		const campaign = await readCampaign(ctx, id);
		expect(campaign).toMatchObject({ title: "Bảng kiểm thử, tháng 11/2026", filter: { kinds: ["MN"] } });
		expect(campaign.tasks.map(({ number, directive }) => [directive, number])).toEqual([["566-CV/HU", "4b"]]);
		await issueCampaign(ctx, id);
		await expect(saveDraft(ctx, id, plan(versionId, ctx))).rejects.toEqual(refused("campaign_not_draft"));
		expect(await names(world, id)).toHaveLength(1);
	});

	test("the preview is what issuing freezes, and tells of kinds the template is not for", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world, { name: "MN 1" });
		await buildSchool(world, { name: "TH 1", kind: "TH", commune: world.communes[1] });
		await buildSchool(world, { name: "TH 2", kind: "TH", ownership: "tu_thuc", managedBy: world.province });
		const ctx = as(world, world.office, "officer");
		const { versionId } = await buildTemplate(world);
		const filter = {
			kinds: ["MN", "TH"] as ("MN" | "TH")[],
			communes: [],
			ownerships: ["cong_lap" as const],
			managers: [],
		};
		const preview = await previewRecipients(ctx, filter, versionId);
		expect(preview.count).toBe(2);
		expect(preview.byKind).toEqual([
			{ kind: "MN", n: 1, fits: true },
			{ kind: "TH", n: 1, fits: false },
		]);
		const { id } = await buildCampaign(world, { versionId, filter });
		expect(await names(world, id)).toEqual(preview.schools.map(({ name }) => name));
		const choices = await recipientChoices(ctx);
		expect(choices.kinds).toEqual([
			{ value: "MN", schools: 1 },
			{ value: "TH", schools: 2 },
		]);
		expect(choices.managers.map(({ name, schools }) => [name, schools])).toEqual([
			["Sở GD&ĐT Nam Định", 1],
			["Phòng GD&ĐT Giao Thủy", 2],
		]);
	});

	test("readers do not issue; another office's campaign, task and version are not there", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const { id, versionId } = await buildCampaign(world, { state: "draft" });
		const reader = as(world, world.office, "reader");
		await expect(issueCampaign(reader, id)).rejects.toEqual(refused("forbidden"));
		await expect(saveDraft(reader, newId(), plan(versionId, reader))).rejects.toEqual(refused("forbidden"));
		await expect(
			previewRecipients(reader, { kinds: [], communes: [], ownerships: [], managers: [] }, null),
		).rejects.toEqual(refused("forbidden"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const stranger = as(world, other, "officer");
		await expect(issueCampaign(stranger, id)).rejects.toEqual(refused("not_found"));
		await expect(saveDraft(stranger, id, plan(versionId, stranger))).rejects.toEqual(refused("not_found"));
		const ctx = as(world, world.office, "officer");
		await expect(saveDraft(ctx, newId(), plan(versionId, ctx, { taskIds: [newId()] }))).rejects.toEqual(
			refused("not_found"),
		);
		await expect(saveDraft(ctx, newId(), plan(versionId, ctx, { fileId: newId() }))).rejects.toEqual(
			refused("not_found"),
		);
	});

	test("lists and pages: own campaigns newest first, a letter's campaigns by task, strangers nothing", async () => {
		const world = await buildWorld(engine);
		await buildSchool(world);
		const { id: letterId, taskIds } = await buildDirective(world);
		const first = await buildCampaign(world, { title: "Rà soát một", taskIds: taskIds.slice(0, 1) });
		const second = await buildCampaign(world, {
			title: "Rà soát hai",
			state: "draft",
			now: "2026-11-23T05:00:00.000Z",
		});
		const ctx = as(world, world.office, "officer");
		expect((await listCampaigns(ctx)).lines.map((line) => line.id)).toEqual([second.id, first.id]);
		expect((await listCampaigns(ctx, { state: "issued" })).lines.map((line) => line.id)).toEqual([first.id]);
		expect((await listCampaigns(ctx, { q: "ra soat HAI" })).lines.map((line) => line.id)).toEqual([second.id]);
		const served = await campaignsOfDirective(ctx, letterId);
		expect(Object.entries(served).map(([task, lines]) => [task, lines.map(({ id }) => id)])).toEqual([
			[taskIds[0], [first.id]],
		]);
		await expect(readCampaign(as(world, world.office, "reader"), first.id)).rejects.toEqual(refused("forbidden"));
		const above = as(world, world.province, "officer");
		expect((await readCampaign(above, first.id)).own).toBe(false);
		await expect(readCampaign(above, second.id)).rejects.toEqual(refused("not_found"));
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		await expect(readCampaign(as(world, other, "officer"), first.id)).rejects.toEqual(refused("not_found"));
	});

	test("property: whatever is chosen, recipients = rows of the list = the office's counter", async () => {
		const world = await buildWorld(engine);
		const [here, there] = world.communes;
		for (const kind of ["MN", "MN", "TH", "THCS"]) {
			await buildSchool(world, { kind });
			await buildSchool(world, { kind, commune: there, ownership: "tu_thuc", managedBy: world.province });
		}
		const { versionId } = await buildTemplate(world, { kinds: [] });
		const some = <T>(of: T[]) => fc.subarray(of);
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					kinds: some<"MN" | "TH" | "THCS">(["MN", "TH", "THCS"]),
					communes: some([here.id, there.id]),
					ownerships: some<"cong_lap" | "tu_thuc">(["cong_lap", "tu_thuc"]),
					managers: some([world.office.id, world.province.id]),
				}),
				async (filter) => {
					const ctx = as(world, world.office, "officer");
					const { count } = await previewRecipients(ctx, filter, versionId);
					const { id } = await buildCampaign(world, { versionId, filter, state: "draft" });
					if (count === 0) {
						await expect(issueCampaign(ctx, id)).rejects.toEqual(refused("no_recipients"));
						return;
					}
					const { recipients } = await issueCampaign(ctx, id);
					expect(recipients).toBe(count);
					expect(await names(world, id)).toHaveLength(count);
					expect((await readTallies(ctx, id, world.office.id)).returns.recipients).toBe(count);
					expect((await readCampaign(ctx, id)).recipients).toBe(count);
				},
			),
			{ numRuns: 15 },
		);
	});
});
