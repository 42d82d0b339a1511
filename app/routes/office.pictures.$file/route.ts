import { problem } from "#app/domain/problem.ts";
import { readOverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { overviewKinds } from "#app/domain/reports/schema.ts";
import { overviewFiles, overviewTitle } from "#app/i18n/overview.ts";
import { page } from "#app/platform/door.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { faceRules } from "#app/platform/pictures/typeface.ts";
import { wholeFile, xlsxFile } from "#app/platform/tables/download.ts";
import { overviewLines, overviewSheet } from "#app/platform/tables/overview-sheets.ts";
import { overviewSvg } from "#app/ui/charts/picture-file.tsx";

/** A picture of the office's first page as `.svg` and `.png`, its figures as `.xlsx`. */
export const loader = page("office.read", async ({ ctx, params, http }) => {
	const [name = "", type = ""] = (params.file ?? "").split(".", 2);
	const kind = overviewKinds.find((one) => overviewFiles[one] === name);
	const picture = kind && (await readOverviewPicture(ctx, kind));
	if (!picture) throw problem("not_found", {});
	const file = `${name}.${type}`;
	if (type === "xlsx") {
		return xlsxFile(ctx, file, [overviewSheet(ctx, picture)], (error) =>
			http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
		);
	}
	const words = {
		title: overviewTitle(picture.kind, ctx.locale),
		lines: overviewLines(ctx, picture),
		locale: ctx.locale,
	};
	if (type === "svg")
		return wholeFile(Buffer.from(overviewSvg(picture, { ...words, fonts: faceRules() })), file, "image/svg+xml");
	if (type === "png") return wholeFile(await pngOf(overviewSvg(picture, { ...words, fonts: "" })), file, "image/png");
	throw problem("not_found", {});
});
