import { redirect } from "@remix-run/node";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { decide, reviseDraft } from "#app/domain/conduct/decide.ts";
import { readConductVersion, readConsultation } from "#app/domain/conduct/queries.ts";
import { closedOn } from "#app/domain/conduct/rules.ts";
import { decisionForm } from "#app/domain/conduct/schema.ts";
import { dayOf } from "#app/domain/days.ts";
import { allows } from "#app/domain/people/policy.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The principal's decision about a consulted version. */
export const loader = page("conduct.adapt", async ({ ctx, params, url }) => {
	const { id, number, state, decision } = await readConductVersion(ctx, params.versionId);
	const round = await readConsultation(ctx, id);
	return {
		version: { id, number, state, decision },
		heardUntil: round?.closedAt ? closedOn(round.closesOn, dayOf(round.closedAt)) : null,
		mayDecide: allows(ctx.actor, "conduct.decide"),
		head: ctx.actor.name,
		done: url.searchParams.get("done"),
	};
});

export const action = act("conduct.decide", async ({ ctx, params, request }) => {
	const { versionId = "" } = params;
	const form = await readFileForm(request, ATTACHMENT_LIMIT);
	if (form.fields.intent === "revise") {
		await reviseDraft(ctx, versionId);
		return redirect("/school/conduct");
	}
	const text = (name: string) => (typeof form.fields[name] === "string" ? form.fields[name] : "");
	const typed = {
		number: text("number"),
		decidedOn: text("decidedOn"),
		signer: text("signer"),
		fileId: text("fileId"),
	};
	return keepTyped(typed, async () => {
		typed.fileId = (await keepAttachment(ctx, form, conductStepWords[ctx.locale].fileTypes)) ?? "";
		const fields = { ...typed, fileId: typed.fileId || null };
		await decide(ctx, versionId, checkForm(fields, decisionForm, issueMessage(ctx.locale)));
		return redirect(`/school/conduct/${versionId}/decide?done=decided`);
	});
});
