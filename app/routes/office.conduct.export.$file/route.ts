import { adoptionTotals } from "#app/domain/conduct/office-totals.ts";
import { adoptionSearch } from "#app/domain/conduct/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { adoptionGroupSheet, adoptionSheet } from "#app/platform/tables/adoption-sheets.ts";
import { csvFile, xlsxFile } from "#app/platform/tables/download.ts";

/** `quy-tac-ung-xu.xlsx` (schools, sub-totals) and `quy-tac-ung-xu.csv`, by the filters of the page; streamed. */
export const loader = page("conduct.lists", async ({ ctx, params, url, http }) => {
	const search = { ...adoptionSearch.parse(Object.fromEntries(url.searchParams)), after: null };
	// Asked before the file begins: a stranger's campaign is a page that says so, not a file that breaks off.
	await adoptionTotals(ctx, search);
	switch (params.file) {
		case "quy-tac-ung-xu.xlsx":
			return xlsxFile(ctx, params.file, [adoptionSheet(ctx, search), adoptionGroupSheet(ctx, search)], (error) =>
				http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
			);
		case "quy-tac-ung-xu.csv":
			return csvFile(ctx, params.file, adoptionSheet(ctx, search));
		default:
			throw problem("not_found", {});
	}
});
