import { expect, test } from "vitest";
import { actorAt, as, buildWorld, ctxFor } from "#tests/support/build.ts";
import {
	lateCampaign,
	mark,
	neighbour,
	remind,
	reminderSigning,
	sendAt,
	someFiles,
	somePaper,
} from "#tests/support/build-letters.ts";
import { complete } from "#tests/support/build-returns.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { discardLetter, draftNotices, draftReminder, saveLetter } from "./letter-commands.ts";
import { reminderFigures } from "./letter-drafts.ts";
import { issueReminder, standingReminder } from "./letter-issue.ts";
import { loadLetter, readLetterFile, remindersOf, schoolsOf } from "./letter-queries.ts";
import { listSchoolLetters, readSchoolLetter } from "./letter-school-queries.ts";
import { filled, keysIn } from "./rules.ts";

const refused = (code: string) => ({ body: { code } });

const input = (letter: Awaited<ReturnType<typeof loadLetter>>, over: object = {}) => {
	const { head, ...text } = letter.content;
	return { ...head, ...text, recipients: head.recipients.join("\n"), revision: letter.revision, ...over };
};

onEachEngine("reminders", (engine) => {
	test("are drafted from the schools that are late today, once, with figures that the database counts", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftReminder(officer, campaign.id);
		expect(await draftReminder(officer, campaign.id)).toBe(id);
		const letter = await loadLetter(officer, id);
		const { late, counts } = await standingReminder(officer, letter);
		expect(late.map(({ name, daysLate }) => [name, daysLate])).toEqual([
			["Trường Mầm non Dương", 3],
			["Trường Mầm non Én", 3],
		]);
		const rows = await world.store.read
			.selectFrom("recipient")
			.selectAll()
			.where("campaign_id", "=", campaign.id)
			.execute();
		const sent = rows.filter((row) => row.first_submitted_at !== null).length;
		expect(counts).toMatchObject({ recipients: rows.length, reported: sent, late: rows.length - sent });
		const said = filled(letter.content.opening, reminderFigures(counts));
		expect(said).toContain("đã có 3/5 đơn vị nộp báo cáo, đạt 60%; còn 2 đơn vị quá hạn chưa nộp.");
		expect(keysIn(said)).toEqual([]);
		expect(letter.content.head).toMatchObject({ superior: "UBND huyện Giao Thủy", sign: "PGDĐT", place: "Giao Thủy" });
	});

	test("nobody late, a campaign of others, a reader, a draft campaign: refused", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world, ["An", "Bình", "Châu"]);
		await expect(draftReminder(officer, campaign.id)).rejects.toMatchObject(refused("letter_nobody_late"));
		await expect(draftReminder(await neighbour(world), campaign.id)).rejects.toMatchObject(refused("not_found"));
		await expect(draftReminder(as(world, world.office, "reader"), campaign.id)).rejects.toMatchObject(
			refused("forbidden"),
		);
		await expect(draftReminder(officer, "rubbish")).rejects.toMatchObject(refused("not_found"));
	});

	test("an extension or a return takes a school off the list; what was signed is what was seen", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftReminder(officer, campaign.id);
		const seen = await mark(officer, id);
		await sendAt(world, campaign, 3, complete(), "2026-11-23T02:00:00.000Z");
		const issued = { revision: 1, paper: somePaper, files: await someFiles(officer) };
		await expect(issueReminder(officer, id, reminderSigning(seen), issued)).rejects.toMatchObject({
			body: { code: "letter_list_changed", details: { count: 1 } },
		});
		await remind(officer, id);
		expect((await schoolsOf(officer, await loadLetter(officer, id))).map(({ name }) => name)).toEqual([
			"Trường Mầm non Én",
		]);
	});

	test("an issued one never changes: a school that returns later stays on it, and is told apart", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftReminder(officer, campaign.id);
		await remind(officer, id);
		const before = await loadLetter(officer, id);
		await sendAt(world, campaign, 3, complete(), "2026-11-23T02:30:00.000Z");
		expect(await loadLetter(officer, id)).toEqual(before);
		expect((await schoolsOf(officer, before)).map(({ name, returnedAt }) => [name, returnedAt !== null])).toEqual([
			["Trường Mầm non Dương", true],
			["Trường Mầm non Én", false],
		]);
		expect(await remindersOf(officer, campaign.id)).toMatchObject([
			{ id, number: 12, sign: "PGDĐT", issuedOn: "2026-11-23", signer: "Lê Thị Bình", schools: 2, returned: 1 },
		]);
		await expect(saveLetter(officer, id, input(before))).rejects.toMatchObject(refused("letter_issued"));
		await expect(discardLetter(officer, id)).rejects.toMatchObject(refused("letter_issued"));
		await expect(remind(officer, id)).rejects.toMatchObject(refused("letter_issued"));
		const [entry] = await world.store.read
			.selectFrom("audit_event")
			.select(["unit_id", "after"])
			.where("event", "=", "letter.reminder_issued")
			.execute();
		expect(entry?.unit_id).toBe(world.office.id);
		expect(JSON.parse(entry?.after ?? "{}").schools).toHaveLength(2);
	});

	test("each school finds its own letter; the others' and strangers' do not exist for it", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftReminder(officer, campaign.id);
		const late = ctxFor(world, actorAt(campaign.returns[3]?.school ?? world.office, "principal"));
		expect(await listSchoolLetters(late)).toEqual([]);
		await expect(readSchoolLetter(late, id, "pdf")).rejects.toMatchObject(refused("not_found"));
		await remind(officer, id);
		expect(await listSchoolLetters(late)).toMatchObject([{ id, kind: "reminder", number: 12, returned: false }]);
		const file = await readSchoolLetter(late, id, "pdf");
		expect(file.bytes).toEqual(await readLetterFile(officer, await loadLetter(officer, id), "pdf"));
		const onTime = ctxFor(world, actorAt(campaign.returns[0]?.school ?? world.office, "principal"));
		expect(await listSchoolLetters(onTime)).toEqual([]);
		await expect(readSchoolLetter(onTime, id, "pdf")).rejects.toMatchObject(refused("not_found"));
		await expect(
			readSchoolLetter({ ...late, actor: { ...late.actor, role: "teacher" } }, id, "pdf"),
		).rejects.toMatchObject(refused("forbidden"));
		await expect(loadLetter(await neighbour(world), id)).rejects.toMatchObject(refused("not_found"));
	});

	test("numbers once a year for each sign; no day to come, none before the campaign", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const first = await draftReminder(officer, campaign.id);
		await expect(remind(officer, first, { issuedOn: "2026-11-24" })).rejects.toMatchObject(refused("day_in_future"));
		await expect(remind(officer, first, { issuedOn: "2026-11-01" })).rejects.toMatchObject(refused("letter_too_early"));
		await remind(officer, first);
		const second = await draftReminder(officer, campaign.id);
		expect(second).not.toBe(first);
		await expect(remind(officer, second)).rejects.toMatchObject({
			body: { code: "letter_number_taken", details: { number: 12, sign: "PGDĐT", year: "2026" } },
		});
		await expect(remind(as(world, world.office, "reader"), second, { number: 13 })).rejects.toMatchObject(
			refused("forbidden"),
		);
		await remind(officer, second, { number: 13 });
		expect((await remindersOf(officer, campaign.id)).map(({ number }) => number)).toEqual([13, 12]);
	});

	test("a draft is saved on top of what was read; unknown figures and readers are refused", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftReminder(officer, campaign.id);
		const letter = await loadLetter(officer, id);
		await saveLetter(officer, id, input(letter, { opening: "Còn {{qua-han}} đơn vị.", place: "Ngô Đồng" }));
		const saved = await loadLetter(officer, id);
		expect(saved).toMatchObject({ revision: 2, content: { opening: "Còn {{qua-han}} đơn vị." } });
		await expect(saveLetter(officer, id, input(letter))).rejects.toMatchObject(refused("letter_changed"));
		await expect(saveLetter(officer, id, input(saved, { closing: "{{mat-khau}}" }))).rejects.toMatchObject({
			body: { code: "report_unknown_figures", details: { tokens: ["{{mat-khau}}"] } },
		});
		await expect(saveLetter(as(world, world.office, "reader"), id, input(saved))).rejects.toMatchObject(
			refused("forbidden"),
		);
		await expect(saveLetter(await neighbour(world), id, input(saved))).rejects.toMatchObject(refused("not_found"));
		await expect(discardLetter(as(world, world.office, "reader"), id)).rejects.toMatchObject(refused("forbidden"));
		await discardLetter(officer, id);
		await expect(loadLetter(officer, id)).rejects.toMatchObject(refused("not_found"));
		// The next one is headed as people left the last.
		await draftNotices(officer, campaign.id);
	});
});
