import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Paper } from "#app/domain/paper.ts";
import { draftNotices, draftReminder } from "#app/domain/papers/letter-commands.ts";
import { reminderDraft } from "#app/domain/papers/letter-drafts.ts";
import { standingReminder } from "#app/domain/papers/letter-issue.ts";
import { loadLetter, noticesOf, writtenNotices } from "#app/domain/papers/letter-queries.ts";
import { listSchoolLetters, readSchoolLetter } from "#app/domain/papers/letter-school-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { as, buildWorld } from "#tests/support/build.ts";
import { accept, lateCampaign, noticeSigning, reminderSigning, sendAt, unmet } from "#tests/support/build-letters.ts";
import { counts, draftOf, late, texts } from "#tests/support/letters-on-paper.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { annexSheets } from "../reports/annex.ts";
import { xlsxStream } from "../tables/xlsx.ts";
import { issueNoticesLaidOut, issueReminderWithFiles, writeNotices } from "./files.ts";
import { reminderPaper } from "./reminder.ts";
import { readResultList, resultListPaper } from "./result-list.ts";
import { resultAnnexes } from "./result-tables.ts";
import { noticesZip } from "./zip.ts";

onEachEngine("letters with their files", (engine) => {
	test("a reminder is kept as it was signed: number, day, signer, the late schools and figures that the database counts", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world, ["An", "Bình", "Châu", "=1+1", "<b>Én</b> #eval"]);
		const id = await draftReminder(officer, campaign.id);
		const { mark } = await standingReminder(officer, await loadLetter(officer, id));
		await issueReminderWithFiles(officer, id, reminderSigning(mark));
		const letter = await loadLetter(officer, id);
		const paper = JSON.parse(letter.paper ?? "{}") as Paper;
		expect(paper.letterhead).toMatchObject({ number: 12, sign: "PGDĐT", day: "2026-11-23" });
		expect(paper.addressees).toEqual(["Trường Mầm non =1+1", "Trường Mầm non <b>Én</b> #eval"]);
		const missing = await world.store.read
			.selectFrom("recipient")
			.select((eb) => eb.fn.countAll<number>().as("n"))
			.where("first_submitted_at", "is", null)
			.executeTakeFirstOrThrow();
		expect(texts(paper)).toContain(`còn ${missing.n} đơn vị quá hạn chưa nộp`);
		const late = as(world, campaign.returns[3]?.school ?? world.office, "principal");
		const { bytes } = await readSchoolLetter(late, id, "docx");
		const zip = await JSZip.loadAsync(bytes);
		const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
		expect(document).toContain("&lt;b&gt;Én&lt;/b&gt; #eval");
		expect(document).toContain("Số: 12/PGDĐT");
	});

	test("notices are written one after the other, go on where they stopped, and come as one ZIP with their fingerprints", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world);
		await accept(world, campaign, 2, "Cần giữ vững kết quả.");
		const id = await draftNotices(officer, campaign.id);
		expect(await issueNoticesLaidOut(officer, id, noticeSigning())).toHaveLength(3);
		// The process stops after the first.
		const broken: Ctx = { ...officer, files: failingAfter(officer.files, 3) };
		await expect(writeNotices(broken, campaign.id)).rejects.toThrow("disk full");
		expect((await noticesOf(officer, campaign.id)).lines.filter(({ written }) => written)).toHaveLength(1);
		await Promise.all([writeNotices(officer, campaign.id), writeNotices(officer, campaign.id)]);
		const written = await writtenNotices(officer, campaign.id);
		expect(written.map(({ number }) => number)).toEqual([7, 8, 9]);
		const zip = await JSZip.loadAsync(await buffer(await noticesZip(officer, campaign.id)));
		const sums = (await zip.file("SHA256SUMS.txt")?.async("string")) ?? "";
		expect(Object.values(zip.files).filter(({ dir, name }) => !dir && name !== "SHA256SUMS.txt")).toHaveLength(6);
		for (const line of sums.trim().split("\n")) {
			const [sha256 = "", path = ""] = line.split("  ");
			const bytes = await zip.file(path)?.async("uint8array");
			expect(
				createHash("sha256")
					.update(bytes ?? "")
					.digest("hex"),
			).toBe(sha256);
		}
		const own = as(world, campaign.returns[1]?.school ?? world.office, "principal");
		const [letter] = await listSchoolLetters(own);
		expect(letter).toMatchObject({ number: 8, verdict: "not_met" });
	});

	test("the list counts as the database does, in every verdict, and its workbook holds the same rows", async () => {
		const world = await buildWorld(engine);
		const { campaign, officer } = await lateCampaign(world, ["An", "Bình", "Châu", "Dương", "Én", "Giang"]);
		await sendAt(world, campaign, 3, unmet(), "2026-11-22T02:00:00.000Z");
		const list = await readResultList(officer, await reportedCampaign(officer, campaign.id));
		const count = async (verdict: string | null) => {
			const query = world.store.read.selectFrom("recipient").select((eb) => eb.fn.countAll<number>().as("n"));
			const { n } = await (verdict === null
				? query.where("verdict", "is", null)
				: query.where("verdict", "=", verdict)
			).executeTakeFirstOrThrow();
			return Number(n);
		};
		const [met, notMet, missing] = [await count("met"), await count("not_met"), await count(null)];
		expect([met, notMet, missing]).toEqual([2, 2, 2]);
		const annexes = resultAnnexes(list);
		expect(annexes.map(({ title, tables }) => [title, tables[0]?.rows.length])).toEqual([
			["Danh sách đơn vị Đạt", met],
			["Danh sách đơn vị Chưa đạt, lý do theo từng tiêu chí", notMet],
			["Danh sách đơn vị chưa nộp báo cáo", missing],
		]);
		const [row] = annexes[1]?.tables[0]?.rows ?? [];
		expect(row?.slice(8)).toEqual([
			expect.stringContaining("Chưa đạt tiêu chí bắt buộc: A.1"),
			"A.1 (bắt buộc). Lan can chắc chắn: Lan can tầng 2 gãy hai thanh",
			"A.1: Hàn lại lan can (Hiệu trưởng), hạn 15/12/2026",
		]);
		const paper = await resultListPaper(officer, list);
		expect(texts(paper)).toContain("6 đơn vị thuộc diện báo cáo; 4 đơn vị đã nộp");
		expect(paper.letterhead).toMatchObject({ number: null, sign: "TB-PGDĐT", day: "2026" });
		const workbook = new ExcelJS.Workbook();
		const bytes = await buffer(xlsxStream(annexSheets(annexes, []), String, (error) => expect(error).toBeUndefined()));
		await workbook.xlsx.load(bytes as never);
		const sheet = workbook.worksheets[1];
		expect(
			sheet
				?.getSheetValues()
				.flat()
				.filter((cell) => cell === "Trường Mầm non Bình"),
		).toHaveLength(1);
	});
});

function failingAfter(files: Ctx["files"], most: number): Ctx["files"] {
	let put = 0;
	return {
		get: files.get,
		remove: files.remove,
		put: async (key, bytes) => {
			put += 1;
			if (put >= most) throw new Error("disk full");
			await files.put(key, bytes);
		},
	};
}

test("ten schools stand in the letter, eleven in an annex; each is named once in its list", () => {
	const ten = reminderPaper(reminderDraft(draftOf), late(10), counts(10), null);
	expect(ten.annexes).toEqual([]);
	expect(ten.addressees).toHaveLength(10);
	const eleven = reminderPaper(reminderDraft(draftOf), late(11), counts(11), null);
	expect(eleven.addressees).toEqual(["Các cơ sở giáo dục có tên tại Phụ lục kèm theo"]);
	expect(eleven.annexes).toHaveLength(1);
	expect(texts(eleven).match(/Trường Mầm non Giao An 11"/g)).toHaveLength(1);
	expect(texts(eleven)).toContain("Tổng số: 11 đơn vị");
	const one = reminderPaper(reminderDraft(draftOf), late(1), counts(1), null);
	expect(one.addressees).toEqual(["Trường Mầm non Giao An 1"]);
});
