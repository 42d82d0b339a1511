import { redirect } from "@remix-run/node";
import { z } from "zod";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { choiceCookie } from "#app/platform/session.ts";

const form = z.object({ theme: z.enum(["system", "light", "dark"]), back: z.string().catch("/") });

export const loader = page("anyone", async () => {
	throw redirect("/me");
});

/** Keeps the chosen look in a cookie of this browser, and comes back. */
export const action = act("anyone", async ({ request }) => {
	const { theme, back } = readChoice(await formFields(request));
	const cookie = choiceCookie("theme", theme === "system" ? "" : theme);
	return redirect(localPath(back, "/"), { headers: { "Set-Cookie": cookie } });
});

/** Only our own buttons post here: a choice that is none of theirs is an address that does not exist. */
function readChoice(fields: unknown): z.infer<typeof form> {
	const parsed = form.safeParse(fields);
	if (!parsed.success) throw problem("not_found", {});
	return parsed.data;
}
