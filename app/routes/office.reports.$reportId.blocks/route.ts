import { z } from "zod";
import { writeBlock } from "#app/domain/papers/blocks.ts";
import { blockInput } from "#app/domain/papers/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { readJson } from "#app/platform/json.ts";
import { answerSaver } from "#app/platform/saver.ts";

/** A part has at most 20 000 characters. */
const LIMIT = 131_072;

export const loader = page("anyone", async () => {
	throw problem("not_found", {});
});

/**
 * Where the page of a report saves a part while it is being written: `{saved}`, or `{conflict}` with the part as somebody else left it.
 * Who has no session is told so (401): the page keeps the text and asks the person to sign in.
 */
export const action = act("anyone", async ({ ctx, params, request, http }) => {
	return answerSaver(ctx, http, async (ctx) => {
		const input = await readJson(request, blockInput, LIMIT);
		return writeBlock(ctx, z.string().parse(params.reportId), input);
	});
});
