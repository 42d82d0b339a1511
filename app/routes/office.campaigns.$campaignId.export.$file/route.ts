import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { selectionFrom } from "#app/domain/reports/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { page } from "#app/platform/door.ts";
import { criteriaSheet, resultSheet, summarySheet } from "#app/platform/tables/campaign-sheets.ts";
import { csvStream } from "#app/platform/tables/csv.ts";
import { xlsxStream } from "#app/platform/tables/xlsx.ts";

/** `ket-qua.xlsx` (all lists), `ket-qua.csv?list=…`, `tieu-chi-chua-dat.csv`; streamed. */
export const loader = page("campaigns.read", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const w = resultsWords[ctx.locale];
	const footer = (rows: number) => w.rowCount(formatNumber(rows, ctx.locale));
	const selection = selectionFrom(url.searchParams.get("list"));
	switch (params.file) {
		case "ket-qua.xlsx": {
			const sheets = [
				summarySheet(ctx, campaign),
				resultSheet(ctx, campaign, "all", w.sheetResults),
				resultSheet(ctx, campaign, "met", w.sheetMet),
				resultSheet(ctx, campaign, "not_met", w.sheetNotMet),
				criteriaSheet(ctx, campaign),
				resultSheet(ctx, campaign, "not_returned", w.sheetNotReturned),
			];
			const fail = (error: unknown) =>
				http.app.log.error({ err: error, reference: http.requestId }, "export broke off");
			return file(
				xlsxStream(sheets, footer, fail),
				params.file,
				"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			);
		}
		case "ket-qua.csv":
			return file(
				csvStream(resultSheet(ctx, campaign, selection, w.sheetResults), footer),
				params.file,
				"text/csv; charset=utf-8",
			);
		case "tieu-chi-chua-dat.csv":
			return file(csvStream(criteriaSheet(ctx, campaign), footer), params.file, "text/csv; charset=utf-8");
		default:
			throw problem("not_found", {});
	}
});

function file(stream: Readable, name: string, type: string): Response {
	return new Response(createReadableStreamFromReadable(stream), {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "private, no-store",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
