import { redirect } from "@remix-run/node";
import { mayMove } from "#app/domain/campaigns/moves.ts";
import { remindersOf } from "#app/domain/papers/letter-queries.ts";
import { allows } from "#app/domain/people/policy.ts";
import { columnsOf } from "#app/domain/reports/figure-lines.ts";
import { hasFigures, readRollUp } from "#app/domain/reports/figures-queries.ts";
import {
	campaignResults,
	figuresByCommune,
	reportedCampaign,
	resultPage,
	tasksOf,
} from "#app/domain/reports/queries.ts";
import { cursorFrom, cursorText, selectionFrom } from "#app/domain/reports/rules.ts";
import { page } from "#app/platform/door.ts";
import { listed } from "#app/platform/tables/campaign-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Rows of the unit table on one page. */
const PAGE = 50;
/** A district's communes are shown whole; of a province's, so many in which most is missing, unless all are asked for. */
const COMMUNES = { whole: 40, slowest: 20 };

/** One campaign: how many returned, how many safe, what fails most, who is missing. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const campaign = await reportedCampaign(ctx, params.campaignId);
	const write = allows(ctx.actor, "campaigns.write");
	// Nobody has been asked yet: there is something to write and nothing to count.
	if (campaign.state === "draft" && write) throw redirect(`/office/campaigns/new?draft=${campaign.id}`);
	const selection = selectionFrom(url.searchParams.get("list"));
	const { rows, next } = await resultPage(ctx, campaign.id, selection, cursorFrom(url.searchParams.get("after")), PAGE);
	const { definition, ...about } = campaign;
	const rollUp = hasFigures(definition) ? await readRollUp(ctx, campaign.id) : null;
	return {
		/** A newer version is published, or a move is not finished. */
		moves: write && campaign.state === "issued" && (await mayMove(ctx, campaign.id)),
		campaign: { ...about, rule: definition.rule.type },
		figures: rollUp && {
			columns: columnsOf(definition),
			lights: definition.lights.map(({ code, label, says }) => ({ code, label, says })),
			line: rollUp.all,
		},
		today: ctx.today,
		tasks: await tasksOf(ctx, campaign.id),
		results: await campaignResults(ctx, campaign.id, definition),
		...(await figuresByCommune(ctx, campaign.id, url.searchParams.get("communes") === "all" ? undefined : COMMUNES)),
		reminders: await remindersOf(ctx, campaign.id),
		selection,
		rows: rows.map((row) => listed(ctx, campaign, row)),
		next: next ? cursorText(next) : null,
		may: { inspect: allows(ctx.actor, "returns.inspect"), write },
	};
});
