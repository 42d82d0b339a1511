import { redirect } from "@remix-run/node";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { registerDirective } from "#app/domain/directives/commands.ts";
import { directiveInput } from "#app/domain/directives/schema.ts";
import { isId, newId } from "#app/domain/id.ts";
import { directivesWords } from "#app/i18n/directives.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import { typedLetter, withRow } from "./typed-letter.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The empty form. The letter's id is made here, so that sending the form twice registers it once. */
export const loader = page("directives.write", async () => ({ id: newId() }));

/** Registers a letter. */
export const action = act("directives.write", async ({ ctx, request }) => {
	const form = await readFileForm(request, ATTACHMENT_LIMIT);
	const typed = typedLetter(form.fields);
	if (form.fields.intent === "add_task") return { typed: withRow(typed) };
	return keepTyped(typed, async () => {
		typed.fileId = (await keepAttachment(ctx, form, directivesWords[ctx.locale].form.fileTypes)) ?? "";
		const letter = checkForm(typed, directiveInput, issueMessage(ctx.locale));
		const wanted = form.fields.id;
		const id = await registerDirective(ctx, letter, typeof wanted === "string" && isId(wanted) ? wanted : newId());
		throw redirect(`/office/directives/${id}?saved=1`);
	});
});
