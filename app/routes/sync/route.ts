import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { batch } from "#app/domain/returns/schema.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { act, page } from "#app/platform/door.ts";
import { readJson } from "#app/platform/json.ts";
import { answerSaver } from "#app/platform/saver.ts";

/** A hundred answers with long remarks are some 500 kB. */
const LIMIT = 4 * 1_048_576;

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/**
 * Where devices bring their answers, and whole returns: one result per operation. Who has no session is told so (401) instead of
 * being led to a page: the device keeps the answers and asks the person to sign in.
 */
export const action = act("anyone", async ({ ctx, request, http }) => {
	return answerSaver(ctx, http, async (ctx) => {
		demand(ctx.actor, "returns.fill");
		const { returnId, operations, submit } = await readJson(request, batch, LIMIT);
		if (submit) return submitReturn(ctx, returnId, { ...submit, operations });
		return saveOperations(ctx, returnId, operations);
	});
});
