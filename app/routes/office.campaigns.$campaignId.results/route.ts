import { campaignResults, filteredBy, reportedCampaign, resultPage } from "#app/domain/reports/queries.ts";
import { cursorFrom, cursorText, filterFrom, selectionFrom } from "#app/domain/reports/rules.ts";
import { page } from "#app/platform/door.ts";
import { listed } from "#app/platform/tables/campaign-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A district's schools on one page, as it prints. */
const PAGE = 100;

/** The list *Đạt / Chưa đạt* with reasons, those who have not returned, and every failed criterion. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	// A status form judges nobody: its list is simply everybody.
	const rated = campaign.definition.rule.type !== "none";
	const asked = url.searchParams.get("list") ?? (rated ? "not_met" : "all");
	const selection = selectionFrom(asked);
	const filter = filterFrom(url.searchParams);
	const { definition, ...about } = campaign;
	const after = cursorFrom(url.searchParams.get("after"));
	const { rows, next } = await resultPage(ctx, campaign.id, selection, after, PAGE, filter);
	return {
		campaign: { ...about, rated },
		filter,
		filtered: await filteredBy(ctx, definition, filter),
		list: asked === "criteria" ? ("criteria" as const) : selection,
		results: await campaignResults(ctx, campaign.id, definition),
		rows: rows.map((row) => listed(ctx, campaign, row)),
		next: next ? cursorText(next) : null,
	};
});
