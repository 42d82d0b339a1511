import { editBatch } from "#app/domain/authoring/edit-schema.ts";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { saveEdits } from "#app/domain/templates/drafts.ts";
import { act, page } from "#app/platform/door.ts";
import { readJson } from "#app/platform/json.ts";
import { answerSaver } from "#app/platform/saver.ts";

/** A pasted annex of 1,000 long items with their legal basis. */
const LIMIT = 4_194_304;

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/**
 * Where the builder sends what its author does, batch by batch, and asks what others did. Who has no session is told so (401): the page
 * keeps everything and asks the person to sign in.
 */
export const action = act("anyone", async ({ ctx, params, request, http }) => {
	return answerSaver(ctx, http, async (ctx) => {
		const { versionId = "" } = params;
		if (!isId(versionId)) throw problem("not_found", {});
		return saveEdits(ctx, versionId, await readJson(request, editBatch, LIMIT));
	});
});
