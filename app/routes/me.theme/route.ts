import { redirect } from "@remix-run/node";
import { z } from "zod";
import { act, page } from "#app/platform/door.ts";
import { readForm } from "#app/platform/form.ts";
import { localPath } from "#app/platform/local-path.ts";
import { choiceCookie } from "#app/platform/session.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

const form = z.object({ theme: z.enum(["system", "light", "dark"]), back: z.string().catch("/") });

export const loader = page("anyone", async () => {
	throw redirect("/me");
});

/** Keeps the chosen look in a cookie of this browser, and comes back. */
export const action = act("anyone", async ({ ctx, request }) => {
	const { theme, back } = await readForm(request, form, issueMessage(ctx.locale));
	const cookie = choiceCookie("theme", theme === "system" ? "" : theme);
	return redirect(localPath(back, "/"), { headers: { "Set-Cookie": cookie } });
});
