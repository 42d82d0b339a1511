import { redirect } from "@remix-run/node";
import { z } from "zod";
import { chooseLocale } from "#app/domain/people/password.ts";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { choiceCookie } from "#app/platform/session.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

const form = z.object({ locale: z.enum(["vi", "en"]), back: z.string().catch("/") });

export const loader = page("anyone", async () => {
	throw redirect("/me");
});

/** Changes the language of this browser, and of the person on every further device. */
export const action = act("anyone", async ({ ctx, request }) => {
	const { locale, back } = await readForm(request, form, issueMessage(ctx.locale));
	const { actor } = ctx;
	if (actor) await chooseLocale({ ...ctx, actor }, locale);
	return redirect(localPath(back, "/"), { headers: { "Set-Cookie": choiceCookie("locale", locale) } });
});
