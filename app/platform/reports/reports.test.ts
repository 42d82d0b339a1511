import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { checkReport, correctReport, draftReport } from "#app/domain/papers/commands.ts";
import { issuedPaper } from "#app/domain/papers/queries.ts";
import { loadReport, standingOfVersion } from "#app/domain/papers/versions.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { cameraForm, cameras } from "#tests/support/build-figures.ts";
import { period, reportedLetter, serve, signing, writtenReport } from "#tests/support/build-reports.ts";
import { buildCampaign } from "#tests/support/build-returns.ts";
import { canLookAtPapers, lookAt, printed } from "#tests/support/on-paper.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { paperDocx, paperPdf } from "../jobs/papers.ts";
import { type AnnexTable, countOf, letterOf, paperAnnexes, sumOf } from "./annex.ts";
import { issueWithFiles, reportFile } from "./files.ts";
import { annexesOf, fitting, reportPaper } from "./report-paper.ts";

/** What a workbook would reckon, from the cells that stand in it: SUM, SUMIF, COUNTIF and COUNTIFS over one sheet. */
function reckon(sheet: ExcelJS.Worksheet, formula: string): number {
	const cells = (range = "") => {
		const [, column = "", from, to] = /^([A-Z]+)(\d+):\1(\d+)$/.exec(range) ?? [];
		return Array.from(
			{ length: Number(to) - Number(from) + 1 },
			(_, i) => sheet.getCell(`${column}${Number(from) + i}`).value,
		);
	};
	const [, name = "", inside = ""] = /^(\w+)\((.*)\)$/.exec(formula) ?? [];
	const args = inside.split(",");
	const numbers = (range?: string) => cells(range).map((value) => (typeof value === "number" ? value : 0));
	const says = (range?: string, text = "") => cells(range).map((value) => value === text.slice(1, -1));
	const total = (list: number[]) => list.reduce((sum, n) => sum + n, 0);
	if (name === "SUM") return total(numbers(args[0]));
	if (name === "COUNTIF") return says(args[0], args[1]).filter(Boolean).length;
	if (name === "SUMIF") return total(numbers(args[2]).map((n, i) => (says(args[0], args[1])[i] ? n : 0)));
	const [first, second] = [says(args[0], args[1]), says(args[2], args[3])];
	return first.filter((yes, i) => yes && second[i]).length;
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(Buffer.from(bytes) as never);
	return workbook;
}

onEachEngine("annexes of a report", (engine) => {
	test("hold one line a school, with totals that the database counts; names are text whatever they look like", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world, ["<b>An</b>", "=1+1", "Châu", "Dương"]);
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		const { facts } = await standingOfVersion(officer, report);
		const annexes = await annexesOf(officer, facts);
		const [results] = annexes[0]?.tables ?? [];
		const rows = await world.store.read
			.selectFrom("recipient")
			.selectAll()
			.orderBy("search")
			.orderBy("school_id")
			.execute();
		expect(results?.rows.map((row) => [row[2], row[5], row[6], row[10]])).toEqual(
			rows.map((row) => [
				row.name,
				row.counted,
				row.met,
				{ met: "Đạt", not_met: "Chưa đạt" }[row.verdict ?? ""] ?? "Chưa nộp",
			]),
		);
		const sum = (key: "met" | "counted") => rows.reduce((all, row) => all + (row[key] ?? 0), 0);
		expect(results?.totals.map((row) => [row[2], row[5], row[6], row[10]])).toMatchObject([
			["Tổng cộng", { value: sum("counted") }, { value: sum("met") }, null],
			["Số đơn vị Đạt", null, null, { value: 2 }],
			["Số đơn vị Chưa đạt", null, null, { value: 1 }],
			["Số đơn vị chưa kết luận", null, null, { value: 0 }],
			["Số đơn vị chưa nộp", null, null, { value: 1 }],
		]);
		const [criteria, matrix] = annexes[1]?.tables ?? [];
		for (const [at, row] of (criteria?.rows ?? []).entries()) {
			const marks = matrix?.rows.map((school) => school[2 + at]) ?? [];
			const many = (mark: string) => marks.filter((one) => one === mark).length;
			expect(row.slice(3, 7)).toEqual([many("Đ"), many("C"), many("–"), many("")]);
			expect(marks).toHaveLength(3);
		}
	});

	test("sub-totals of camera figures add up to the total and are the counters' own", async () => {
		const world = await buildWorld(engine);
		const { directiveId, officer } = await reportedLetter(world);
		const schools = [
			await buildSchool(world),
			await buildSchool(world, { ownership: "tu_thuc" }),
			await buildSchool(world, { kind: "NTDL", ownership: "tu_thuc" }),
		];
		const campaign = await buildCampaign(world, { form: cameraForm, schools });
		const task = await world.store.read
			.selectFrom("directive_task")
			.select("id")
			.where("ours", "=", 1)
			.executeTakeFirstOrThrow();
		await serve(world, campaign.id, task.id);
		for (const [at, own] of campaign.returns.entries()) {
			const rows = [
				{ name: "Lớp 1", area: "lop" as const, eyes: 2 + at, broken: at, ...(at > 0 ? { why: "Cháy" } : {}) },
			];
			await submitReturn(ctxFor(world, own.principal), own.returnId, {
				round: 1,
				operations: cameras(rows),
				deviceAt: null,
			});
		}
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		const { facts } = await standingOfVersion(officer, report);
		const [table] = (await annexesOf(officer, facts))[2]?.tables ?? [];
		const at = (table?.columns ?? []).findIndex(({ label }) => label === "Hỏng");
		const totals = (table?.totals ?? []).map((row) => (row[at] as { value: number }).value);
		expect(totals).toEqual([0, 1, 2, 3]);
		const line = facts.find(({ kind }) => kind === "status")?.line;
		expect(line?.totals.hong?.value).toBe(3);
	});
});

describe("files of a report", () => {
	test("the workbook reckons the totals that we tell, with frozen heads, filters and a print area", async () => {
		const world = await buildWorld("sqlite");
		const { directiveId, officer } = await reportedLetter(world, ["An", "=1+1", "Châu", "Dương"]);
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		const workbook = await opened(await reportFile(officer, report, "xlsx"));
		const [sheet] = workbook.worksheets;
		let formulas = 0;
		sheet?.eachRow((row) =>
			row.eachCell(({ value }) => {
				const formula = value !== null && typeof value === "object" && "formula" in value ? value.formula : undefined;
				if (!formula || formula.startsWith("IF")) return;
				formulas += 1;
				expect([formula, reckon(sheet, formula)]).toEqual([formula, (value as ExcelJS.CellFormulaValue).result ?? 0]);
			}),
		);
		expect(formulas).toBe(6);
		expect(sheet?.views[0]).toMatchObject({ state: "frozen" });
		expect(sheet?.autoFilter).toBeTruthy();
		expect(sheet?.pageSetup.printArea).toMatch(/^A1:M\d+$/);
		const names = sheet?.getColumn(3).values ?? [];
		expect(names).toContain("Trường Mầm non =1+1");
	});

	test("what is issued is what was written: number, day, signer, hashes; a correction has files of its own", async () => {
		const world = await buildWorld("sqlite");
		const { directiveId, officer } = await reportedLetter(world);
		const id = await writtenReport(officer, directiveId);
		await checkReport(officer, id);
		// Signed on the 23rd, entered a day later.
		await issueWithFiles({ ...officer, today: "2026-11-24", now: "2026-11-24T03:00:00.000Z" }, id, signing());
		const issued = await loadReport(officer, id);
		const day = "Số liệu tính đến ngày 23/11/2026";
		expect(issuedPaper(issued)?.annexes?.map(({ body: [head] }) => head)).toMatchObject([
			{ text: [{ text: `(${day})` }] },
			{ text: [{ text: `(${day})` }] },
			...Array(3).fill({ text: "Trong kỳ không có đợt báo cáo nào về nội dung này." }),
		]);
		const [sheet] = (await opened(await reportFile(officer, issued, "xlsx"))).worksheets;
		expect([1, 2, 3, 4, 5].map((row) => sheet?.getCell(row, 1).value)).toContain(day);
		const pdf = await reportFile(officer, issued, "pdf");
		await correctReport(officer, id);
		expect(
			Buffer.from(await reportFile(officer, await loadReport(officer, id, 1), "pdf")).equals(Buffer.from(pdf)),
		).toBe(true);
		if (!canLookAtPapers) return;
		const [first] = lookAt(pdf).pages;
		expect(first?.text).toContain("Số: 05/BC-PGDĐT");
		expect(first?.text).toContain("ngày 23 tháng 11 năm 2026");
		expect(first?.text).toContain("Kính gửi: Ban Thường vụ Huyện ủy");
	});

	test("a reader may download, and gets the draft without number", async () => {
		const world = await buildWorld("sqlite");
		const { directiveId, officer } = await reportedLetter(world);
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		const bytes = await reportFile(as(world, world.office, "reader"), report, "docx");
		expect(Buffer.from(bytes).toString("latin1", 0, 2)).toBe("PK");
	});
});

describe.skipIf(!canLookAtPapers)("a long annex on paper", () => {
	const table: AnnexTable = {
		caption: "Đợt rà soát",
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 12 },
			{ label: "Tên đơn vị", kind: "text", width: 36, paper: 100 },
			{ label: "Đạt", kind: "integer", width: 8, paper: 20 },
			{ label: "Kết quả", kind: "text", width: 8, paper: 30 },
		],
		rows: Array.from({ length: 300 }, (_, at) => [
			at + 1,
			`Trường <i>${at + 1}</i> =A1`,
			at,
			at % 2 ? "Đạt" : "Chưa đạt",
		]),
		totals: [],
	};
	table.totals = [[null, "Tổng cộng", sumOf(table.rows, 2), countOf(table.rows, 3, "Đạt")]];

	test("has its head on every page, in PDF and in Word, and all its rows", async () => {
		const world = await buildWorld("sqlite");
		const { directiveId, officer } = await reportedLetter(world);
		const report = await loadReport(officer, await draftReport(officer, { directiveId, ...period }));
		const paper = {
			...reportPaper(report, [], null, "2026"),
			annexes: paperAnnexes([{ title: "Danh sách", tables: [table] }]),
		};
		const [pdf, docx] = [await paperPdf(paper), await paperDocx(paper)];
		for (const seen of [lookAt(pdf), lookAt(printed([docx])[0] ?? new Uint8Array())]) {
			const pages = seen.pages.filter(({ width, height }) => width > height);
			expect(pages.length).toBeGreaterThan(10);
			for (const page of pages) expect(page.text).toContain("Tên đơn vị");
			const all = pages.map(({ text }) => text).join("\n");
			for (const number of [1, 150, 300]) expect(all).toContain(`<i>${number}</i> =A1`);
			expect(all).toMatch(/Tổng cộng\s+44\.850\s+150/);
		}
	});
});

test("what would outgrow a paper stands in the workbook, the largest table first", async () => {
	const table = (caption: string, rows: number): AnnexTable => ({
		caption,
		columns: [{ label: "Đơn vị", kind: "text", width: 36, paper: 100 }],
		rows: Array.from({ length: rows }, (_, at) => [`Trường Mầm non xã Giao An số ${at}`]),
		totals: [],
	});
	const annexes = [{ title: "I", tables: [table("nhỏ", 10), table("lớn", 60_000)] }];
	expect((await fitting(annexes))[0]?.tables.map(({ because }) => because !== undefined)).toEqual([false, true]);
	expect(annexes[0]?.tables[1]?.because).toBeUndefined();
	expect((await fitting([{ title: "I", tables: [table("vừa", 1_600)] }]))[0]?.tables[0]?.because).toBeUndefined();
});

test.each([
	[0, "A"],
	[25, "Z"],
	[26, "AA"],
	[701, "ZZ"],
	[702, "AAA"],
])("column %d is %s", (at, letter) => expect(letterOf(at)).toBe(letter));
