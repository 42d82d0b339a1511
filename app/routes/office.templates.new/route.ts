import { redirect } from "@remix-run/node";
import { beginTemplate } from "#app/domain/templates/new-drafts.ts";
import { listTemplates } from "#app/domain/templates/queries.ts";
import { newTemplate } from "#app/domain/templates/schema.ts";
import { builderWords } from "#app/i18n/builder.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import { codeFromTitle, typedTemplate } from "./typed-template.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What a template may begin with. */
export const loader = page("templates.write", async ({ ctx, url }) => {
	const lines = await listTemplates(ctx);
	return {
		from: url.searchParams.get("from") ?? "",
		templates: lines.map(({ code, title, version: { id, number, kinds } }) => ({
			code,
			title,
			versionId: id,
			number,
			kinds,
		})),
	};
});

/** Begins a template and goes on to write it. */
export const action = act("templates.write", async ({ ctx, request }) => {
	const typed = typedTemplate(await formFields(request, ["kinds"]));
	return keepTyped(typed, async () => {
		const { title, titleEn, code, kinds, from } = typed;
		const input = {
			title: { vi: title, ...(titleEn ? { en: titleEn } : {}) },
			code: code || codeFromTitle(title),
			kinds,
			from: from === "conduct" ? null : from || null,
			kind: from === "conduct" ? ("conduct" as const) : ("form" as const),
			firstSection: { vi: builderWords.vi.begin.firstSection, en: builderWords.en.begin.firstSection },
		};
		const made = await beginTemplate(ctx, checkForm(input, newTemplate, issueMessage(ctx.locale)));
		throw redirect(`/office/templates/${made.templateId}/versions/${made.versionId}/edit`);
	});
});
