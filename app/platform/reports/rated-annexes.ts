/** Annexes I and II: results of each school, and every criterion of every school. */
import type { Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import { verdictItems } from "#app/domain/forms/criteria.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { allResults, type Mark, marksOf, openFindings } from "#app/domain/papers/annex-queries.ts";
import type { CampaignFacts } from "#app/domain/papers/figures.ts";
import type { Unmet } from "#app/domain/papers/letter-schema.ts";
import { shortDay } from "#app/domain/papers/rules.ts";
import { type ResultRow, reportedCampaign } from "#app/domain/reports/queries.ts";
import type { Cell } from "#app/domain/reports/schema.ts";
import { rateTenths } from "#app/domain/tallies/rules.ts";
import { verdictName } from "#app/i18n/verdict.ts";
import { type Campaign, reasonText } from "../tables/campaign-sheets.ts";
import { type AnnexColumn, type AnnexTable, countOf, rowsOf, schoolCells, sumOf } from "./annex.ts";

/** The matrix of more schools than this is for the workbook alone. */
const MATRIX_ON_PAPER = 120;
/** Criteria side by side on a landscape page. */
const MATRIX_COLUMNS = 20;

const reviews = { not_started: "", draft: "", submitted: "Chưa duyệt", sent_back: "Trả lại", accepted: "Đã duyệt" };

/** Annex I, and for those that are not *Đạt* the reasons and what is done about them. */
export async function resultTables(ctx: Ctx, facts: CampaignFacts): Promise<AnnexTable[]> {
	const vi: Ctx = { ...ctx, locale: "vi" };
	const campaign = await reportedCampaign(vi, facts.id);
	const rows = await allResults(vi, facts.id);
	const findings = await openFindings(vi, facts.id, campaign.definition);
	return [await resultTable(facts, rows), await unmetTable(vi, facts, campaign, rows, findings)];
}

const result = 10;

async function resultTable({ title }: CampaignFacts, found: readonly ResultRow[]): Promise<AnnexTable> {
	const columns: AnnexColumn[] = [
		{ label: "STT", kind: "integer", width: 6, paper: 11 },
		{ label: "Mã", kind: "text", width: 12, paper: 0 },
		{ label: "Đơn vị", kind: "text", width: 36, paper: 46 },
		{ label: "Loại hình", kind: "text", width: 20, paper: 26 },
		{ label: "Xã", kind: "text", width: 18, paper: 24 },
		{ label: "Số tiêu chí áp dụng", kind: "integer", width: 10, paper: 17 },
		{ label: "Đạt", kind: "integer", width: 8, paper: 13 },
		{ label: "%", kind: "tenths", width: 8, paper: 14 },
		{ label: "Bắt buộc chưa đạt", kind: "text", width: 24, paper: 27 },
		{ label: "Điều kiện loại", kind: "text", width: 16, paper: 18 },
		{ label: "Tự đánh giá", kind: "text", width: 14, paper: 19 },
		{ label: "Phòng duyệt", kind: "text", width: 12, paper: 18 },
		{ label: "Ngày nộp", kind: "day", width: 12, paper: 25 },
	];
	const rows = await rowsOf(found, (row, at) => {
		const reasons = row.reasons === null ? [] : (JSON.parse(row.reasons) as VerdictReason[]);
		const items = (code: VerdictReason["code"]) =>
			reasons.flatMap((reason) => (reason.code === code && "items" in reason ? reason.items : [])).join("; ");
		return [
			...schoolCells(row, at),
			row.counted,
			row.met,
			row.percent_tenths,
			items("mandatory_unmet"),
			items("knocked_out"),
			row.verdict === null ? "Chưa nộp" : verdictName(row.verdict as VerdictResult, "vi"),
			reviews[row.state],
			row.submitted_at === null ? null : dayOf(row.submitted_at),
		];
	});
	const count = (label: string, says: string): Cell[] => {
		const cells: Cell[] = columns.map(() => null);
		cells[2] = label;
		cells[result] = countOf(rows, result, says);
		return cells;
	};
	const sums: Cell[] = columns.map(() => null);
	const [counted, met] = [sumOf(rows, 5), sumOf(rows, 6)];
	sums[2] = "Tổng cộng";
	sums[5] = counted;
	sums[6] = met;
	// Of the table alone, where the shares of schools have whatever weight their forms give them.
	const share = rateTenths(met.value ?? 0, counted.value ?? 0);
	const ratio = "SUM(G{first}:G{last})/SUM(F{first}:F{last})";
	sums[7] = { formula: `IF(SUM(F{first}:F{last})=0,0,ROUNDDOWN(${ratio}*1000,0)/10)`, value: share };
	return {
		caption: title,
		columns,
		rows,
		totals: [
			sums,
			count("Số đơn vị Đạt", "Đạt"),
			count("Số đơn vị Chưa đạt", "Chưa đạt"),
			count("Số đơn vị chưa kết luận", "Chưa kết luận"),
			count("Số đơn vị chưa nộp", "Chưa nộp"),
		],
	};
}

async function unmetTable(
	ctx: Ctx,
	{ title }: CampaignFacts,
	campaign: Campaign,
	found: readonly ResultRow[],
	findings: ReadonlyMap<string, readonly Unmet[]>,
): Promise<AnnexTable> {
	const failed = found.filter(({ verdict }) => verdict === "not_met" || verdict === "provisional");
	const lines = (schoolId: string, line: (finding: Unmet) => string) =>
		(findings.get(schoolId) ?? [])
			.map(line)
			.filter((text) => text !== "")
			.join("\n");
	const measure = ({ item, measure, dueOn }: Unmet) =>
		measure && `${item}: ${measure}${dueOn ? ` (đến ${shortDay(dueOn)})` : ""}`;
	return {
		caption: `${title}: lý do chưa đạt, biện pháp khắc phục, kiến nghị`,
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 11 },
			{ label: "Đơn vị", kind: "text", width: 36, paper: 46 },
			{ label: "Lý do chưa đạt", kind: "text", width: 60, paper: 80 },
			{ label: "Biện pháp, thời hạn", kind: "text", width: 60, paper: 75 },
			{ label: "Kiến nghị cấp trên", kind: "text", width: 40, paper: 40 },
		],
		rows: await rowsOf(failed, (row, at) => [
			at + 1,
			row.name,
			reasonText(ctx, campaign, row.reasons),
			lines(row.school_id, measure),
			lines(row.school_id, ({ item, request }) => request && `${item}: ${request}`),
		]),
		totals: [],
	};
}

const marks: Record<Mark, string> = { met: "Đ", unmet: "C", na: "–", blank: "" };

/** Annex II: every criterion with its counts, then schools × criteria. */
export async function matrixTables(ctx: Ctx, facts: CampaignFacts): Promise<AnnexTable[]> {
	const { definition } = await reportedCampaign(ctx, facts.id);
	const items = verdictItems(definition);
	const codes = items.map(({ code }) => code);
	const schools = (await allResults(ctx, facts.id)).filter((row) => row.first_submitted_at !== null);
	const schoolIds = schools.map(({ school_id }) => school_id);
	const marked = await marksOf(ctx, { campaignId: facts.id, definition, codes, schoolIds });
	const of = (schoolId: string, at: number): string => marks[marked.get(schoolId)?.[at] ?? "blank"];
	const all = [...marked.values()];
	const tally = (at: number, mark: Mark) => all.reduce((many, own) => (own[at] === mark ? many + 1 : many), 0);
	const criteria: AnnexTable = {
		caption: `${facts.title}: các tiêu chí`,
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 11 },
			{ label: "Mã", kind: "text", width: 12, paper: 26 },
			{ label: "Tiêu chí", kind: "text", width: 80, paper: 119 },
			{ label: "Đạt", kind: "integer", width: 8, paper: 16 },
			{ label: "Chưa đạt", kind: "integer", width: 10, paper: 18 },
			{ label: "Không áp dụng", kind: "integer", width: 10, paper: 20 },
			{ label: "Chưa trả lời", kind: "integer", width: 10, paper: 20 },
			{ label: "% chưa đạt", kind: "tenths", width: 10, paper: 22 },
		],
		rows: await rowsOf(items, ({ code, text }, at) => {
			const [met, unmet] = [tally(at, "met"), tally(at, "unmet")];
			return [at + 1, code, text.vi, met, unmet, tally(at, "na"), tally(at, "blank"), rateTenths(unmet, met + unmet)];
		}),
		totals: [],
	};
	criteria.totals = [[null, null, "Tổng cộng", ...[3, 4, 5, 6].map((at) => sumOf(criteria.rows, at)), null]];
	const matrix = async (from: number, to: number, more: Partial<AnnexTable>): Promise<AnnexTable> => {
		const rows = await rowsOf(schools, (row, at) => [
			at + 1,
			row.name,
			...codes.slice(from, to).map((_, i) => of(row.school_id, from + i)),
		]);
		return {
			caption: `${facts.title}: ma trận tiêu chí từ ${from + 1} đến ${to} (Đ: đạt; C: chưa đạt; –: không áp dụng)`,
			columns: [
				{ label: "STT", kind: "integer", width: 6, paper: 11 },
				{ label: "Đơn vị", kind: "text", width: 36, paper: 51 },
				...codes.slice(from, to).map((code, i): AnnexColumn => {
					const label = more.because === undefined ? `${from + i + 1}` : code;
					return { label, kind: "text", width: 8, paper: 9.5, centred: true };
				}),
			],
			rows,
			totals: [[null, "Số đơn vị chưa đạt", ...codes.slice(from, to).map((_, i) => countOf(rows, i + 2, "C"))]],
			...more,
		};
	};
	if (codes.length === 0) return [criteria];
	const because = "Ma trận của từng đơn vị có trong tệp phụ lục dạng bảng tính (phu-luc.xlsx).";
	if (schools.length > MATRIX_ON_PAPER) return [criteria, await matrix(0, codes.length, { because })];
	const starts = codes.flatMap((_, at) => (at % MATRIX_COLUMNS === 0 ? [at] : []));
	const parts = starts.map((from) => matrix(from, Math.min(codes.length, from + MATRIX_COLUMNS), {}));
	return [criteria, ...(await Promise.all(parts))];
}
