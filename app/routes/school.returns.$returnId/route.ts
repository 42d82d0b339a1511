import { redirect } from "@remix-run/node";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { prefillReturn } from "#app/domain/returns/prefill.ts";
import { readOwnReturn } from "#app/domain/returns/queries.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A return as a list of sections while it is being filled, as a result once it was sent. */
export const loader = page("returns.fill", async ({ ctx, params, url }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	return { page, today: ctx.today, personId: ctx.actor.personId, justSent: url.searchParams.has("sent") };
});

/** Puts the last round, or the school's record, into a return that nobody has answered yet. */
export const action = act("returns.fill", async ({ ctx, params, request }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const fields = await formFields(request);
	if (fields.do === "prefill") await prefillReturn(ctx, params.returnId);
	return redirect(`/school/returns/${params.returnId}`);
});
