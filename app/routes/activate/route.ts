import { redirect } from "@remix-run/node";
import { type CodeHolder, readCode, redeemCode } from "#app/domain/people/codes.ts";
import { activateForm } from "#app/domain/people/schema.ts";
import { signIn } from "#app/domain/people/sign-in.ts";
import { Problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { openSession, setCookies } from "#app/platform/session.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** `?code=` from the slip's QR: whose account it opens. A code that does not work is told on the page, to be typed again. */
export const loader = page("anyone", async ({ ctx, url, http }) => {
	const code = url.searchParams.get("code")?.slice(0, 100) ?? "";
	if (code === "") return { code, holder: null, problem: null };
	try {
		const { name, username, unitName }: CodeHolder = await readCode(ctx, code, http.address);
		return { code, holder: { name, username, unitName }, problem: null };
	} catch (thrown) {
		if (!(thrown instanceof Problem)) throw thrown;
		return { code, holder: null, problem: thrown.body };
	}
});

export const action = act("anyone", async ({ ctx, request, http }) => {
	const { code, password } = await readForm(request, activateForm, issueMessage(ctx.locale));
	const { username } = await redeemCode(ctx, { code, password, address: http.address });
	const cookies = await signIn(ctx, { username, address: http.address }, () =>
		openSession(http, request, { username, password }),
	);
	return redirect("/", { headers: setCookies(cookies) });
});
