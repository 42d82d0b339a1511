import { conductCampaigns, listAdoptions } from "#app/domain/conduct/office-queries.ts";
import { adoptionGroups, adoptionTotals } from "#app/domain/conduct/office-totals.ts";
import { adoptionSearch } from "#app/domain/conduct/schema.ts";
import { allows } from "#app/domain/people/policy.ts";
import { communes } from "#app/domain/units/tree.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/**
 * Codes of conduct of the office's schools, by the URL's filters. Figures and sub-totals follow all filters but step and legal basis,
 * which choose among the very things that they count.
 */
export const loader = page("conduct.lists", async ({ ctx, url }) => {
	const search = adoptionSearch.parse(Object.fromEntries(url.searchParams));
	const counted = { ...search, stage: null, outdated: null };
	const [list, totals, groups, campaigns, places] = await Promise.all([
		listAdoptions(ctx, search),
		adoptionTotals(ctx, counted),
		adoptionGroups(ctx, counted),
		conductCampaigns(ctx),
		communes(ctx),
	]);
	return {
		...list,
		search,
		totals,
		groups,
		campaigns,
		communes: places,
		may: {
			units: allows(ctx.actor, "units.read"),
			issue: allows(ctx.actor, "campaigns.write"),
			figures: campaigns.some(({ id }) => id === search.campaign) && allows(ctx.actor, "campaigns.read"),
		},
	};
});
