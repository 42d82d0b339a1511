import { redirect } from "@remix-run/node";
import { problem } from "#app/domain/problem.ts";
import { latestImports } from "#app/domain/units/import-queries.ts";
import { readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { LIST_LIMIT, previewList } from "#app/platform/jobs/unit-lists.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Where a list is uploaded, with the lists uploaded before. */
export const loader = page("units.write", async ({ ctx }) => ({
	imports: await latestImports(ctx),
	limitBytes: LIST_LIMIT,
}));

/** Reads the list for preview; nothing of it is written. */
export const action = act("units.write", async ({ ctx, request }) => {
	const { file } = await readFileForm(request, LIST_LIMIT);
	if (!file) throw problem("file_missing", {});
	const { id } = await previewList(ctx, file);
	return redirect(`/office/units/import/${id}`);
});
