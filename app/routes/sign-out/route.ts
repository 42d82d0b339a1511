import { redirect } from "@remix-run/node";
import { recordSignOut } from "#app/domain/people/sign-in.ts";
import { act, page } from "#app/platform/door.ts";
import { closeSession, setCookies } from "#app/platform/session.ts";

/** Opened as an address it does nothing: a link or picture elsewhere must not sign anybody out. */
export const loader = page("anyone", async () => {
	throw redirect("/");
});

export const action = act("anyone", async ({ ctx, request, http }) => {
	const cookies = await closeSession(http, request);
	const { actor } = ctx;
	if (actor) await recordSignOut({ ...ctx, actor });
	return redirect("/sign-in", { headers: setCookies(cookies) });
});
