import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { readIssuer } from "#app/domain/conduct/issuer.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { type Definition, definition } from "#app/domain/forms/schema.ts";
import type { Paper } from "#app/domain/paper.ts";
import { draftNotices, draftReminder } from "#app/domain/papers/letter-commands.ts";
import { noticeDraft, reminderDraft } from "#app/domain/papers/letter-drafts.ts";
import { standingReminder } from "#app/domain/papers/letter-issue.ts";
import { loadLetter, noticesOf, writtenNotices } from "#app/domain/papers/letter-queries.ts";
import type { LateSchool, NoticeFacts, Unmet } from "#app/domain/papers/letter-schema.ts";
import { listSchoolLetters, readSchoolLetter } from "#app/domain/papers/letter-school-queries.ts";
import { codeText } from "#app/domain/papers/slip-code.ts";
import { makeSlipCode, readSlip } from "#app/domain/papers/slips.ts";
import { type ResultRow, reportedCampaign } from "#app/domain/reports/queries.ts";
import { as, buildWorld, ctxFor } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { accept, lateCampaign, noticeSigning, reminderSigning, sendAt, unmet } from "#tests/support/build-letters.ts";
import { buildCampaign, smallForm } from "#tests/support/build-returns.ts";
import { canLookAtPapers, lookAt, printed, type SeenPdf } from "#tests/support/on-paper.ts";
import { broad, tall } from "#tests/support/sample-pictures.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { paperDocx, paperPdf } from "../jobs/papers.ts";
import { annexSheets } from "../reports/annex.ts";
import { xlsxStream } from "../tables/xlsx.ts";
import { draftPaper, issueNoticesLaidOut, issueReminderWithFiles, writeNotices } from "./files.ts";
import { noticePaper } from "./notice.ts";
import { reminderPaper } from "./reminder.ts";
import { type ResultList, readResultList, resultAnnexes, resultListPaper } from "./result-list.ts";
import { slipPaper } from "./slip.ts";
import { noticesZip } from "./zip.ts";

const mm = (length: number) => (length * 72) / 25.4;
const said = (seen: SeenPdf) =>
	seen.pages
		.map(({ text }) => text)
		.join("\n")
		.replace(/\s+/g, " ");
const texts = (paper: Paper) => JSON.stringify(paper);

/** With `KEEP_PAPERS=folder` the papers are left there to be looked at. */
function keep(name: string, pdf: Uint8Array): void {
	const folder = process.env.KEEP_PAPERS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/${name}.pdf`, pdf);
}

/** A paper from both writers, as somebody would print it. */
async function both(name: string, paper: Paper): Promise<SeenPdf[]> {
	const pdf = await paperPdf(paper);
	const [word] = printed([await paperDocx(paper)]);
	keep(name, pdf);
	keep(`${name}-word`, word as Uint8Array);
	return [lookAt(pdf), lookAt(word as Uint8Array)];
}

/** Nothing stands outside the margins of Nghị định 30; only page numbers stand in the upper one. */
function clipped({ pages }: SeenPdf): string[] {
	return pages.flatMap(({ width, height, words }) =>
		words
			.filter(({ text, left, right, top, bottom }) => {
				const number = top < mm(18) && /^\d+$/.test(text);
				const inside = left >= mm(29.5) && right <= width - mm(14) && top >= mm(19) && bottom <= height - mm(18);
				return !number && !inside;
			})
			.map(({ text }) => text),
	);
}

const order = (text: string, ...parts: string[]) => parts.map((part) => text.indexOf(part));
const ascending = (places: number[]) => places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));

function late(count: number): LateSchool[] {
	return Array.from({ length: count }, (_, at) => ({
		schoolId: `${at}`,
		returnId: `${at}`,
		code: `36365${String(at).padStart(3, "0")}`,
		name: `Trường Mầm non Giao An ${at + 1}`,
		commune: "Xã Giao An",
		dueOn: "2026-11-20",
		daysLate: 3,
	}));
}

const counts = (n: number) => ({ recipients: 78, reported: 78 - n, late: n, dueOn: "2026-11-20", today: "2026-11-23" });
const draftOf = {
	campaign: { title: "Rà soát trường học an toàn", dueOn: "2026-11-20" },
	office: "Phòng GD&ĐT Giao Thủy",
	today: "2026-11-23",
	directives: [{ number: "566-CV/HU", issuedOn: "2019-11-04", issuer: "Ban Thường vụ Huyện ủy Giao Thủy" }],
	bases: ["Thông tư 18/2023/TT-BGDĐT, Điều 11 và Điều 13"],
	last: null,
};
const signing = {
	number: 5,
	issuedOn: "2026-02-04",
	capacity: ["KT. Trưởng phòng", "Phó Trưởng phòng"],
	signer: "Lê Thị Bình",
};

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
		const annexes = resultAnnexes(list, "whole");
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
	expect(texts(eleven).match(/Trường Mầm non Giao An 11 /g)).toHaveLength(1);
	expect(texts(eleven)).toContain("Tổng số: 11 đơn vị");
	const one = reminderPaper(reminderDraft(draftOf), late(1), counts(1), null);
	expect(one.addressees).toEqual(["Trường Mầm non Giao An 1"]);
});

/** A campaign of so many schools that fail three criteria each, without a database. */
function largeList(schools: number): ResultList {
	const form: Definition = definition.parse(smallForm);
	const one: Unmet = {
		item: "A.1",
		row: "",
		mandatory: true,
		knockout: false,
		remark: "Lan can tầng 2 gãy hai thanh, chưa thay được vì chờ kinh phí",
		measure: "Hàn lại",
		owner: "Hiệu trưởng",
		dueOn: "2026-12-15",
		request: "",
	};
	const rows = Array.from({ length: schools }, (_, at) => ({
		school_id: `${at}`,
		code: `36365${String(at).padStart(4, "0")}`,
		name: `MN số ${at + 1}`,
		kind: "MN",
		commune: "Xã Giao An",
		due_on: "2026-11-20",
		submitted_at: "2026-11-19T02:00:00.000Z",
		verdict: at % 3 === 0 ? "met" : "not_met",
		met: 3,
		counted: 4,
		percent_tenths: 750,
		reasons: JSON.stringify([{ code: "mandatory_unmet", items: ["A.1"] }]),
	})) as unknown as ResultRow[];
	const campaign = { id: "c", title: "Rà soát", due_on: "2026-11-20", definition: form, version_id: "v" };
	const failed = [one, { ...one, item: "A.2", mandatory: false }, { ...one, item: "B.1", knockout: true }];
	return {
		campaign: campaign as ResultList["campaign"],
		rows,
		unmet: new Map(rows.filter(({ verdict }) => verdict === "not_met").map((row) => [row.school_id, failed])),
	};
}

describe.skipIf(!canLookAtPapers)("on paper", () => {
	test("a reminder: blocks in their order, Số 05 and ngày 04 tháng 02, its annex with the header on every page", async () => {
		const paper = reminderPaper(reminderDraft(draftOf), late(60), counts(60), signing);
		for (const seen of await both("reminder", paper)) {
			const text = said(seen);
			expect(
				ascending(
					order(
						text,
						"Số: 05/PGDĐT",
						"V/v đôn đốc nộp",
						"Kính gửi: Các cơ sở giáo dục có tên tại Phụ lục",
						"Thực hiện Công văn số 566-CV/HU",
						"còn 60 đơn vị quá hạn chưa nộp",
						"Danh sách 60 đơn vị",
						"chậm nhất ngày 26/11/2026",
						"nghiêm túc thực hiện./.",
						"DANH SÁCH ĐƠN VỊ QUÁ HẠN",
						"Trường Mầm non Giao An 60",
					),
				),
			).toBe(true);
			expect(text).toContain("Giao Thủy, ngày 04 tháng 02 năm 2026");
			expect(text).toContain("KT. TRƯỞNG PHÒNG");
			expect(text).toContain("Lê Thị Bình");
			expect(clipped(seen)).toEqual([]);
			const annex = seen.pages.filter(({ text }) => text.includes("Trường Mầm non Giao An "));
			expect(annex.length).toBeGreaterThan(1);
			for (const page of annex) expect(page.text).toContain("Hạn nộp");
		}
	});

	test("a reminder to three: by name in Kính gửi and in the text", async () => {
		const paper = reminderPaper(reminderDraft({ ...draftOf, directives: [] }), late(3), counts(3), {
			...signing,
			issuedOn: "2026-11-23",
			number: 12,
		});
		for (const seen of await both("reminder-few", paper)) {
			expect(said(seen)).toContain("ngày 23 tháng 11 năm 2026");
			expect(said(seen)).toContain("- Trường Mầm non Giao An 3.");
			expect(clipped(seen)).toEqual([]);
			expect(seen.pages).toHaveLength(1);
		}
	});

	const facts: NoticeFacts = {
		schoolId: "s",
		returnId: "r",
		round: 1,
		code: "36365001",
		name: "Trường Mầm non Giao An",
		kind: "MN",
		dueOn: "2026-11-20",
		submittedAt: "2026-11-19T02:00:00.000Z",
		reviewedAt: "2026-11-21T02:00:00.000Z",
		remark: "Trường đã chủ động rà soát; cần ưu tiên xử lý lan can trước.",
		verdict: "not_met",
		met: 3,
		counted: 5,
		percentTenths: 600,
		reasons: JSON.stringify([
			{ code: "percent_below", percent: 60, atLeast: 80 },
			{ code: "mandatory_unmet", items: ["A.1"] },
		]),
		unmet: [
			{
				item: "A.1",
				row: "",
				mandatory: true,
				knockout: false,
				remark: "Lan can tầng 2 gãy hai thanh",
				measure: "Hàn lại lan can, sơn cảnh báo",
				owner: "Hiệu trưởng",
				dueOn: "2026-12-15",
				request: "Hỗ trợ 20 triệu đồng",
			},
			{
				item: "A.2",
				row: "",
				mandatory: false,
				knockout: false,
				remark: "n".repeat(300),
				measure: "=1+1 <b>#eval</b>",
				owner: "",
				dueOn: null,
				request: "",
			},
		],
		rowTitles: {},
	};

	test("a notice: result, reasons, each criterion with measure and day, request, remark, what is asked", async () => {
		const form = definition.parse(smallForm);
		const paper = noticePaper(noticeDraft(draftOf), form, facts, { ...signing, issuedOn: "2026-11-23", number: 8 }, "");
		for (const seen of await both("notice", paper)) {
			const text = said(seen);
			expect(
				ascending(
					order(
						text,
						"Số: 08/TB-PGDĐT",
						"THÔNG BÁO",
						"Căn cứ Thông tư 18/2023/TT-BGDĐT",
						"I. KẾT QUẢ",
						"Chưa đạt",
						"3/5 (60%)",
						"II. TIÊU CHÍ CHƯA ĐẠT",
						"A.1. Lan can chắc chắn",
						"III. KIẾN NGHỊ CỦA ĐƠN VỊ",
						"Hỗ trợ 20 triệu đồng",
						"IV. NHẬN XÉT",
						"V. YÊU CẦU",
					),
				),
			).toBe(true);
			expect(text).toContain("15/12/2026");
			expect(text).toContain("<b>#eval</b>");
			expect(clipped(seen)).toEqual([]);
			expect(seen.fonts.flat().some((name) => /Tinos/.test(name))).toBe(true);
		}
		const clean = noticePaper(
			noticeDraft(draftOf),
			form,
			{ ...facts, unmet: [], remark: "", verdict: "met", reasons: null },
			null,
			"2026",
		);
		expect(texts(clean)).toContain("Đơn vị không có tiêu chí nào chưa đạt.");
		expect(texts(clean)).toContain("IV. Yêu cầu");
	});

	test("a list of 300 schools: landscape, its header on every page, every school once, nothing cut off", async () => {
		const world = await buildWorld("sqlite");
		const { campaign, officer } = await lateCampaign(world);
		const { version_id } = await reportedCampaign(officer, campaign.id);
		const large = largeList(300);
		const paper = await resultListPaper(officer, {
			...large,
			campaign: { ...large.campaign, id: campaign.id, version_id },
		});
		for (const seen of await both("list", paper)) {
			expect(clipped(seen)).toEqual([]);
			const wide = seen.pages.filter(({ width, height }) => width > height);
			expect(wide.length).toBeGreaterThan(20);
			for (const { text } of wide) expect(text).toMatch(/STT\s.*Đơn vị/s);
			const all = said(seen);
			for (let at = 1; at <= 300; at++) expect(all.split(`MN số ${at} `)).toHaveLength(2);
			expect(all).toContain("Tổng cộng: 100 đơn vị");
			expect(all).toContain("Tổng cộng: 200 đơn vị");
		}
	}, 120_000);

	test("a list of 1,000 schools that fail much tells the criteria by code, with their names in an annex", async () => {
		const world = await buildWorld("sqlite");
		const { campaign, officer } = await lateCampaign(world);
		const { version_id } = await reportedCampaign(officer, campaign.id);
		const large = largeList(1_000);
		const heavy = new Map([...large.unmet].map(([id, list]) => [id, Array.from({ length: 12 }, () => list).flat()]));
		const list = { ...large, unmet: heavy, campaign: { ...large.campaign, id: campaign.id, version_id } };
		const paper = await resultListPaper(officer, list);
		expect(paper.annexes?.at(-1)?.title).toBe("Nội dung các tiêu chí");
		const seen = lookAt(await paperPdf(paper));
		expect(clipped(seen)).toEqual([]);
		expect(said(seen).includes("MN số 1000 ")).toBe(true);
	}, 120_000);

	test("a print of a return: facts, result, code, every answer, photographs, who sent it", async () => {
		const world = await buildWorld("sqlite");
		const { campaign, officer } = await lateCampaign(world);
		const returnId = campaign.returns[1]?.returnId ?? "";
		const code = await makeSlipCode(officer, "office", returnId);
		const slip = await readSlip(officer, "office", returnId);
		const school = await readIssuer(officer, slip.school.code);
		const paper = slipPaper({ slip, school, verifyAt: "https://antoan.example.vn/xac-minh", pictures: [broad, tall] });
		for (const seen of await both("slip", paper)) {
			const text = said(seen);
			expect(
				ascending(
					order(
						text,
						"PHIẾU KẾT QUẢ",
						"Lần 1, lúc 09:00 19/11/2026",
						"Kết quả: CHƯA ĐẠT",
						codeText(code),
						"A. CƠ SỞ VẬT CHẤT",
						"gãy hai thanh",
						"B. SỐ LIỆU",
						"ẢNH KÈM THEO",
						"HIỆU TRƯỞNG",
					),
				),
			).toBe(true);
			expect(text).not.toContain("Số:");
			expect(text).toContain("Biện pháp: Hàn lại lan can (Hiệu trưởng)");
			expect(text.replace(/ /g, "")).toContain(slip.sha256);
			expect(clipped(seen)).toEqual([]);
		}
	});

	test("a print of a form with rows of rooms and without a verdict", async () => {
		const world = await buildWorld("sqlite");
		const campaign = await buildCampaign(world, { form: cameraForm });
		const own = campaign.returns[0];
		if (!own) throw new Error("a school");
		const rooms = [
			{ name: "Lớp 5 tuổi A", area: "lop", eyes: 2, broken: 0 },
			{ name: "Sân sau", area: "san", eyes: 4, broken: 1, why: "Hỏng nguồn" },
		] as const;
		await sendAt(world, campaign, 0, cameras(rooms));
		const ctx = ctxFor(world, own.principal);
		await makeSlipCode(ctx, "school", own.returnId);
		const slip = await readSlip(ctx, "school", own.returnId);
		const school = await readIssuer(ctx, slip.school.code);
		const paper = slipPaper({ slip, school, verifyAt: "https://antoan.example.vn/xac-minh", pictures: [] });
		expect(texts(paper)).not.toContain("Kết quả: ");
		for (const seen of await both("slip-rows", paper)) expect(clipped(seen)).toEqual([]);
	});

	test("a draft has its number, day and name free", async () => {
		const world = await buildWorld("sqlite");
		const { campaign, officer } = await lateCampaign(world);
		const id = await draftNotices(officer, campaign.id);
		const paper = await draftPaper(officer, await loadLetter(officer, id));
		expect(paper.letterhead).toMatchObject({ number: null, day: "2026" });
		expect(paper.signatures).toEqual([{ capacity: ["Trưởng phòng"], name: "" }]);
		expect(said(lookAt(await paperPdf(paper)))).toMatch(/ngày\s+tháng\s+năm 2026/);
	});
});
