import { problem } from "#app/domain/problem.ts";
import { dataFilterFrom } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { page } from "#app/platform/door.ts";
import { dataStream } from "#app/platform/jobs/data-stream.ts";
import { dataFiles } from "#app/platform/tables/data-files.ts";
import { streamedFile, zipFile } from "#app/platform/tables/download.ts";
import { photosZip } from "#app/platform/tables/photos-zip.ts";

/** `rong.csv`, `rong.xlsx` (a row per return), `dai.csv`, `dai.xlsx` (a row per answer), `photos.zip`, with the filter of the page. Streamed. */
export const loader = page("returns.inspect", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const filter = dataFilterFrom(url.searchParams);
	const fail = (error: unknown) => http.app.log.error({ err: error, reference: http.requestId }, "export broke off");
	if (params.file === "photos.zip")
		return zipFile(ctx, params.file, (footer) => photosZip(ctx, campaign, filter, footer, fail));
	const file = dataFiles.find((known) => known === params.file);
	if (!file) throw problem("not_found", {});
	return streamedFile(dataStream(ctx, campaign, file, filter, fail, http.flushed), file);
});
