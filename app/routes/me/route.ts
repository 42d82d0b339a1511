import { redirect } from "@remix-run/node";
import { z } from "zod";
import { ownSessions } from "#app/domain/people/queries.ts";
import { signOutEverywhere } from "#app/domain/people/sign-in.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { choiceCookie, closeSession, setCookies } from "#app/platform/session.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("signed_in", async ({ ctx, http, url }) => {
	const session = await http.session;
	const { actor } = ctx;
	return {
		name: actor.name,
		username: actor.username,
		role: actor.role,
		unitName: actor.unitName,
		membershipId: actor.membershipId,
		memberships: session?.memberships ?? [],
		sessions: (await ownSessions(ctx)).map((one) => ({ ...one, current: one.id === session?.id })),
		done: url.searchParams.get("done"),
	};
});

const form = z.discriminatedUnion("intent", [
	z.object({ intent: z.literal("everywhere") }),
	// `back`: the page on which somebody chose the other role.
	z.object({ intent: z.literal("membership"), membership: z.string(), back: z.string().default("/") }),
]);

export const action = act("signed_in", async ({ ctx, request, http }) => {
	const given = await readForm(request, form, issueMessage(ctx.locale));
	if (given.intent === "everywhere") {
		await signOutEverywhere(ctx);
		return redirect("/sign-in", { headers: setCookies(await closeSession(http, request)) });
	}
	const own = (await http.session)?.memberships.find((one) => one.id === given.membership);
	if (!own) throw problem("not_found", {});
	return redirect(localPath(given.back, "/"), { headers: { "Set-Cookie": choiceCookie("membership", own.id) } });
});
