import { problem } from "#app/domain/problem.ts";
import { readRollUp } from "#app/domain/reports/figures-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { selectionFrom } from "#app/domain/reports/rules.ts";
import { page } from "#app/platform/door.ts";
import { csvFile, xlsxFile } from "#app/platform/tables/download.ts";
import { changeSheet, communeFiguresSheet, schoolFiguresSheet } from "#app/platform/tables/figure-sheets.ts";
import { listSheet, rosterSheet } from "#app/platform/tables/row-sheets.ts";

/**
 * `so-lieu.xlsx` (schools, communes, change), `so-lieu.csv?list=…`, `so-lieu-xa.csv`, `so-lieu-thay-doi.csv`; with single answers
 * `danh-sach.xlsx` and `.csv` (`?code=`), `dong.xlsx` and `.csv` (`?roster=`). Streamed.
 */
export const loader = page("campaigns.read", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const asked = (name: string) => url.searchParams.get(name);
	const selection = selectionFrom(asked("list"));
	const fail = (error: unknown) => http.app.log.error({ err: error, reference: http.requestId }, "export broke off");
	switch (params.file) {
		case "so-lieu.xlsx": {
			const rollUp = await readRollUp(ctx, campaign.id);
			const sheets = [
				schoolFiguresSheet(ctx, campaign, "all"),
				communeFiguresSheet(ctx, campaign, rollUp),
				changeSheet(ctx, campaign, rollUp),
			];
			return xlsxFile(ctx, params.file, sheets, fail);
		}
		case "so-lieu.csv":
			return csvFile(ctx, params.file, schoolFiguresSheet(ctx, campaign, selection));
		case "so-lieu-xa.csv":
			return csvFile(ctx, params.file, communeFiguresSheet(ctx, campaign, await readRollUp(ctx, campaign.id)));
		case "so-lieu-thay-doi.csv":
			return csvFile(ctx, params.file, changeSheet(ctx, campaign, await readRollUp(ctx, campaign.id)));
		case "danh-sach.xlsx":
			return xlsxFile(ctx, params.file, [listSheet(ctx, campaign, asked("code"))], fail);
		case "danh-sach.csv":
			return csvFile(ctx, params.file, listSheet(ctx, campaign, asked("code")));
		case "dong.xlsx":
			return xlsxFile(ctx, params.file, [rosterSheet(ctx, campaign, asked("roster"))], fail);
		case "dong.csv":
			return csvFile(ctx, params.file, rosterSheet(ctx, campaign, asked("roster")));
		default:
			throw problem("not_found", {});
	}
});
