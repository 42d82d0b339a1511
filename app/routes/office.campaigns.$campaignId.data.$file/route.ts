import { problem } from "#app/domain/problem.ts";
import { dataFilterFrom } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { page } from "#app/platform/door.ts";
import { longCsv } from "#app/platform/tables/data-csv.ts";
import { codeBookSheet, longSheet, wideSheet } from "#app/platform/tables/data-sheets.ts";
import { csvFile, csvStreamFile, xlsxFile, zipFile } from "#app/platform/tables/download.ts";
import { photosZip } from "#app/platform/tables/photos-zip.ts";

/** `rong.csv`, `rong.xlsx` (a row per return), `dai.csv`, `dai.xlsx` (a row per answer), `photos.zip`, with the filter of the page. Streamed. */
export const loader = page("returns.inspect", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const filter = dataFilterFrom(url.searchParams);
	const fail = (error: unknown) => http.app.log.error({ err: error, reference: http.requestId }, "export broke off");
	switch (params.file) {
		case "rong.csv":
			return csvFile(ctx, params.file, wideSheet(ctx, campaign, filter));
		case "dai.csv":
			return csvStreamFile(ctx, params.file, (footer) => longCsv(ctx, campaign, filter, footer));
		case "rong.xlsx":
			return xlsxFile(ctx, params.file, [wideSheet(ctx, campaign, filter), codeBookSheet(ctx, campaign)], fail);
		case "dai.xlsx":
			return xlsxFile(ctx, params.file, [longSheet(ctx, campaign, filter), codeBookSheet(ctx, campaign)], fail);
		case "photos.zip":
			return zipFile(ctx, params.file, (footer) => photosZip(ctx, campaign, filter, footer, fail));
		default:
			throw problem("not_found", {});
	}
});
