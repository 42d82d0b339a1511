/** Annexes III to V: figures of each school, codes of conduct, incidents. */
import { setImmediate } from "node:timers/promises";
import { type AdoptionLine, allAdoptions } from "#app/domain/conduct/office-queries.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import type { CampaignFacts } from "#app/domain/papers/figures.ts";
import { shortDay } from "#app/domain/papers/rules.ts";
import { ownValues } from "#app/domain/reports/figure-lines.ts";
import { allFigureRows, readRollUp } from "#app/domain/reports/figures-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import type { Cell, FigureColumn } from "#app/domain/reports/schema.ts";
import { groupOf, type SchoolGroup, schoolGroups } from "#app/domain/tallies/figures.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { ownText } from "#app/i18n/figures.ts";
import { type AnnexColumn, type AnnexTable, countOf, countWhere, rowsOf, sumOf, sumWhere } from "./annex.ts";

const groupNames: Record<SchoolGroup, string> = {
	public: "Công lập",
	private: "Ngoài công lập",
	independent: "Nhóm, lớp độc lập",
};

/** What of a camera form fits on paper (facts §6.3); the workbook has every column. */
const cameraPaper: Record<string, { paper: number; paperLabel?: string }> = {
	PHONG: { paper: 11, paperLabel: "Số" },
	"PHONG-CO": { paper: 13, paperLabel: "Đã lắp" },
	"PHONG-TL": { paper: 14, paperLabel: "%" },
	"MAT-LOP": { paper: 16 },
	"MAT-SAN": { paper: 13 },
	"MAT-BEP": { paper: 11 },
	"MAT-CONG": { paper: 13 },
	"MAT-KHAC": { paper: 13, paperLabel: "Nơi khác" },
	MAT: { paper: 13 },
	"MAT-HD": { paper: 13 },
	"MAT-HONG": { paper: 13 },
	XEM: { paper: 16 },
	"QUY-CHE": { paper: 16 },
	"TB-YK": { paper: 17 },
};
/** Of other forms, as many columns as a landscape page takes. */
const COLUMNS_ON_PAPER = 11;

/** Annex III: one line a school, sub-totals of the three groups, the total. */
export async function figureTable(ctx: Ctx, facts: CampaignFacts): Promise<AnnexTable> {
	const { definition } = await reportedCampaign(ctx, facts.id);
	const rollUp = await readRollUp(ctx, facts.id);
	const { columns } = facts;
	const numeric = columns.filter(({ type }) => type !== "text");
	const width = (column: FigureColumn): { paper: number; paperLabel?: string } => {
		if (facts.kind === "cameras") return cameraPaper[column.code] ?? { paper: 0 };
		const at = numeric.indexOf(column);
		return { paper: at >= 0 && at < COLUMNS_ON_PAPER ? 16 : 0 };
	};
	const rows: Cell[][] = [];
	for await (const portion of allFigureRows(ctx, facts.id, "all")) {
		const before = rows.length;
		const own = await rowsOf(portion, ({ figures, ...row }, at) => {
			const values = figures && ownValues(definition, figures);
			const cells = columns.map((column): Cell => cellOf(column, values?.[column.code] ?? null));
			return [before + at + 1, row.code, row.name, groupNames[groupOf(row)], ...cells];
		});
		rows.push(...own);
	}
	const totalLine = (label: string, group: SchoolGroup | null): Cell[] => {
		const line = group ? rollUp.groups[group] : rollUp.all;
		const name = group && groupNames[group];
		const cells = columns.map(({ code, type }, i): Cell => {
			const at = i + 4;
			if (type === "sum") return name ? sumWhere(rows, at, 3, name) : sumOf(rows, at);
			if (type === "yes") return name ? countWhere(rows, at, "Có", 3, name) : countOf(rows, at, "Có");
			// A share divides sums that are not in the table: it is the counters' own.
			const value = line.totals[code]?.value ?? null;
			return type === "share" && value !== null ? Math.round(value * 10) : null;
		});
		return [null, null, `${label} (${line.reported}/${line.recipients} đã nộp)`, null, ...cells];
	};
	return {
		caption: facts.title,
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 11 },
			{ label: "Mã", kind: "text", width: 12, paper: 0 },
			{ label: "Đơn vị", kind: "text", width: 36, paper: 38 },
			{ label: "Nhóm", kind: "text", width: 18, paper: 0 },
			...columns.map((column): AnnexColumn => {
				const { label, group, type, digits, unit } = column;
				const kind = type === "share" ? "tenths" : type === "sum" ? (digits > 0 ? "decimal" : "integer") : "text";
				const name =
					type === "share"
						? `${label.vi} (%)`
						: unit && facts.kind !== "cameras"
							? `${label.vi} (${unit.vi})`
							: label.vi;
				return { label: name, kind, width: 12, ...width(column), ...(group ? { group: group.vi } : {}) };
			}),
		],
		rows,
		totals: [
			...schoolGroups.flatMap((group) =>
				rollUp.groups[group].recipients > 0 ? [totalLine(`Cộng: ${groupNames[group]}`, group)] : [],
			),
			totalLine("Tổng cộng", null),
		],
	};
}

function cellOf(column: FigureColumn, value: Parameters<typeof ownText>[1]): Cell {
	if (value === null) return null;
	if (column.type === "share") return typeof value === "number" ? Math.round(value * 10) : null;
	if (column.type === "sum") return typeof value === "number" ? value : null;
	if (column.type === "yes") return value === 1 ? "Có" : "Không";
	return ownText(column, value, "vi");
}

/** Annex IV: the code of conduct of each school. */
export async function adoptionTable(ctx: Ctx, facts: CampaignFacts): Promise<AnnexTable> {
	const { stages } = conductWords.vi;
	const columns: AnnexColumn[] = [
		{ label: "STT", kind: "integer", width: 6, paper: 11 },
		{ label: "Mã", kind: "text", width: 12, paper: 0 },
		{ label: "Đơn vị", kind: "text", width: 36, paper: 40 },
		{ label: "Tình trạng", kind: "text", width: 18, paper: 25 },
		{ label: "Số, ngày quyết định", kind: "text", width: 24, paper: 30 },
		{ label: "Số nhóm đã có", kind: "text", width: 10, paper: 16 },
		{ label: "% đồng thuận", kind: "decimal", width: 10, paper: 18 },
		{ label: "Web", kind: "text", width: 8, paper: 17 },
		{ label: "Bảng tin", kind: "text", width: 8, paper: 17 },
		{ label: "Phải ký", kind: "integer", width: 9, paper: 16, group: "Ký cam kết" },
		{ label: "Đã ký", kind: "integer", width: 9, paper: 16, group: "Ký cam kết" },
		{ label: "Kênh phản ánh", kind: "text", width: 30, paper: 22 },
		{ label: "Số vi phạm", kind: "integer", width: 9, paper: 16 },
		{ label: "Ngày rà soát", kind: "day", width: 12, paper: 18 },
	];
	const lines: AdoptionLine[] = [];
	for await (const portion of allAdoptions(ctx, { campaign: facts.id })) {
		lines.push(...portion);
		await setImmediate();
	}
	const rows = await rowsOf(lines, (line, at) => {
		const there = (value: boolean) => (line.publishedOn === null ? "" : value ? "Có" : "Không");
		return [
			at + 1,
			line.code,
			line.name,
			stages[line.stage],
			line.decision && `${line.decision.number}, ${shortDay(line.decision.decidedOn)}`,
			`${line.groups}/${line.groupsWanted}`,
			line.agreedPercent,
			there(line.onWeb !== ""),
			there(line.onBoard),
			line.staff?.asked ?? null,
			line.staff?.signed ?? null,
			line.publishedOn === null ? "" : line.channel === "" ? "Không" : "Có",
			line.breaches,
			line.reviewedOn,
		];
	});
	const total: Cell[] = columns.map(() => null);
	total[2] = "Tổng cộng";
	total[3] = countOf(rows, 3, stages.published);
	total[9] = sumOf(rows, 9);
	total[10] = sumOf(rows, 10);
	total[12] = sumOf(rows, 12);
	return { caption: `${facts.title} (dòng tổng cộng đếm số đơn vị đã công khai)`, columns, rows, totals: [total] };
}

/** Annex V: numbers of cases by kind and severity, then by place and by whom was told. Nobody's identity is in the data. */
export async function incidentTables(ctx: Ctx, facts: CampaignFacts): Promise<AnnexTable[]> {
	const { all, groups } = await readRollUp(ctx, facts.id);
	const grades = ["TV", "NANG", "NHE"] as const;
	const byKind = facts.columns.filter(({ code, group }) => group && /^.+-TV$/.test(code) && code !== "TV");
	const kinds: AnnexTable = {
		caption: `${facts.title}: số vụ theo loại và mức độ`,
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 12 },
			{ label: "Loại vụ việc", kind: "text", width: 40, paper: 120 },
			{ label: "Tử vong", kind: "integer", width: 10, paper: 30 },
			{ label: "Nặng", kind: "integer", width: 10, paper: 30 },
			{ label: "Nhẹ", kind: "integer", width: 10, paper: 30 },
			{ label: "Tổng số", kind: "integer", width: 10, paper: 30 },
		],
		rows: byKind.map(({ code, group }, at): Cell[] => {
			const numbers = grades.map((grade) => all.totals[code.replace(/-TV$/, `-${grade}`)]?.value ?? 0);
			return [at + 1, group?.vi ?? "", ...numbers, numbers.reduce((sum, n) => sum + n, 0)];
		}),
		totals: [],
	};
	kinds.totals = [[null, "Tổng cộng", ...[2, 3, 4, 5].map((at) => sumOf(kinds.rows, at))]];
	const split = (caption: string, prefix: string): AnnexTable => ({
		caption: `${facts.title}: ${caption}`,
		columns: [
			{ label: "STT", kind: "integer", width: 6, paper: 12 },
			{ label: caption.charAt(0).toUpperCase() + caption.slice(1), kind: "text", width: 40, paper: 100 },
			...schoolGroups.map(
				(group): AnnexColumn => ({ label: groupNames[group], kind: "integer", width: 14, paper: 35 }),
			),
			{ label: "Tổng số", kind: "integer", width: 10, paper: 35 },
		],
		rows: facts.columns
			.filter(({ code }) => code.startsWith(prefix))
			.map(({ code, label }, at): Cell[] => [
				at + 1,
				label.vi,
				...schoolGroups.map((group) => groups[group].totals[code]?.value ?? 0),
				all.totals[code]?.value ?? 0,
			]),
		totals: [],
	});
	// One case may be told to several bodies, so the last table has no total.
	const places = split("số vụ theo nơi xảy ra", "P-");
	places.totals = [[null, "Tổng cộng", ...[2, 3, 4, 5].map((at) => sumOf(places.rows, at))]];
	return [kinds, places, split("số vụ theo nơi đã báo", "B-")].filter(({ rows }) => rows.length > 0);
}
