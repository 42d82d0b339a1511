import type { Ctx } from "#app/domain/ctx.ts";
import { dayOf } from "#app/domain/days.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import type { Block, Paper } from "#app/domain/paper.ts";
import { allResults, openFindings } from "#app/domain/papers/annex-queries.ts";
import { headFor } from "#app/domain/papers/letter-drafts.ts";
import { draftFacts } from "#app/domain/papers/letter-facts.ts";
import type { Unmet } from "#app/domain/papers/letter-schema.ts";
import { shortDay, wordedNumber, wordedRate } from "#app/domain/papers/rules.ts";
import type { ResultRow } from "#app/domain/reports/queries.ts";
import type { Cell } from "#app/domain/reports/schema.ts";
import { rateTenths } from "#app/domain/tallies/rules.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";
import { type AnnexColumn, type AnnexTable, paperAnnexes, type ReportAnnex, sumOf } from "../reports/annex.ts";
import { type Campaign, named } from "../tables/campaign-sheets.ts";
import { closingOf, headOf } from "./head.ts";
import { itemName } from "./item-name.ts";

/** How much the paper tells of each criterion: everything, its name, or its code with the names in an annex. */
type Fullness = "whole" | "names" | "codes";

/** Beyond, `write-paper.ts` refuses a paper. */
const ON_PAPER = 850_000;
/** Signs of a remark on paper; the workbook has the whole. */
const REMARK = 200;

export type ResultList = { campaign: Campaign; rows: ResultRow[]; unmet: Map<string, Unmet[]> };

/** Everything that the list tells of; the campaign was read in the actor's scope. */
export async function readResultList(ctx: Ctx, campaign: Campaign): Promise<ResultList> {
	return {
		campaign,
		rows: await allResults(ctx, campaign.id),
		unmet: await openFindings(ctx, campaign.id),
	};
}

/** Who is *Đạt*, who is not and why (Thông tư 18/2023 Đ15), as an official paper without a number yet. */
export async function resultListPaper(ctx: Ctx, list: ResultList): Promise<Paper> {
	const { campaign, rows } = list;
	const { last, directives } = await draftFacts(ctx, campaign);
	const head = headFor("result", ctx.actor.unitName, last);
	const count = (verdict: string | null) => rows.filter((row) => row.verdict === verdict).length;
	const [met, notMet, open, missing] = [count("met"), count("not_met"), count("provisional"), count(null)];
	const none = rows.length - met - notMet - open - missing;
	const by = directives.map(({ number }) => `Công văn số ${number}`).join(", ");
	const share = (n: number) => wordedRate(rateTenths(n, rows.length - missing));
	const lines: [string, number, string][] = [
		["Đạt", met, share(met)],
		["Chưa đạt", notMet, share(notMet)],
		["Chưa kết luận", open + none, share(open + none)],
		["Chưa nộp báo cáo", missing, ""],
	];
	const body: Block[] = [
		{
			kind: "paragraph",
			text: `${by ? `Thực hiện ${by}, c` : "C"}ăn cứ báo cáo của các cơ sở giáo dục trong đợt “${campaign.title}” (hạn nộp ngày ${shortDay(campaign.due_on)}, số liệu đến ngày ${shortDay(ctx.today)}), ${head.issuer} thông báo kết quả như sau: ${wordedNumber(rows.length)} đơn vị thuộc diện báo cáo; ${wordedNumber(rows.length - missing)} đơn vị đã nộp.`,
		},
		{
			kind: "table",
			columns: [{ width: 6 }, { width: 3, align: "right" }, { width: 4, align: "right" }],
			head: [["Kết quả", "Số đơn vị", "Tỷ lệ trên số đã nộp"]],
			rows: [
				...lines.map(([label, n, rate]) => [label, wordedNumber(n), rate]),
				[
					{ text: [{ text: "Tổng cộng", bold: true }] },
					{ text: [{ text: wordedNumber(rows.length), bold: true }] },
					"",
				],
			],
		},
		{
			kind: "paragraph",
			text: "Danh sách đơn vị đạt, chưa đạt và lý do theo từng tiêu chí tại các Phụ lục kèm theo. Các đơn vị chưa đạt tổ chức khắc phục theo biện pháp, thời hạn đã đề ra.",
		},
	];
	const paper = (fullness: Fullness): Paper => ({
		letterhead: headOf(head, null, ctx.today.slice(0, 4)),
		subject: {
			form: "titled",
			kind: "Thông báo",
			abstract: `Danh sách cơ sở giáo dục đạt, chưa đạt trong đợt “${campaign.title}”`,
		},
		body,
		...closingOf(["Các cơ sở giáo dục", "Lưu: VT"], null),
		annexes: paperAnnexes(resultAnnexes(list, fullness)),
	});
	for (const fullness of ["whole", "names"] as const) {
		const laid = paper(fullness);
		if (JSON.stringify(laid).length <= ON_PAPER) return laid;
	}
	return paper("codes");
}

/** The lists, one annex each; those that nobody is on are left out, except the two that the circular asks for. */
export function resultAnnexes(list: ResultList, fullness: Fullness): ReportAnnex[] {
	const { campaign, rows } = list;
	const of = (wanted: (verdict: string | null) => boolean) => rows.filter(({ verdict }) => wanted(verdict));
	const met = of((verdict) => verdict === "met");
	const notMet = of((verdict) => verdict === "not_met");
	const open = of((verdict) => verdict === "provisional" || verdict === "none");
	const missing = of((verdict) => verdict === null);
	const caption = `Đợt “${campaign.title}”`;
	const annex = (title: string, table: Omit<AnnexTable, "caption">): ReportAnnex => ({
		title,
		tables: [{ caption, ...table }],
	});
	return [
		annex("Danh sách đơn vị Đạt", metTable(met, list)),
		annex("Danh sách đơn vị Chưa đạt, lý do theo từng tiêu chí", whyTable(notMet, list, fullness)),
		...(open.length > 0 ? [annex("Danh sách đơn vị chưa kết luận", whyTable(open, list, fullness))] : []),
		...(missing.length > 0 ? [annex("Danh sách đơn vị chưa nộp báo cáo", missingTable(missing))] : []),
		...(fullness === "codes" ? [annex("Nội dung các tiêu chí", criteriaTable(list))] : []),
	];
}

const plain = {
	at: { label: "STT", kind: "integer", width: 6, paper: 13 },
	code: { label: "Mã", kind: "text", width: 12, paper: 24 },
	school: { label: "Đơn vị", kind: "text", width: 36, paper: 56 },
	kind: { label: "Loại hình", kind: "text", width: 20, paper: 34 },
	commune: { label: "Xã", kind: "text", width: 18, paper: 32 },
	counted: { label: "Số tiêu chí áp dụng", kind: "integer", width: 11, paper: 20 },
	met: { label: "Số tiêu chí đạt", kind: "integer", width: 11, paper: 18 },
	percent: { label: "Tỷ lệ (%)", kind: "tenths", width: 9, paper: 17 },
	sent: { label: "Ngày nộp", kind: "day", width: 12, paper: 25 },
} as const satisfies Record<string, AnnexColumn>;

function metTable(rows: readonly ResultRow[], { unmet }: ResultList): Omit<AnnexTable, "caption"> {
	const cells = rows.map((row, at): Cell[] => [
		at + 1,
		row.code,
		row.name,
		named(schoolWords.vi.kinds, row.kind),
		row.commune,
		row.counted,
		row.met,
		row.percent_tenths,
		(unmet.get(row.school_id) ?? []).map(({ item }) => item).join("; "),
		row.submitted_at === null ? null : dayOf(row.submitted_at),
	]);
	const { at, code, school, kind, commune, counted, met, percent, sent } = plain;
	const left: AnnexColumn = { label: "Tiêu chí chưa đạt", kind: "text", width: 24, paper: 36 };
	return {
		columns: [at, code, { ...school, paper: 54 }, kind, { ...commune, paper: 28 }, counted, met, percent, left, sent],
		rows: cells,
		totals: [totalRow(rows.length, cells, 10, [5, 6])],
	};
}

function whyTable(
	rows: readonly ResultRow[],
	{ campaign, unmet }: ResultList,
	fullness: Fullness,
): Omit<AnnexTable, "caption"> {
	const cells = rows.map((row, at): Cell[] => [
		at + 1,
		row.code,
		row.name,
		row.commune,
		row.counted,
		row.met,
		row.percent_tenths,
		row.verdict === null ? "" : verdictName(row.verdict as VerdictResult, "vi"),
		reasonsOf(row),
		(unmet.get(row.school_id) ?? [])
			.map((one) => criterion(campaign, one, fullness))
			.join(fullness === "codes" ? "; " : "\n"),
		(unmet.get(row.school_id) ?? []).map(measured).filter(Boolean).join("\n"),
	]);
	const { at, code, school, commune, counted, met, percent } = plain;
	return {
		columns: [
			at,
			{ ...code, paper: 0 },
			{ ...school, paper: 42 },
			{ ...commune, paper: 24 },
			{ ...counted, paper: 17, paperLabel: "Tiêu chí áp dụng" },
			{ ...met, paper: 13, paperLabel: "Đạt" },
			{ ...percent, paper: 14, paperLabel: "Tỷ lệ (%)" },
			{ label: "Kết quả", kind: "text", width: 14, paper: 0 },
			{ label: "Lý do xếp loại", kind: "text", width: 40, paper: 48 },
			{ label: "Tiêu chí chưa đạt", kind: "text", width: 60, paper: 84 },
			{ label: "Biện pháp, thời hạn khắc phục", kind: "text", width: 50, paper: 0 },
		],
		rows: cells,
		totals: [totalRow(rows.length, cells, 11, [4, 5])],
	};
}

function reasonsOf({ reasons }: ResultRow): string {
	if (reasons === null) return "";
	return (JSON.parse(reasons) as VerdictReason[]).map((reason) => reasonSentence(reason, "vi")).join("\n");
}

function criterion({ definition }: Campaign, { item, mandatory, knockout, remark }: Unmet, fullness: Fullness): string {
	if (fullness === "codes") return item;
	const mark = knockout ? " (loại trực tiếp)" : mandatory ? " (bắt buộc)" : "";
	const why = fullness === "whole" && remark.trim() !== "" ? `: ${cut(remark)}` : "";
	return `${item}${mark}. ${itemName(definition, item)}${why}`;
}

function measured({ item, measure, owner, dueOn }: Unmet): string {
	if (measure === "") return "";
	return `${item}: ${measure}${owner ? ` (${owner})` : ""}${dueOn ? `, hạn ${shortDay(dueOn)}` : ""}`;
}

function cut(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return [...line].length > REMARK ? `${[...line].slice(0, REMARK).join("")}…` : line;
}

function missingTable(rows: readonly ResultRow[]): Omit<AnnexTable, "caption"> {
	const cells = rows.map((row, at): Cell[] => [
		at + 1,
		row.code,
		row.name,
		named(schoolWords.vi.kinds, row.kind),
		row.commune,
		row.due_on,
	]);
	const { at, code, school, kind, commune } = plain;
	const due: AnnexColumn = { label: "Hạn nộp", kind: "day", width: 12, paper: 28 };
	return {
		columns: [at, code, school, kind, commune, due],
		rows: cells,
		totals: [totalRow(rows.length, cells, 6, [])],
	};
}

function criteriaTable({ campaign, unmet }: ResultList): Omit<AnnexTable, "caption"> {
	const failed = new Map<string, number>();
	for (const { item } of [...unmet.values()].flat()) failed.set(item, (failed.get(item) ?? 0) + 1);
	const items = campaign.definition.sections.flatMap((section) => section.items).filter(({ code }) => failed.has(code));
	return {
		columns: [
			{ label: "Mã", kind: "text", width: 12, paper: 24 },
			{ label: "Tiêu chí", kind: "text", width: 80, paper: 190 },
			{ label: "Số lượt chưa đạt", kind: "integer", width: 12, paper: 38 },
		],
		rows: items.map(({ code, text }): Cell[] => [code, text.vi, failed.get(code) ?? 0]),
		totals: [],
	};
}

/** How many schools, and the sums of the columns named. */
function totalRow(schools: number, rows: Cell[][], columns: number, sums: readonly number[]): Cell[] {
	const total: Cell[] = Array.from({ length: columns }, () => null);
	total[2] = `Tổng cộng: ${wordedNumber(schools)} đơn vị`;
	for (const column of sums) total[column] = sumOf(rows, column);
	return total;
}
