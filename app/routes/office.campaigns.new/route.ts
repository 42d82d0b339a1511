import { redirect } from "@remix-run/node";
import { saveDraft } from "#app/domain/campaigns/commands.ts";
import { readCampaign, versionsUsedFor } from "#app/domain/campaigns/queries.ts";
import { ATTACHMENT_LIMIT, campaignForm } from "#app/domain/campaigns/schema.ts";
import { previewRecipients, recipientChoices } from "#app/domain/campaigns/selection.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { listTasks } from "#app/domain/directives/queries.ts";
import { isId, newId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { issueCampaign } from "#app/domain/tallies/issue.ts";
import { listIssuable } from "#app/domain/templates/queries.ts";
import { isInForce } from "#app/domain/templates/rules.ts";
import { campaignsWords } from "#app/i18n/campaigns.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import {
	campaignAsTyped,
	emptyCampaign,
	filterOf,
	lists,
	type TypedCampaign,
	typedCampaign,
} from "./typed-campaign.ts";

export { meta, Screen as default } from "./screen.tsx";

/**
 * The form: new (`?task=`, `?version=` choose something beforehand), or of a draft (`?draft=`), with `&step=confirm` what there is
 * to check before issuing. `?preview=1` with the fields of the choice answers who would receive it, for the form as it is filled.
 */
export const loader = page("campaigns.write", async ({ ctx, url }) => {
	const draft = await draftOf(ctx, url.searchParams.get("draft"));
	const tasks = await listTasks(ctx);
	const issuable = await listIssuable(ctx);
	const task = tasks.find(({ id }) => id === url.searchParams.get("task"));
	const taskIds = draft ? draft.tasks.map(({ id }) => id) : task ? [task.id] : [];
	const used = await versionsUsedFor(ctx, taskIds);
	const versions = issuable
		.map((version) => ({ ...version, used: used.includes(version.id), inForce: isInForce(version, ctx.today) }))
		.sort((a, b) => Number(b.used) - Number(a.used) || Number(b.inForce) - Number(a.inForce));
	// One template served the task before: very likely it is wanted again. Of several, the person says which.
	const again = used.length === 1 ? versions.find((version) => version.used && version.inForce) : undefined;
	const asked = versions.find(({ id }) => id === url.searchParams.get("version")) ?? again;
	const typed = draft
		? campaignAsTyped(draft)
		: emptyCampaign({ taskIds, versionId: asked?.id ?? "", kinds: asked?.kinds ?? [], opensOn: ctx.today });
	const chosen = url.searchParams.has("preview") ? typedCampaign(fieldsOf(url.searchParams)) : typed;
	return {
		id: draft?.id ?? newId(),
		confirming: draft !== null && url.searchParams.get("step") === "confirm",
		draft,
		typed,
		tasks,
		versions,
		choices: await recipientChoices(ctx),
		preview: await previewOf(ctx, chosen, versions),
	};
});

/** Shows who would receive it, saves the draft, or (from the page that asks to confirm) issues it. */
export const action = act("campaigns.write", async ({ ctx, request }) => {
	const form = await readFileForm(request, ATTACHMENT_LIMIT, [...lists]);
	const { id: wanted, intent } = form.fields;
	const id = typeof wanted === "string" && isId(wanted) ? wanted : newId();
	if (intent === "issue") {
		await issueCampaign(ctx, id);
		throw redirect(`/office/campaigns/${id}/recipients?issued=1`);
	}
	const typed = typedCampaign(form.fields);
	return keepTyped(typed, async () => {
		typed.fileId = (await keepAttachment(ctx, form, campaignsWords[ctx.locale].form.fileTypes)) ?? "";
		if (intent === "preview") return { typed, preview: await previewOf(ctx, typed, await listIssuable(ctx)) };
		await saveDraft(ctx, id, checkForm(typed, campaignForm, issueMessage(ctx.locale)));
		throw redirect(
			intent === "draft" ? "/office/campaigns?state=draft" : `/office/campaigns/new?draft=${id}&step=confirm`,
		);
	});
});

async function draftOf(ctx: Ctx, id: string | null) {
	if (id === null) return null;
	if (!isId(id)) throw problem("not_found", {});
	const draft = await readCampaign(ctx, id);
	if (!draft.own) throw problem("not_found", {});
	if (draft.state !== "draft") throw redirect(`/office/campaigns/${id}`);
	return draft;
}

/** Null while there is neither a template nor a choice to show anything of. */
async function previewOf(ctx: Ctx, typed: TypedCampaign, versions: readonly { id: string }[]) {
	const version = versions.find(({ id }) => id === typed.versionId);
	const filter = filterOf(typed);
	const nothing = filter && Object.values(filter).every((list) => list.length === 0);
	if (!filter || (!version && nothing)) return null;
	return previewRecipients(ctx, filter, version?.id ?? null);
}

function fieldsOf(params: URLSearchParams): Record<string, string | string[]> {
	const fields: Record<string, string | string[]> = Object.fromEntries(params);
	for (const name of lists) fields[name] = params.getAll(name);
	return fields;
}
