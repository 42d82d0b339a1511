import { redirect } from "@remix-run/node";
import { z } from "zod";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { markChecked } from "#app/domain/templates/commands.ts";
import { deleteDraft, retireVersion } from "#app/domain/templates/life.ts";
import { beginVersion } from "#app/domain/templates/new-drafts.ts";
import { readTemplate } from "#app/domain/templates/queries.ts";
import { isInForce } from "#app/domain/templates/rules.ts";
import { offerTemplate, withdrawOffer } from "#app/domain/templates/sharing.ts";
import { readOffer } from "#app/domain/templates/sharing-queries.ts";
import { cleanLine } from "#app/domain/text.ts";
import { templateLifeWords } from "#app/i18n/template-life.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** One template as a person reads it, in the version asked for. */
export const loader = page("templates.read", async ({ ctx, params, url }) => {
	const asked = url.searchParams.get("version") ?? undefined;
	if (!isId(params.templateId) || (asked !== undefined && !isId(asked))) throw problem("not_found", {});
	const template = await readTemplate(ctx, params.templateId, asked);
	const write = template.own && allows(ctx.actor, "templates.write");
	return {
		template,
		today: ctx.today,
		limitBytes: ATTACHMENT_LIMIT,
		inForce: isInForce(template.version, ctx.today),
		offer: template.own ? await readOffer(ctx, template.id) : null,
		may: {
			write,
			mark: write && template.version.state !== "draft",
			issue: template.version.state === "published" && allows(ctx.actor, "campaigns.write"),
		},
	};
});

/** What is done to a version or its template; without `intent`, the office states that it has compared it with the official annex. */
export const action = act("templates.write", async ({ ctx, params, request }) => {
	const form = await readFileForm(request, ATTACHMENT_LIMIT);
	const { versionId, intent, reason, note } = form.fields;
	if (!isId(params.templateId)) throw problem("not_found", {});
	if (intent === "next_version") {
		const next = await beginVersion(ctx, params.templateId);
		throw redirect(`/office/templates/${params.templateId}/versions/${next}/edit`);
	}
	if (typeof versionId !== "string" || !isId(versionId)) throw problem("not_found", {});
	const { version, own } = await readTemplate(ctx, params.templateId, versionId);
	// A superior's template is there to be read, and nothing of it may be changed.
	if (!own) throw problem("not_found", {});
	const { templateId } = version;
	if (intent === "retire") {
		const why = { reason: cleanLine(typeof reason === "string" ? reason : "") };
		await retireVersion(ctx, versionId, checkForm(why, retiring, issueMessage(ctx.locale)).reason);
	} else if (intent === "drop") {
		const { templateLeft } = await deleteDraft(ctx, versionId);
		throw redirect(templateLeft ? `/office/templates/${templateId}` : "/office/templates");
	} else if (intent === "offer") {
		await offerTemplate(ctx, templateId, (typeof note === "string" ? note : "").slice(0, 500));
	} else if (intent === "withdraw") {
		await withdrawOffer(ctx, templateId);
	} else if (intent !== undefined) {
		throw problem("not_found", {});
	} else {
		const { fileTypes } = templateLifeWords[ctx.locale].life;
		await markChecked(ctx, versionId, await keepAttachment(ctx, form, fileTypes));
	}
	throw redirect(`/office/templates/${templateId}?version=${versionId}`);
});

const retiring = z.object({ reason: z.string().min(1).max(500) });
