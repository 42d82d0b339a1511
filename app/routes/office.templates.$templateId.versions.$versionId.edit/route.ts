import { redirect } from "@remix-run/node";
import { isId, newId } from "#app/domain/id.ts";
import { Problem, problem } from "#app/domain/problem.ts";
import { readDraft, saveEdits } from "#app/domain/templates/drafts.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { codeFormEdits } from "./code-form-edits.ts";
import { formEdits } from "./form-edits.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A draft to be written. One that was published meanwhile is shown where it can be read. */
export const loader = page("templates.write", async ({ ctx, params }) => {
	const { templateId = "", versionId = "" } = params;
	if (!isId(templateId) || !isId(versionId)) throw problem("not_found", {});
	try {
		return { open: await readDraft(ctx, templateId, versionId), today: ctx.today };
	} catch (thrown) {
		if (thrown instanceof Problem && thrown.body.code === "version_not_draft")
			throw redirect(`/office/templates/${templateId}?version=${versionId}`);
		throw thrown;
	}
});

/** The page's forms, for where no script runs; with script they travel as batches to the door beside this one. */
export const action = act("templates.write", async ({ ctx, params, request }) => {
	const { templateId = "", versionId = "" } = params;
	if (!isId(templateId) || !isId(versionId)) throw problem("not_found", {});
	const { draft, revision } = await readDraft(ctx, templateId, versionId);
	const fields = await formFields(request, ["kinds", "mandatory_kinds"]);
	const { edits, to } = codeFormEdits(draft, fields) ?? formEdits(draft, fields);
	await saveEdits(ctx, versionId, { id: newId(), base: revision, edits });
	throw redirect(`/office/templates/${templateId}/versions/${versionId}/edit${to ? `?${to}` : ""}`);
});
