import { redirect } from "@remix-run/node";
import { markRead, openCode, sign } from "#app/domain/conduct/acknowledge.ts";
import { codeToAcknowledge } from "#app/domain/conduct/own-queries.ts";
import { ownGroup } from "#app/domain/conduct/rules.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import { signatureOf } from "./signature.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The code in force; seeing it for the first time is noted. Who signed it already is led to their receipt. */
export const loader = page("conduct.acknowledge", async ({ ctx }) => {
	const { actor } = ctx;
	const toRead = await codeToAcknowledge(ctx);
	if (!toRead) throw redirect("/me/conduct");
	if (toRead.standing === "signed") throw redirect(`/me/conduct/signed/${actor.unitId}/${toRead.version.id}`);
	if (toRead.standing === "missing") await openCode(ctx, toRead.version.id);
	return { ...toRead, name: actor.name, school: actor.unitName, first: ownGroup(actor.role) };
});

export const action = act("conduct.acknowledge", async ({ ctx, request }) => {
	const fields = await formFields(request);
	const versionId = String(fields.version);
	if (fields.intent === "read") {
		await markRead(ctx, versionId);
		return redirect("/me/conduct/read#sign");
	}
	if (fields.intent !== "sign") throw problem("not_found", {});
	return keepTyped({ name: String(fields.name ?? "").slice(0, 120) }, async () => {
		await sign(ctx, versionId, checkForm(fields, signatureOf(ctx.actor.name), issueMessage(ctx.locale)));
		return redirect(`/me/conduct/signed/${ctx.actor.unitId}/${versionId}?done`);
	});
});
