import { allows } from "#app/domain/people/policy.ts";
import { HEAT_AT_MOST, pictureKinds, readPicture } from "#app/domain/reports/pictures.ts";
import { campaignResults, reportedCampaign } from "#app/domain/reports/queries.ts";
import { page } from "#app/platform/door.ts";
import { pictureTable } from "#app/platform/tables/picture-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Schools of the heat map at first: what fits a page of paper. */
const HEAT = 40;

/** The pictures of one campaign, each with its figures. */
export const loader = page("figures.read", async ({ ctx, params, url }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const { definition, ...about } = campaign;
	const { figures } = await campaignResults(ctx, campaign.id, definition);
	const by = url.searchParams.get("by") === "rate" ? ("rate" as const) : null;
	const schools = url.searchParams.get("schools") === String(HEAT_AT_MOST) ? HEAT_AT_MOST : HEAT;
	const pictures = [];
	for (const kind of figures.reported > 0 ? pictureKinds : []) {
		const picture = await readPicture(ctx, campaign, kind, { by, schools });
		if (picture) pictures.push({ picture, table: pictureTable(ctx, campaign, picture) });
	}
	return {
		campaign: { ...about, rated: definition.rule.type !== "none" },
		pictures,
		today: ctx.today,
		by,
		all: schools === HEAT_AT_MOST,
		mostSchools: HEAT_AT_MOST,
		may: {
			lists: allows(ctx.actor, "campaigns.read"),
			inspect: allows(ctx.actor, "returns.inspect"),
			borders: allows(ctx.actor, "units.write"),
		},
	};
});
