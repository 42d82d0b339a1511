import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { HEAT_AT_MOST, type PictureKind, readPicture } from "#app/domain/reports/pictures.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { pictureFiles, pictureTitle } from "#app/i18n/pictures.ts";
import { page } from "#app/platform/door.ts";
import { pngOf } from "#app/platform/pictures/png.ts";
import { faceRules } from "#app/platform/pictures/typeface.ts";
import { sheetTitle } from "#app/platform/tables/campaign-sheets.ts";
import { wholeFile, xlsxFile } from "#app/platform/tables/download.ts";
import { pictureSheet } from "#app/platform/tables/picture-sheets.ts";
import { pictureSvg } from "#app/ui/charts/picture-file.tsx";

/** A picture as `.svg` and `.png`, its figures as `.xlsx`; `?by=` as on the page. */
export const loader = page("figures.read", async ({ ctx, params, url, http }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const [name = "", type = ""] = (params.file ?? "").split(".", 2);
	const kind = (Object.keys(pictureFiles) as PictureKind[]).find((one) => pictureFiles[one] === name);
	if (!kind) throw problem("not_found", {});
	const by = url.searchParams.get("by") === "rate" ? "rate" : null;
	const picture = await readPicture(ctx, campaign, kind, { by, schools: HEAT_AT_MOST });
	if (!picture) throw problem("not_found", {});
	const file = `${name}.${type}`;
	if (type === "xlsx") {
		return xlsxFile(ctx, file, [pictureSheet(ctx, campaign, picture)], (error) =>
			http.app.log.error({ err: error, reference: http.requestId }, "export broke off"),
		);
	}
	const rated = campaign.definition.rule.type !== "none";
	const title = pictureTitle(kind, rated, ctx.locale);
	const about = {
		id: campaign.id,
		dueOn: campaign.due_on,
		recipients: campaign.recipients,
		rated,
		today: ctx.today,
		inspect: allows(ctx.actor, "returns.inspect"),
	};
	const draw = (fonts: string) =>
		pictureSvg(picture, about, { title, lines: sheetTitle(ctx, campaign, title).slice(1), locale: ctx.locale, fonts });
	if (type === "svg") return wholeFile(Buffer.from(draw(faceRules())), file, "image/svg+xml");
	if (type === "png") return wholeFile(await pngOf(draw("")), file, "image/png");
	throw problem("not_found", {});
});
