import { problem } from "#app/domain/problem.ts";
import { schoolPictureKinds } from "#app/domain/reports/schema.ts";
import { readSchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { schoolPictureFiles, schoolPictureWords } from "#app/i18n/school-pictures.ts";
import { page } from "#app/platform/door.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { faceRules } from "#app/platform/pictures/typeface.ts";
import { wholeFile, xlsxFile } from "#app/platform/tables/download.ts";
import { schoolLines, schoolSheet } from "#app/platform/tables/school-sheets.ts";
import { schoolSvg } from "#app/ui/charts/picture-file.tsx";

/** A picture of the school's own results as `.svg` and `.png`, its figures as `.xlsx`; `?campaign=` as on the page. */
export const loader = page("returns.fill", async ({ ctx, params, url, http }) => {
	const [name = "", type = ""] = (params.file ?? "").split(".", 2);
	const kind = schoolPictureKinds.find((one) => schoolPictureFiles[one] === name);
	const picture = kind && (await readSchoolPicture(ctx, kind, url.searchParams.get("campaign")));
	if (!picture) throw problem("not_found", {});
	const file = `${name}.${type}`;
	if (type === "xlsx") {
		return xlsxFile(ctx, file, [schoolSheet(ctx, picture)], (error) =>
			http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
		);
	}
	const title = schoolPictureWords[ctx.locale].pictures[picture.kind];
	const words = { title, lines: schoolLines(ctx, picture), locale: ctx.locale };
	if (type === "svg")
		return wholeFile(Buffer.from(schoolSvg(picture, { ...words, fonts: faceRules() })), file, "image/svg+xml");
	if (type === "png") return wholeFile(await pngOf(schoolSvg(picture, { ...words, fonts: "" })), file, "image/png");
	throw problem("not_found", {});
});
