import { redirect } from "@remix-run/node";
import { codeInConsultation } from "#app/domain/conduct/own-queries.ts";
import { giveVoice } from "#app/domain/conduct/voices.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { checkVoice, typedVoice } from "#app/platform/voice-form.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The code that staff of the school are asked about, with an account. */
export const loader = page("conduct.acknowledge", async ({ ctx, url }) => ({
	reading: await codeInConsultation(ctx),
	thanks: url.searchParams.has("done"),
}));

/** One voice a person. */
export const action = act("conduct.acknowledge", async ({ ctx, request }) => {
	const typed = await typedVoice(request);
	return keepTyped(typed, async () => {
		const voice = checkVoice(typed, issueMessage, ctx.locale);
		const reading = await codeInConsultation(ctx);
		if (!reading) throw problem("conduct_state", { state: "draft" });
		await giveVoice(ctx, reading.versionId, voice);
		return redirect("/me/conduct/consultation?done=1");
	});
});
