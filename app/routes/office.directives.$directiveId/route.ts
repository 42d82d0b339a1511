import { redirect } from "@remix-run/node";
import { campaignsOfDirective } from "#app/domain/campaigns/queries.ts";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { updateDirective } from "#app/domain/directives/commands.ts";
import { readDirective } from "#app/domain/directives/queries.ts";
import { directiveInput } from "#app/domain/directives/schema.ts";
import { isId } from "#app/domain/id.ts";
import { allows, demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import { typedLetter, withRow } from "../office.directives.new/typed-letter.ts";

export { meta, Screen as default } from "./screen.tsx";

/** One letter: its tasks, and what serves each. `?edit=1` shows the form instead. */
export const loader = page("directives.read", async ({ ctx, params, url }) => {
	if (!isId(params.directiveId)) throw problem("not_found", {});
	const editing = url.searchParams.has("edit");
	if (editing) demand(ctx.actor, "directives.write");
	return {
		editing,
		saved: url.searchParams.has("saved"),
		directive: await readDirective(ctx, params.directiveId),
		campaigns: await campaignsOfDirective(ctx, params.directiveId),
		today: ctx.today,
		may: {
			write: allows(ctx.actor, "directives.write"),
			issue: allows(ctx.actor, "campaigns.write"),
			report: allows(ctx.actor, "reports.write"),
		},
	};
});

/** Corrects the letter and its tasks. */
export const action = act("directives.write", async ({ ctx, params, request }) => {
	const id = params.directiveId;
	if (!isId(id)) throw problem("not_found", {});
	const form = await readFileForm(request, ATTACHMENT_LIMIT);
	const typed = typedLetter(form.fields);
	if (form.fields.intent === "add_task") return { typed: withRow(typed) };
	return keepTyped(typed, async () => {
		typed.fileId = (await keepAttachment(ctx, form, directivesWords[ctx.locale].form.fileTypes)) ?? "";
		const letter = checkForm(typed, directiveInput, issueMessage(ctx.locale));
		await updateDirective(ctx, id, letter);
		throw redirect(`/office/directives/${id}?saved=1`);
	});
});
