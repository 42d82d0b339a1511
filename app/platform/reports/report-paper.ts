import { setImmediate } from "node:timers/promises";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Annex, Paper } from "#app/domain/paper.ts";
import { bodyOf } from "#app/domain/papers/body.ts";
import type { CampaignFacts } from "#app/domain/papers/figures.ts";
import { letterName, shortDay, USUAL_CAPACITY } from "#app/domain/papers/rules.ts";
import type { IssueInput } from "#app/domain/papers/schema.ts";
import type { LoadedReport } from "#app/domain/papers/versions.ts";
import { LIST_ROOM } from "../papers/paper-room.ts";
import { type AnnexTable, paperAnnexes, type ReportAnnex } from "./annex.ts";
import { matrixTables, resultTables } from "./rated-annexes.ts";
import { adoptionTable, figureTable, incidentTables } from "./status-annexes.ts";

/** The five annexes of a report, in their fixed order. */
export async function annexesOf(ctx: Ctx, facts: readonly CampaignFacts[]): Promise<ReportAnnex[]> {
	const of = (...kinds: CampaignFacts["kind"][]) => facts.filter(({ kind }) => kinds.includes(kind));
	const each = async <T>(list: CampaignFacts[], make: (one: CampaignFacts) => Promise<T>): Promise<T[]> => {
		const made: T[] = [];
		for (const one of list) made.push(await make(one));
		return made;
	};
	const status = of("cameras", "status").filter(({ columns }) => columns.length > 0);
	const cameras = status.every(({ kind }) => kind === "cameras");
	return [
		{
			title: "Tổng hợp kết quả rà soát trường học an toàn",
			tables: (await each(of("rated"), (one) => resultTables(ctx, one))).flat(),
		},
		{
			title: "Ma trận tiêu chí theo đơn vị",
			tables: (await each(of("rated"), (one) => matrixTables(ctx, one))).flat(),
		},
		{
			title: cameras
				? "Tổng hợp tình hình lắp đặt, sử dụng camera"
				: "Tổng hợp tình hình camera và số liệu các biểu khác",
			tables: await each(status, (one) => figureTable(ctx, one)),
		},
		{
			title: "Tình hình xây dựng, thực hiện Bộ Quy tắc ứng xử",
			tables: await each(of("conduct"), (one) => adoptionTable(ctx, one)),
		},
		{
			title: "Tổng hợp vụ việc bạo lực, xâm hại, tai nạn thương tích",
			tables: (await each(of("incidents"), (one) => incidentTables(ctx, one))).flat(),
		},
	];
}

/** The annexes with their largest tables left to the workbook, until the rest fits on paper. */
export async function fitting(annexes: readonly ReportAnnex[]): Promise<ReportAnnex[]> {
	const because = "Chi tiết của từng đơn vị có trong tệp phụ lục dạng bảng tính (phu-luc.xlsx).";
	const sizes: { table: AnnexTable; size: number }[] = [];
	for (const table of annexes.flatMap(({ tables }) => tables).filter(({ because }) => because === undefined))
		sizes.push({ table, size: await sizeOnPaper(table) });
	sizes.sort((a, b) => b.size - a.size);
	let total = sizes.reduce((sum, { size }) => sum + size, 0);
	const left = new Set<AnnexTable>();
	for (const { table, size } of sizes) {
		if (total <= LIST_ROOM) break;
		left.add(table);
		total -= size;
	}
	return annexes.map(({ title, tables }) => ({
		title,
		tables: tables.map((table) => (left.has(table) ? { ...table, because } : table)),
	}));
}

const ROWS_SIZED = 400;

/** Signs of a table on paper, read no further than where it is too large by itself. */
async function sizeOnPaper(table: AnnexTable): Promise<number> {
	let size = 0;
	for (let from = 0; from < Math.max(1, table.rows.length) && size <= LIST_ROOM; from += ROWS_SIZED) {
		const part = { ...table, rows: table.rows.slice(from, from + ROWS_SIZED), totals: from === 0 ? table.totals : [] };
		size += JSON.stringify(paperAnnexes([{ title: "", tables: [part] }])).length;
		await setImmediate();
	}
	return size;
}

/** The annexes on paper, as far as they fit there. `day` is that of their figures. */
export async function annexesOnPaper(annexes: readonly ReportAnnex[], day: string): Promise<Annex[]> {
	const laid: Annex[] = [];
	for (const annex of await fitting(annexes)) {
		laid.push(...paperAnnexes([annex], dayLine(day)));
		await setImmediate();
	}
	return laid;
}

/** How a paper is signed; null of a draft, whose number, day and name are left free. */
export type Signing = Pick<IssueInput, "number" | "issuedOn" | "signer"> & { capacity: readonly string[] };

/** What annexes say of the day of their figures. */
export function dayLine(day: string): string {
	return `Số liệu tính đến ngày ${shortDay(day)}`;
}

/** The report as a paper of Nghị định 30/2020. `year` stands where the day is still free. */
export function reportPaper(
	{ content, kept }: Pick<LoadedReport, "content" | "kept">,
	annexes: readonly Annex[],
	signing: Signing | null,
	year: string,
): Paper {
	const { head, letter } = content;
	const body = bodyOf(content, kept);
	return {
		letterhead: {
			superior: head.superior || null,
			issuer: head.issuer,
			number: signing ? Number(signing.number) : null,
			sign: head.sign,
			place: head.place,
			day: signing?.issuedOn ?? year,
		},
		subject: { form: "titled", kind: "Báo cáo", abstract: head.abstract },
		addressees: head.addressees,
		body: body.length > 0 ? body : [{ kind: "paragraph", text: letterName(letter) }],
		recipients: head.recipients,
		signatures: [{ capacity: signing?.capacity ?? [USUAL_CAPACITY], name: signing?.signer ?? "" }],
		annexes,
	};
}
