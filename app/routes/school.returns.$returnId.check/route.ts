import { data, redirect } from "@remix-run/node";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { readOwnReturn } from "#app/domain/returns/queries.ts";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Every answer once more before it is sent. */
export const loader = page("returns.fill", async ({ ctx, params }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	if (page.closed === "submitted" || page.closed === "accepted") throw redirect(`/school/returns/${page.returnId}`);
	return { page, personId: ctx.actor.personId };
});

/** Sends the return; the round in the form makes a double click one sending. */
export const action = act("returns.submit", async ({ ctx, params, request }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const fields = await formFields(request);
	if (fields.declared !== "yes") return data({ undeclared: true }, { status: 422 });
	const round = Number(fields.round);
	const sent = await submitReturn(ctx, params.returnId, { round: Number.isInteger(round) && round > 0 ? round : 1 });
	if (sent.outcome === "stopped") return data({ problem: sent.problem }, { status: 422 });
	return redirect(`/school/returns/${params.returnId}?sent`);
});
