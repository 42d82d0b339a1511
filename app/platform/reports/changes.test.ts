import { expect, test } from "vitest";
import { type Ctx, inTransaction } from "#app/domain/ctx.ts";
import { checkReport } from "#app/domain/papers/commands.ts";
import { loadReport, standingOfVersion } from "#app/domain/papers/versions.ts";
import { blockPerson } from "#app/domain/people/accounts.ts";
import { readPicture } from "#app/domain/reports/pictures.ts";
import { figuresByCommune, reportedCampaign } from "#app/domain/reports/queries.ts";
import { moveSchool } from "#app/domain/units/commands.ts";
import { as, buildWorld, ctxFor, type World } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { reportedLetter, send, signing, writtenReport } from "#tests/support/build-reports.ts";
import type { BuiltCampaign } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { issueWithFiles, reportFile } from "./files.ts";
import { annexesOf } from "./report-paper.ts";

/** A store in which something happens after the file of that number was put. */
function watched(files: Ctx["files"], most: number, happens: () => Promise<void>) {
	const keys = new Set<string>();
	const store: Ctx["files"] = {
		get: files.get,
		put: async (key, bytes) => {
			await files.put(key, bytes);
			keys.add(key);
			if (keys.size === most) await happens();
		},
		remove: async (key) => {
			await files.remove(key);
			keys.delete(key);
		},
	};
	return { store, keys };
}

async function move(world: World, campaign: BuiltCampaign, at: number): Promise<void> {
	const own = campaign.returns[at];
	if (!own) throw new Error("a return for each school");
	const [, commune] = world.communes;
	await inTransaction(as(world, world.office, "officer"), (ctx) => moveSchool(ctx, own.school, commune.id));
	own.principal.unitPath = `${commune.path}${own.school.id}/`;
}

onEachEngine("what changes around a report", (engine) => {
	test("files of an issue that is refused at the last moment are destroyed; a second try has its own", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await checkReport(officer, id);
		const full = watched(officer.files, 2, () => Promise.reject(new Error("disk full")));
		await expect(issueWithFiles({ ...officer, files: full.store }, id, signing())).rejects.toThrow("disk full");
		// The second file was put and then not known by any row.
		expect(full.keys.size).toBe(1);
		const late = watched(officer.files, 3, () => send(world, campaign, 3, {}));
		await expect(issueWithFiles({ ...officer, files: late.store }, id, signing())).rejects.toMatchObject({
			body: { code: "report_figures_moved" },
		});
		expect(late.keys.size).toBe(0);
		expect(await world.store.read.selectFrom("file").select("id").execute()).toEqual([]);
		expect((await loadReport(officer, id)).state).toBe("checked");
	});

	test("files of a report that was issued after all stay, whatever is thrown afterwards", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await checkReport(officer, id);
		const twice = await Promise.allSettled([
			issueWithFiles(officer, id, signing()),
			issueWithFiles(officer, id, signing({ number: 6 })),
		]);
		expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const issued = await loadReport(officer, id);
		expect((await reportFile(officer, issued, "pdf")).byteLength).toBeGreaterThan(1_000);
		const kept = await world.store.read.selectFrom("file").select("id").execute();
		expect(kept.map((file) => file.id).sort()).toEqual(
			[issued.docx_file_id, issued.pdf_file_id, issued.xlsx_file_id].sort(),
		);
	});

	test("a school that changed commune stays under its old one in annexes, counters and pictures, before and after it sends", async () => {
		const world = await buildWorld(engine);
		const { directiveId, campaign, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		const before = await standingOfVersion(officer, await loadReport(officer, id));
		await move(world, campaign, 1);
		expect((await standingOfVersion(officer, await loadReport(officer, id))).now).toEqual(before.now);
		await move(world, campaign, 3);
		await send(world, campaign, 3, {});
		const after = await standingOfVersion(officer, await loadReport(officer, id));
		expect(after.now["d1.da-nop"]?.value).toBe(4);
		const [results] = (await annexesOf(officer, after.facts))[0]?.tables ?? [];
		expect(results?.rows.map((row) => row[4])).toEqual(Array(4).fill("Xã Giao An"));
		const { communes } = await figuresByCommune(officer, campaign.id);
		expect(communes.map(({ name, figures }) => [name, figures.recipients, figures.reported])).toEqual([
			["Xã Giao An", 4, 4],
		]);
		const picture = await readPicture(officer, await reportedCampaign(officer, campaign.id), "map", {
			by: "rate",
			schools: 100,
		});
		expect(picture).toMatchObject({
			kind: "map",
			map: { areas: [{ communes: ["Xã Giao An"], whole: 4, part: 4 }] },
		});
	});

	test("whoever issued it may be blocked and the signer gone: the report stays as it was", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const clerk = ctxFor(world, (await buildPerson(world, world.office, "officer")).actor);
		const id = await writtenReport(clerk, directiveId);
		await checkReport(clerk, id);
		await issueWithFiles(clerk, id, signing());
		const issued = await loadReport(officer, id);
		await blockPerson(as(world, world.office, "office_admin"), clerk.actor.personId);
		expect(await loadReport(officer, id)).toEqual(issued);
		expect(issued.signer).toBe("Nguyễn Văn A");
		expect((await reportFile(officer, issued, "docx")).byteLength).toBeGreaterThan(1_000);
	});
});
