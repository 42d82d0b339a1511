import type { Ctx } from "#app/domain/ctx.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import { campaignResults, type ResultRow, type reportedCampaign, resultRows } from "#app/domain/reports/queries.ts";
import { type ListFilter, noFilter, type Selection } from "#app/domain/reports/rules.ts";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { formatDay, formatTenths, formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";

export type Campaign = Awaited<ReturnType<typeof reportedCampaign>>;

/** Reasons of a verdict as one text, a sentence a line. */
export function reasonText(ctx: Ctx, campaign: Campaign, reasons: string | null): string {
	if (reasons === null) return "";
	const { itemByCode } = prepare(campaign.definition);
	return (JSON.parse(reasons) as VerdictReason[])
		.map((reason) => reasonSentence(reason, ctx.locale, (code) => itemByCode.get(code)?.text.vi ?? code))
		.join("\n");
}

/** A recipient as lists show it: the reasons of its verdict in words, nothing that only sorts. */
export function listed(ctx: Ctx, campaign: Campaign, { reasons, search: _, ...row }: ResultRow) {
	return { ...row, reasonText: reasonText(ctx, campaign, reasons) };
}

/** What a kind or form of ownership is called, or the code itself where a later migration knows more than this list. */
export function named(names: Record<string, string>, code: string): string {
	return names[code] ?? code;
}

/** The lines above a table of a campaign: what it is, of which campaign, as of when. */
export function sheetTitle(ctx: Ctx, campaign: Campaign, title: string): string[] {
	const w = resultsWords[ctx.locale];
	return [
		title,
		`${campaign.title} · ${w.recipientsLine(String(campaign.recipients))} · ${w.dueLine(formatDay(campaign.due_on))}`,
		`${ctx.actor.unitName} · ${w.asOf(formatTime(ctx.now))}${campaign.checked_at ? "" : ` · ${w.workingCopy}`}`,
	];
}

/** Every recipient, or those of one list; where the form judges with result and reasons (Thông tư 18/2023 Đ15). */
export function resultSheet(
	ctx: Ctx,
	campaign: Campaign,
	selection: Selection,
	name: string,
	filter: ListFilter = noFilter,
): Sheet {
	const w = resultsWords[ctx.locale];
	const rated = campaign.definition.rule.type !== "none";
	const judged: Column[] = [
		{ label: w.result, kind: "text", width: 14 },
		{ label: w.met, kind: "integer", width: 8 },
		{ label: w.metOfCounted.split("/")[1]?.trim() ?? "", kind: "integer", width: 9 },
		{ label: w.percent, kind: "tenths", width: 8 },
		{ label: w.reasons, kind: "text", width: 60 },
		{ label: w.findings, kind: "integer", width: 10 },
	];
	const columns: Column[] = [
		{ label: w.number, kind: "integer", width: 6 },
		{ label: w.code, kind: "text", width: 12 },
		{ label: w.school, kind: "text", width: 36 },
		{ label: w.commune, kind: "text", width: 18 },
		{ label: w.kind, kind: "text", width: 18 },
		{ label: w.ownership, kind: "text", width: 12 },
		{ label: w.state, kind: "text", width: 16 },
		...(rated ? judged : []),
		{ label: w.dueOn, kind: "day", width: 12 },
		{ label: w.extension, kind: "text", width: 24 },
		{ label: w.firstSubmittedAt, kind: "time", width: 17 },
		{ label: w.submittedAt, kind: "time", width: 17 },
		{ label: w.timeliness, kind: "text", width: 11 },
	];
	const judgedCells = (row: ResultRow): Cell[] => [
		row.verdict === null ? null : verdictName(row.verdict as VerdictResult, ctx.locale),
		row.met,
		row.counted,
		row.percent_tenths,
		reasonText(ctx, campaign, row.reasons),
		row.first_submitted_at === null ? null : row.open_findings,
	];
	const cells = (row: ResultRow, number: number): Cell[] => [
		number,
		row.code,
		row.name,
		row.commune,
		named(schoolWords[ctx.locale].kinds, row.kind),
		named(schoolWords[ctx.locale].ownerships, row.ownership),
		w.states[row.state],
		...(rated ? judgedCells(row) : []),
		row.due_on,
		row.extension_reason,
		row.first_submitted_at,
		row.submitted_at,
		row.on_time === null ? null : row.on_time === 1 ? w.onTime : w.late,
	];
	return {
		name,
		title: sheetTitle(ctx, campaign, name),
		columns,
		async *rows() {
			let number = 0;
			for await (const portion of resultRows(ctx, campaign.id, selection, filter)) {
				yield portion.map((row) => {
					number += 1;
					return cells(row, number);
				});
			}
		},
	};
}

/** The most failed criteria, worst first. */
export function criteriaSheet(ctx: Ctx, campaign: Campaign): Sheet {
	const w = resultsWords[ctx.locale];
	return {
		name: w.sheetCriteria,
		title: sheetTitle(ctx, campaign, w.sheetCriteria),
		columns: [
			{ label: w.number, kind: "integer", width: 6 },
			{ label: w.criterionCode, kind: "text", width: 12 },
			{ label: w.criterion, kind: "text", width: 80 },
			{ label: w.mandatory, kind: "text", width: 11 },
			{ label: w.knockout, kind: "text", width: 11 },
			{ label: w.unmetCount, kind: "integer", width: 12 },
			{ label: w.applicable, kind: "integer", width: 12 },
			{ label: w.unmetRate, kind: "tenths", width: 12 },
		],
		async *rows() {
			const { criteria } = await campaignResults(ctx, campaign.id, campaign.definition);
			yield criteria.map((c, i) => [
				i + 1,
				c.code,
				c.text,
				c.mandatory ? w.yes : "",
				c.knockout ? w.yes : "",
				c.unmet,
				c.applicable,
				c.rate,
			]);
		},
	};
}

/** The figures of the campaign page, one a line. */
export function summarySheet(ctx: Ctx, campaign: Campaign): Sheet {
	const w = resultsWords[ctx.locale];
	return {
		name: w.sheetSummary,
		title: sheetTitle(ctx, campaign, campaign.title),
		columns: [
			{ label: w.figure, kind: "text", width: 44 },
			{ label: w.value, kind: "text", width: 18 },
		],
		async *rows() {
			const { figures: f, findings } = await campaignResults(ctx, campaign.id, campaign.definition);
			const rate = (tenths: number | null) => (tenths === null ? "–" : formatTenths(tenths, ctx.locale));
			const judged: Cell[][] = [
				[w.met, f.verdicts.met],
				[w.notMet, f.verdicts.notMet],
				[w.provisional, f.verdicts.provisional],
			];
			yield [
				[w.recipients, f.recipients],
				[w.reported, f.reported],
				[w.rate, rate(f.reportingRate)],
				[w.onTime, f.onTime],
				[w.onTimeRate, rate(f.onTimeRate)],
				[w.lateReturned, f.late],
				[w.notReturned, f.recipients - f.reported],
				[w.waiting, f.submitted],
				[w.states.sent_back, f.sentBack],
				[w.states.accepted, f.accepted],
				...(campaign.definition.rule.type === "none" ? [] : judged),
				[w.openFindings, findings.open],
			];
		},
	};
}
