import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { readOwnReturn } from "#app/domain/returns/queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A return as a list of sections while it is being filled, as a result once it was sent. */
export const loader = page("returns.fill", async ({ ctx, params, url }) => {
	if (!isId(params.returnId)) throw problem("not_found", {});
	const page = await readOwnReturn(ctx, params.returnId);
	return { page, today: ctx.today, personId: ctx.actor.personId, justSent: url.searchParams.has("sent") };
});
