import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { formatTime } from "#app/i18n/format.ts";
import { page } from "#app/platform/door.ts";
import { paperTypes, written } from "#app/platform/letters/files.ts";
import { readResultList, resultListPaper } from "#app/platform/letters/result-list.ts";
import { resultAnnexes } from "#app/platform/letters/result-tables.ts";
import { noticesZip } from "#app/platform/letters/zip.ts";
import { annexSheets } from "#app/platform/reports/annex.ts";
import { wholeFile, xlsxFile, zipFile } from "#app/platform/tables/download.ts";

/** `danh-sach.docx`, `.pdf`, `.xlsx`: who is *Đạt* and who is not, as it stands today. `thong-bao.zip`: every issued notice. */
export const loader = page("campaigns.read", async ({ ctx, params, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const { file = "" } = params;
	if (campaign.definition.rule.type === "none") throw problem("not_found", {});
	switch (file) {
		case "danh-sach.docx":
		case "danh-sach.pdf": {
			const kind = file === "danh-sach.docx" ? "docx" : "pdf";
			const paper = await resultListPaper(ctx, await readResultList(ctx, campaign));
			return wholeFile(await written(paper, kind), file, paperTypes[kind]);
		}
		case "danh-sach.xlsx": {
			const annexes = resultAnnexes(await readResultList(ctx, campaign));
			return xlsxFile(ctx, file, annexSheets(annexes, [formatTime(ctx.now)]), (error) =>
				http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
			);
		}
		case "thong-bao.zip": {
			demand(ctx.actor, "returns.inspect");
			const zip = await noticesZip(ctx, campaign.id);
			return zipFile(ctx, "thong-bao-ket-qua.zip", () => zip);
		}
		default:
			throw problem("not_found", {});
	}
});
