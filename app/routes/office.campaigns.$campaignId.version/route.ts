import { redirect } from "@remix-run/node";
import { lastMove, versionToMoveTo } from "#app/domain/campaigns/moves.ts";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { continueMove, countWaiting, moveCampaign } from "#app/domain/returns/move.ts";
import { previewMove } from "#app/domain/returns/move-queries.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Returns moved by one press: some seconds. */
const AT_ONCE = 1000;

/** What moving a campaign to the newest version of its template would do, and how far a move has come. */
export const loader = page("campaigns.write", async ({ ctx, params, url }) => {
	if (!isId(params.campaignId)) throw problem("not_found", {});
	const { campaign, now, next } = await versionToMoveTo(ctx, params.campaignId);
	const move = await lastMove(ctx, campaign.id);
	const open = campaign.state === "issued";
	const school = url.searchParams.get("school") ?? undefined;
	const preview = open && next ? await previewMove(ctx, campaign.id, school) : null;
	return {
		campaign,
		template: now.title,
		number: now.number,
		move: move && { finished: move.finishedAt !== null, left: await countWaiting(ctx, campaign.id) },
		preview: preview && {
			nextId: preview.next.id,
			nextNumber: preview.next.number,
			returns: preview.returns,
			kept: preview.kept,
			changed: preview.changed,
			added: preview.added,
			example: preview.example,
		},
	};
});

/** Moves it (`versionId`: the version that was previewed), or goes on with a move that is not finished. */
export const action = act("campaigns.write", async ({ ctx, params, request }) => {
	const { intent, versionId } = await formFields(request);
	const { campaignId } = params;
	if (!isId(campaignId)) throw problem("not_found", {});
	if (intent !== "continue") {
		if (typeof versionId !== "string" || !isId(versionId)) throw problem("not_found", {});
		await moveCampaign(ctx, campaignId, versionId);
	}
	await continueMove(ctx, campaignId, AT_ONCE);
	throw redirect(`/office/campaigns/${campaignId}/version`);
});
