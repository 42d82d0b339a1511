import type { Ctx } from "#app/domain/ctx.ts";
import type { Paper } from "#app/domain/paper.ts";
import { bodyOf } from "#app/domain/papers/body.ts";
import type { CampaignFacts } from "#app/domain/papers/figures.ts";
import { letterName, USUAL_CAPACITY } from "#app/domain/papers/rules.ts";
import type { IssueInput } from "#app/domain/papers/schema.ts";
import type { LoadedReport } from "#app/domain/papers/versions.ts";
import { paperAnnexes, type ReportAnnex } from "./annex.ts";
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

/** How a paper is signed; null of a draft, whose number, day and name are left free. */
export type Signing = Pick<IssueInput, "number" | "issuedOn" | "signer"> & { capacity: readonly string[] };

/** The report as a paper of Nghị định 30/2020. `year` stands where the day is still free. */
export function reportPaper(
	{ content, kept }: Pick<LoadedReport, "content" | "kept">,
	annexes: readonly ReportAnnex[],
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
		annexes: paperAnnexes(annexes),
	};
}
