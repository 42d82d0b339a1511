import { redirect } from "@remix-run/node";
import { isId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { markChecked } from "#app/domain/templates/commands.ts";
import { beginVersion } from "#app/domain/templates/new-drafts.ts";
import { readTemplate } from "#app/domain/templates/queries.ts";
import { isInForce } from "#app/domain/templates/rules.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** One template as a person reads it, in the version asked for. */
export const loader = page("templates.read", async ({ ctx, params, url }) => {
	const asked = url.searchParams.get("version") ?? undefined;
	if (!isId(params.templateId) || (asked !== undefined && !isId(asked))) throw problem("not_found", {});
	const template = await readTemplate(ctx, params.templateId, asked);
	return {
		template,
		today: ctx.today,
		inForce: isInForce(template.version, ctx.today),
		may: {
			mark: template.own && template.version.state !== "draft" && allows(ctx.actor, "templates.write"),
			write: template.own && allows(ctx.actor, "templates.write"),
			issue: template.version.state === "published" && allows(ctx.actor, "campaigns.write"),
		},
	};
});

/** The office begins the next version, or states that it has compared one with the official annex. */
export const action = act("templates.write", async ({ ctx, params, request }) => {
	const { versionId, intent } = await formFields(request);
	if (!isId(params.templateId)) throw problem("not_found", {});
	if (intent === "next_version") {
		const next = await beginVersion(ctx, params.templateId);
		throw redirect(`/office/templates/${params.templateId}/versions/${next}/edit`);
	}
	if (typeof versionId !== "string" || !isId(versionId)) throw problem("not_found", {});
	const { version } = await readTemplate(ctx, params.templateId, versionId);
	await markChecked(ctx, version.id);
	throw redirect(`/office/templates/${version.templateId}?version=${version.id}`);
});
