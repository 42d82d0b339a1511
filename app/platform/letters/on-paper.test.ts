import { describe, expect, test } from "vitest";
import { readIssuer } from "#app/domain/conduct/issuer.ts";
import { definition } from "#app/domain/forms/schema.ts";
import { draftNotices } from "#app/domain/papers/letter-commands.ts";
import { noticeDraft, reminderDraft } from "#app/domain/papers/letter-drafts.ts";
import { loadLetter } from "#app/domain/papers/letter-queries.ts";
import type { NoticeFacts } from "#app/domain/papers/letter-schema.ts";
import { codeText } from "#app/domain/papers/slip-code.ts";
import { makeSlipCode, readSlip } from "#app/domain/papers/slips.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { buildWorld, ctxFor } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { lateCampaign, sendAt } from "#tests/support/build-letters.ts";
import { buildCampaign, smallForm } from "#tests/support/build-returns.ts";
import {
	ascending,
	both,
	clipped,
	counts,
	draftOf,
	largeList,
	late,
	order,
	said,
	signing,
	texts,
} from "#tests/support/letters-on-paper.ts";
import { canLookAtPapers, lookAt } from "#tests/support/on-paper.ts";
import { broad, tall } from "#tests/support/sample-pictures.ts";
import { paperPdf } from "../jobs/papers.ts";
import { draftPaper } from "./files.ts";
import { noticePaper } from "./notice.ts";
import { reminderPaper } from "./reminder.ts";
import { resultListPaper } from "./result-list.ts";
import { slipPaper } from "./slip.ts";

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
						"3/5 (60 %)",
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
			expect(all).toContain("Tổng cộng: 100");
			expect(all).toContain("Tổng cộng: 200");
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
		const paper = slipPaper({
			slip,
			school,
			verifyAt: "https://antoan.example.vn/xac-minh",
			photographs: { sections: [{ heading: "A. Cơ sở vật chất", pictures: [broad, tall] }], left: 3 },
		});
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
						"Còn 3 ảnh không in trong phiếu này",
						"HIỆU TRƯỞNG",
					),
				),
			).toBe(true);
			expect(text).not.toContain("Số:");
			expect(text).toContain("Biện pháp: Hàn lại");
			expect(texts(paper)).toContain("Biện pháp: Hàn lại lan can (Hiệu trưởng)");
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
		const paper = slipPaper({
			slip,
			school,
			verifyAt: "https://antoan.example.vn/xac-minh",
			photographs: { sections: [], left: 0 },
		});
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
