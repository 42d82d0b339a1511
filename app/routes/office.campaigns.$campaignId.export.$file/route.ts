import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { filterFrom, selectionFrom } from "#app/domain/reports/rules.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { page } from "#app/platform/door.ts";
import { criteriaSheet, resultSheet, summarySheet } from "#app/platform/tables/campaign-sheets.ts";
import { csvFile, xlsxFile } from "#app/platform/tables/download.ts";

/** `ket-qua.xlsx` (all lists), `ket-qua.csv?list=…` (with the filters of the page), `tieu-chi-chua-dat.csv`; streamed. A status form has no lists of who met it. */
export const loader = page("campaigns.read", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const w = resultsWords[ctx.locale];
	const rated = campaign.definition.rule.type !== "none";
	const selection = selectionFrom(url.searchParams.get("list"));
	switch (params.file) {
		case "ket-qua.xlsx": {
			const judged = [
				resultSheet(ctx, campaign, "met", w.sheetMet),
				resultSheet(ctx, campaign, "not_met", w.sheetNotMet),
				criteriaSheet(ctx, campaign),
			];
			const sheets = [
				summarySheet(ctx, campaign),
				resultSheet(ctx, campaign, "all", w.sheetResults),
				...(rated ? judged : []),
				resultSheet(ctx, campaign, "not_returned", w.sheetNotReturned),
			];
			return xlsxFile(ctx, params.file, sheets, (error) =>
				http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
			);
		}
		case "ket-qua.csv":
			return csvFile(
				ctx,
				params.file,
				resultSheet(ctx, campaign, selection, w.sheetResults, filterFrom(url.searchParams)),
			);
		case "tieu-chi-chua-dat.csv":
			return csvFile(ctx, params.file, criteriaSheet(ctx, campaign));
		default:
			throw problem("not_found", {});
	}
});
