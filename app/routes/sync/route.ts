import { problem } from "#app/domain/problem.ts";
import { saveOperations } from "#app/domain/returns/save.ts";
import { batch } from "#app/domain/returns/schema.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { act, page } from "#app/platform/door.ts";
import { answerJson, readJson } from "#app/platform/json.ts";

/** A hundred answers with long remarks are some 500 kB. */
const LIMIT = 4 * 1_048_576;

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/** Where devices bring their answers, and whole returns: one result per operation. */
export const action = act("returns.fill", ({ ctx, request }) =>
	answerJson(async () => {
		const { returnId, operations, submit } = await readJson(request, batch, LIMIT);
		if (submit) return submitReturn(ctx, returnId, { ...submit, operations });
		return saveOperations(ctx, returnId, operations);
	}),
);
