import { problem } from "#app/domain/problem.ts";
import { dataFilterFrom } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { page } from "#app/platform/door.ts";
import { dataStream } from "#app/platform/jobs/data-stream.ts";
import { dataFiles } from "#app/platform/tables/data-files.ts";
import { streamedFile } from "#app/platform/tables/download.ts";

/** `rong.csv`, `rong.xlsx` (a row per return), `dai.csv`, `dai.xlsx` (a row per answer), with the filter of the page. Streamed. */
export const loader = page("returns.inspect", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const file = dataFiles.find((known) => known === params.file);
	if (!file) throw problem("not_found", {});
	const fail = (error: unknown) => http.app.log.error({ err: error, reference: http.requestId }, "export broke off");
	return streamedFile(dataStream(ctx, campaign, file, dataFilterFrom(url.searchParams), fail), file);
});
