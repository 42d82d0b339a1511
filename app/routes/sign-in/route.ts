import { redirect } from "@remix-run/node";
import { signInForm } from "#app/domain/people/schema.ts";
import { signIn } from "#app/domain/people/sign-in.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { openSession, setCookies } from "#app/platform/session.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("anyone", async ({ ctx, url }) => {
	const next = localPath(url.searchParams.get("next"), "/");
	if (ctx.actor) throw redirect(next);
	return { next };
});

export const action = act("anyone", async ({ ctx, request, http }) => {
	const fields = await formFields(request);
	const next = localPath(fields.next, "/");
	return keepTyped({ username: String(fields.username ?? "").slice(0, 100) }, async () => {
		const given = checkForm(fields, signInForm, issueMessage(ctx.locale));
		const cookies = await signIn(ctx, { username: given.username, address: http.address }, () =>
			openSession(http, request, given),
		);
		return redirect(next, { headers: setCookies(cookies) });
	});
});
