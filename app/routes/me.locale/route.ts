import { redirect } from "@remix-run/node";
import { z } from "zod";
import { chooseLocale } from "#app/domain/people/password.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { choiceCookie } from "#app/platform/session.ts";

const form = z.object({ locale: z.enum(["vi", "en"]), back: z.string().catch("/") });

export const loader = page("anyone", async () => {
	throw redirect("/me");
});

/** Changes the language of this browser, and of the person on every further device. */
export const action = act("anyone", async ({ ctx, request }) => {
	const { locale, back } = readChoice(await formFields(request));
	const { actor } = ctx;
	if (actor) await chooseLocale({ ...ctx, actor }, locale);
	return redirect(localPath(back, "/"), { headers: { "Set-Cookie": choiceCookie("locale", locale) } });
});

/** Only our own buttons post here: a choice that is none of theirs is an address that does not exist. */
function readChoice(fields: unknown): z.infer<typeof form> {
	const parsed = form.safeParse(fields);
	if (!parsed.success) throw problem("not_found", {});
	return parsed.data;
}
