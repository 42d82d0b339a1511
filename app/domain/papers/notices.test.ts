import { expect, test } from "vitest";
import { as, buildWorld } from "#tests/support/build.ts";
import { lateCampaign, neighbour, noticeSigning, notify, someFiles, somePaper } from "#tests/support/build-letters.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { draftNotices } from "./letter-commands.ts";
import { countUntold, noticeFacts } from "./letter-facts.ts";
import { issueNotices, linkNoticeFiles, readyToNotify } from "./letter-issue.ts";
import {
	countNotices,
	loadLetter,
	noticesOf,
	readLetterFile,
	unwrittenNotices,
	writtenNotices,
} from "./letter-queries.ts";
import { listSchoolLetters, readSchoolLetter } from "./letter-school-queries.ts";

const refused = (code: string) => ({ body: { code } });

onEachEngine("notices of results", (engine) => {
	test("go to accepted returns alone, numbered by name, once each", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftNotices(officer, campaign.id);
		expect(await countUntold(officer, campaign.id)).toBe(2);
		const facts = await noticeFacts(officer, campaign);
		expect(facts.map(({ name, verdict, unmet }) => [name, verdict, unmet.length])).toEqual([
			["Trường Mầm non An", "met", 0],
			["Trường Mầm non Bình", "not_met", 1],
		]);
		expect(facts[1]?.unmet).toEqual([
			{
				item: "A.1",
				row: "",
				mandatory: true,
				knockout: false,
				remark: "Lan can tầng 2 gãy hai thanh",
				measure: "Hàn lại lan can",
				owner: "Hiệu trưởng",
				dueOn: "2026-12-15",
				request: "Hỗ trợ 20 triệu đồng",
			},
		]);
		const ids = await notify(officer, id);
		expect((await noticesOf(officer, campaign.id)).lines.map(({ school, number }) => [school, number])).toEqual([
			["Trường Mầm non Bình", 8],
			["Trường Mầm non An", 7],
		]);
		await expect(notify(officer, id)).rejects.toMatchObject(refused("letter_nobody_accepted"));
		expect(await countUntold(officer, campaign.id)).toBe(0);
		expect(await unwrittenNotices(officer, campaign.id)).toEqual(ids);
		// The text they were written from stays for those accepted later.
		expect((await loadLetter(officer, id)).state).toBe("draft");
	});

	test("one school alone; a range with a taken number, a changed text and strangers are refused whole", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftNotices(officer, campaign.id);
		await notify(officer, id, { returnId: campaign.returns[1]?.returnId, number: 8 });
		expect(await countNotices(officer, campaign.id)).toEqual({ issued: 1, written: 0 });
		await expect(notify(officer, id, { number: 8 })).rejects.toMatchObject(refused("letter_number_taken"));
		const ready = await readyToNotify(officer, id, noticeSigning());
		const notices = ready.facts.map((fact) => ({ ...fact, number: 7, paper: somePaper }));
		await expect(issueNotices(officer, id, noticeSigning(), { revision: 9, notices })).rejects.toMatchObject(
			refused("letter_changed"),
		);
		await expect(issueNotices(officer, id, noticeSigning(), { revision: 1, notices: [] })).rejects.toMatchObject(
			refused("letter_changed"),
		);
		await expect(notify(as(world, world.office, "reader"), id)).rejects.toMatchObject(refused("forbidden"));
		await expect(notify(await neighbour(world), id)).rejects.toMatchObject(refused("not_found"));
		await expect(draftNotices(as(world, world.office, "reader"), campaign.id)).rejects.toMatchObject(
			refused("forbidden"),
		);
		await expect(notify(officer, id, { returnId: campaign.returns[2]?.returnId })).rejects.toMatchObject(
			refused("letter_nobody_accepted"),
		);
		expect(await countNotices(officer, campaign.id)).toEqual({ issued: 1, written: 0 });
	});

	test("are seen by their school when their files are kept, byte for byte; by no other school", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const [first = "", second = ""] = await notify(officer, await draftNotices(officer, campaign.id));
		const [an, binh] = campaign.returns.map(({ school }) => as(world, school, "principal"));
		if (!an || !binh) throw new Error("two schools");
		expect(await listSchoolLetters(an)).toEqual([]);
		await expect(
			linkNoticeFiles(as(world, world.office, "reader"), first, await someFiles(officer)),
		).rejects.toMatchObject(refused("forbidden"));
		const strange = await neighbour(world);
		await expect(linkNoticeFiles(officer, first, await someFiles(strange))).rejects.toMatchObject(refused("not_found"));
		const files = await someFiles(officer);
		await linkNoticeFiles(officer, first, files);
		const kept = await loadLetter(officer, first);
		// Who writes them a second time changes nothing.
		await linkNoticeFiles(officer, first, await someFiles(officer));
		expect(await loadLetter(officer, first)).toEqual(kept);
		expect(kept.pdf_file_id).toBe(files.pdf);
		expect(kept.pdf_sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(await listSchoolLetters(an)).toMatchObject([{ id: first, kind: "result", number: 7, verdict: "met" }]);
		expect((await readSchoolLetter(an, first, "pdf")).bytes).toEqual(await readLetterFile(officer, kept, "pdf"));
		await expect(readSchoolLetter(binh, first, "pdf")).rejects.toMatchObject(refused("not_found"));
		await expect(readSchoolLetter(binh, second, "pdf")).rejects.toMatchObject(refused("not_found"));
		await expect(readLetterFile(as(world, world.office, "reader"), kept, "pdf")).rejects.toMatchObject(
			refused("forbidden"),
		);
		expect(await writtenNotices(officer, campaign.id)).toMatchObject([{ number: 7, pdfSha256: kept.pdf_sha256 }]);
		await expect(writtenNotices(as(world, world.office, "reader"), campaign.id)).rejects.toMatchObject(
			refused("forbidden"),
		);
	});
});
