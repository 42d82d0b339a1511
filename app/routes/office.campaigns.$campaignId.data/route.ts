import { countSent, dataFilterFrom, sentStates } from "#app/domain/reports/data-queries.ts";
import { countSentPhotos } from "#app/domain/reports/photo-queries.ts";
import { figuresByCommune, reportedCampaign } from "#app/domain/reports/queries.ts";
import { page } from "#app/platform/door.ts";
import { codeBook, schoolFields } from "#app/platform/tables/data-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What the whole data of a campaign holds, what is taken of it, and where the files are. */
export const loader = page("returns.inspect", async ({ ctx, params, url }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const filter = dataFilterFrom(url.searchParams);
	return {
		campaign: { id: campaign.id, title: campaign.title },
		filter,
		states: sentStates,
		communes: (await figuresByCommune(ctx, campaign.id)).communes.map(({ id, name }) => ({ id, name })),
		count: await countSent(ctx, campaign.id, filter),
		photos: await countSentPhotos(ctx, campaign.id, filter),
		school: schoolFields(ctx).map(({ column }) => column.label),
		codes: codeBook(ctx, campaign),
	};
});
