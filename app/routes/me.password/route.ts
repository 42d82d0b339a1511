import { redirect } from "@remix-run/node";
import { changePassword } from "#app/domain/people/password.ts";
import { passwordForm } from "#app/domain/people/schema.ts";
import { signIn } from "#app/domain/people/sign-in.ts";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { openSession, setCookies } from "#app/platform/session.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("signed_in", async ({ ctx, http }) => {
	const session = await http.session;
	return { forced: session?.mustChangePassword ?? false, username: ctx.actor.username };
});

/** Changing the password ends every session, so this browser gets a new one. */
export const action = act("signed_in", async ({ ctx, request, http }) => {
	const forced = (await http.session)?.mustChangePassword ?? false;
	const { current, password } = await readForm(request, passwordForm, issueMessage(ctx.locale));
	await changePassword(ctx, { current, next: password });
	const { username } = ctx.actor;
	const cookies = await signIn({ ...ctx, actor: null }, { username, address: http.address }, () =>
		openSession(http, request, { username, password }),
	);
	return redirect(forced ? "/" : "/me?done=password", { headers: setCookies(cookies) });
});
