/** Who is *Đạt*, who is not and why, as tables of a workbook. */
import { dayOf } from "#app/domain/days.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import type { Unmet } from "#app/domain/papers/letter-schema.ts";
import { shortDay, wordedNumber } from "#app/domain/papers/rules.ts";
import type { ResultRow } from "#app/domain/reports/queries.ts";
import type { Cell } from "#app/domain/reports/schema.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";
import { type AnnexColumn, type AnnexTable, type ReportAnnex, schoolCells, sumOf } from "../reports/annex.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import { itemName } from "./item-name.ts";

/** How much the paper tells of each criterion: everything, its name, or its code with the names in an annex. */
export type Fullness = "whole" | "names" | "codes";

/** Signs of a remark on paper; the workbook has the whole. */
const REMARK = 200;

export type ResultList = { campaign: Campaign; rows: ResultRow[]; unmet: Map<string, Unmet[]> };

/** Who is on which list. */
export function partsOf({ rows }: ResultList) {
	const of = (...verdicts: (string | null)[]) => rows.filter(({ verdict }) => verdicts.includes(verdict));
	return { met: of("met"), notMet: of("not_met"), open: of("provisional", "none"), missing: of(null) };
}

export const titles = {
	met: "Danh sách đơn vị Đạt",
	notMet: "Danh sách đơn vị Chưa đạt, lý do theo từng tiêu chí",
	open: "Danh sách đơn vị chưa kết luận",
	missing: "Danh sách đơn vị chưa nộp báo cáo",
};

/** The lists for a workbook, one each; those that nobody is on are left out, except the two that the circular asks for. */
export function resultAnnexes(list: ResultList): ReportAnnex[] {
	const { met, notMet, open, missing } = partsOf(list);
	const caption = `Đợt “${list.campaign.title}”`;
	const annex = (title: string, table: Omit<AnnexTable, "caption">): ReportAnnex => ({
		title,
		tables: [{ caption, ...table }],
	});
	return [
		annex(titles.met, metTable(met, list)),
		annex(titles.notMet, whyTable(notMet, list)),
		...(open.length > 0 ? [annex(titles.open, whyTable(open, list))] : []),
		...(missing.length > 0 ? [annex(titles.missing, missingTable(missing))] : []),
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
		...schoolCells(row, at),
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

function whyTable(rows: readonly ResultRow[], { campaign, unmet }: ResultList): Omit<AnnexTable, "caption"> {
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
		(unmet.get(row.school_id) ?? []).map((one) => criterion(campaign, one, "whole")).join("\n"),
		(unmet.get(row.school_id) ?? []).map(measured).filter(Boolean).join("\n"),
	]);
	const { at, code, school, commune, counted, met, percent } = plain;
	return {
		columns: [
			at,
			code,
			school,
			commune,
			counted,
			met,
			percent,
			{ label: "Kết quả", kind: "text", width: 14, paper: 0 },
			{ label: "Lý do xếp loại", kind: "text", width: 40, paper: 0 },
			{ label: "Tiêu chí chưa đạt", kind: "text", width: 60, paper: 0 },
			{ label: "Biện pháp, thời hạn khắc phục", kind: "text", width: 50, paper: 0 },
		],
		rows: cells,
		totals: [totalRow(rows.length, cells, 11, [4, 5])],
	};
}

/** Why a school got its verdict, a sentence a line; criteria by code. */
export function reasonsOf({ reasons }: ResultRow): string {
	if (reasons === null) return "";
	return (JSON.parse(reasons) as VerdictReason[]).map((reason) => reasonSentence(reason, "vi")).join("\n");
}

/** A criterion that is not met, and why. */
export function criterion(
	{ definition }: Campaign,
	{ item, mandatory, knockout, remark }: Unmet,
	fullness: Fullness,
): string {
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
	const cells = rows.map((row, at): Cell[] => [...schoolCells(row, at), row.due_on]);
	const { at, code, school, kind, commune } = plain;
	const due: AnnexColumn = { label: "Hạn nộp", kind: "day", width: 12, paper: 28 };
	return {
		columns: [at, code, school, kind, commune, due],
		rows: cells,
		totals: [totalRow(rows.length, cells, 6, [])],
	};
}

/** How many schools, and the sums of the columns named. */
function totalRow(schools: number, rows: Cell[][], columns: number, sums: readonly number[]): Cell[] {
	const total: Cell[] = Array.from({ length: columns }, () => null);
	total[2] = `Tổng cộng: ${wordedNumber(schools)} đơn vị`;
	for (const column of sums) total[column] = sumOf(rows, column);
	return total;
}
