import { redirect } from "@remix-run/node";
import { closeCampaign, extendDue } from "#app/domain/campaigns/deadlines.ts";
import { readCampaign } from "#app/domain/campaigns/queries.ts";
import { listRecipients, recipientFacets } from "#app/domain/campaigns/recipients.ts";
import { extensionInput, recipientSearch } from "#app/domain/campaigns/schema.ts";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The frozen list of a campaign, with filters in the URL. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const id = params.campaignId;
	if (!isId(id)) throw problem("not_found", {});
	const campaign = await readCampaign(ctx, id);
	// A draft has no list yet: its form is the place where one is chosen.
	if (campaign.state === "draft") throw problem("not_found", {});
	const search = recipientSearch.parse(Object.fromEntries(url.searchParams));
	const mayWrite = campaign.own && campaign.state === "issued" && allows(ctx.actor, "campaigns.write");
	return {
		campaign,
		search,
		...(await listRecipients(ctx, id, search)),
		facets: await recipientFacets(ctx, id),
		today: ctx.today,
		mayWrite,
		mayInspect: allows(ctx.actor, "returns.inspect"),
		/** What was just done, to say so. */
		done: doneOf(url.searchParams),
	};
});

/** Gives chosen schools more time, or closes the campaign. */
export const action = act("campaigns.write", async ({ ctx, params, request, url }) => {
	const id = params.campaignId;
	if (!isId(id)) throw problem("not_found", {});
	const fields = await formFields(request, ["schoolIds"]);
	const { close, extend } = campaignsWords[ctx.locale].recipients;
	if (fields.intent === "close") {
		if (fields.confirm !== "on") throw oneField("confirm", close.unconfirmed);
		await closeCampaign(ctx, id);
		throw redirect(here(id, url, "closed"));
	}
	return keepTyped(typedExtension(fields), async () => {
		if (fields.schoolIds?.length === 0) throw oneField("schoolIds", extend.noSchools);
		await extendDue(ctx, id, checkForm(fields, extensionInput, issueMessage(ctx.locale)));
		throw redirect(here(id, url, "extended"));
	});
});

function oneField(field: string, message: string) {
	return problem("invalid_input", { fields: [{ field, message }] });
}

/** What was typed of an extension, to be drawn again. */
function typedExtension(fields: Record<string, string | string[]>) {
	const { schoolIds, dueOn, reason } = fields;
	return {
		schoolIds: Array.isArray(schoolIds) ? schoolIds : [],
		dueOn: typeof dueOn === "string" ? dueOn : "",
		reason: typeof reason === "string" ? reason : "",
	};
}

/** The same list with the same filters, saying what was done. */
function here(id: string, url: URL, done: string): string {
	const params = new URLSearchParams(url.search);
	for (const name of ["issued", "extended", "closed"]) params.delete(name);
	params.set(done, "1");
	return `/office/campaigns/${id}/recipients?${params}`;
}

function doneOf(params: URLSearchParams): "issued" | "extended" | "closed" | null {
	return (["issued", "extended", "closed"] as const).find((name) => params.has(name)) ?? null;
}
