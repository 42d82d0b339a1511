import { listCampaigns } from "#app/domain/campaigns/queries.ts";
import { campaignSearch } from "#app/domain/campaigns/schema.ts";
import { allows } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The office's campaigns with how many have returned. */
export const loader = page("campaigns.read", async ({ ctx, url }) => {
	const search = campaignSearch.parse(Object.fromEntries(url.searchParams));
	return {
		...(await listCampaigns(ctx, search)),
		search,
		today: ctx.today,
		mayWrite: allows(ctx.actor, "campaigns.write"),
	};
});
