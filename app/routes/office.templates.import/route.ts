import { redirect } from "@remix-run/node";
import { problem } from "#app/domain/problem.ts";
import { readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { FORM_LIMIT, previewForm } from "#app/platform/jobs/form-imports.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Where a form is uploaded. */
export const loader = page("templates.write", async () => ({ limitBytes: FORM_LIMIT }));

/** Reads the form for preview; nothing of it goes into the library. */
export const action = act("templates.write", async ({ ctx, request }) => {
	const { file } = await readFileForm(request, FORM_LIMIT);
	if (!file) throw problem("file_missing", {});
	const { fileId } = await previewForm(ctx, file);
	return redirect(`/office/templates/import/${fileId}`);
});
