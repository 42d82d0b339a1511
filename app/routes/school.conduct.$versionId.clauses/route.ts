import { z } from "zod";
import { saveClause } from "#app/domain/conduct/adapt.ts";
import { clauseForm } from "#app/domain/conduct/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { readJson } from "#app/platform/json.ts";
import { answerSaver } from "#app/platform/saver.ts";

/** A clause has at most 4000 characters. */
const LIMIT = 65_536;

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/**
 * Where the page of the text saves a clause while it is being written: `{saved}`, or `{conflict}` with the clause as somebody else
 * left it. Who has no session is told so (401): the page keeps the wording and asks the person to sign in.
 */
export const action = act("anyone", async ({ ctx, params, request, http }) => {
	return answerSaver(ctx, http, async (ctx) => {
		const input = await readJson(request, clauseForm, LIMIT);
		return saveClause(ctx, z.string().parse(params.versionId), input);
	});
});
