import { data, redirect } from "@remix-run/node";
import { readByLink } from "#app/domain/conduct/own-queries.ts";
import { voiceByLink } from "#app/domain/conduct/voices.ts";
import { Problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { checkVoice, typedVoice } from "#app/platform/voice-form.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/**
 * For whoever holds a link. Nothing of it goes elsewhere: no search engine keeps it, and other sites never learn the address (the
 * referrer is `same-origin` everywhere; with `no-referrer` browsers would send the form with the origin `null`, which is refused).
 */
export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow" });

/** The text to be heard about, or the sentence why not: a link that nobody made, too many guesses. */
export const loader = page("anyone", async ({ ctx, params, http, url }) => {
	const thanks = url.searchParams.has("done");
	try {
		return { reading: await readByLink(ctx, params.token ?? "", http.address), thanks, problem: null };
	} catch (thrown) {
		if (!(thrown instanceof Problem)) throw thrown;
		return data({ reading: null, thanks, problem: thrown.body }, { status: thrown.status });
	}
});

/** One voice a link. */
export const action = act("anyone", async ({ ctx, params, request, http }) => {
	const { token = "" } = params;
	const typed = await typedVoice(request);
	return keepTyped(typed, async () => {
		try {
			await voiceByLink(ctx, token, checkVoice(typed, issueMessage, ctx.locale), http.address);
		} catch (thrown) {
			// Told on the page, beside what was typed, and not as an address that is no page.
			if (!(thrown instanceof Problem) || thrown.body.code !== "link_unknown") throw thrown;
			return data({ problem: thrown.body, typed }, { status: thrown.status });
		}
		return redirect(`/y-kien/${encodeURIComponent(token)}?done=1`);
	});
});
