import { redirect } from "@remix-run/node";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { publish } from "#app/domain/conduct/decide.ts";
import { schoolCode } from "#app/domain/conduct/paper-queries.ts";
import { readConductVersion } from "#app/domain/conduct/queries.ts";
import { publicationForm } from "#app/domain/conduct/schema.ts";
import { allows } from "#app/domain/people/policy.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Making a decided version public; afterwards its public page, posters and papers. */
export const loader = page("conduct.adapt", async ({ ctx, params, url }) => {
	const { id, number, state, decision, publication, material } = await readConductVersion(ctx, params.versionId);
	return {
		version: { id, number, state, decision, publication, material },
		code: await schoolCode(ctx),
		mayDecide: allows(ctx.actor, "conduct.decide"),
		done: url.searchParams.get("done"),
	};
});

export const action = act("conduct.decide", async ({ ctx, params, request }) => {
	const { versionId = "" } = params;
	const form = await readFileForm(request, ATTACHMENT_LIMIT);
	const text = (name: string) => (typeof form.fields[name] === "string" ? form.fields[name] : "");
	const ticked = (name: string) => text(name) !== "";
	const typed = {
		onWeb: text("onWeb"),
		onBoard: ticked("onBoard"),
		inClassrooms: ticked("inClassrooms"),
		channels: {
			phone: text("channels.phone"),
			box: text("channels.box"),
			email: text("channels.email"),
			web: text("channels.web"),
		},
		effectiveOn: text("effectiveOn"),
		askAgain: ticked("askAgain"),
		fileId: text("fileId"),
	};
	return keepTyped(typed, async () => {
		typed.fileId = (await keepAttachment(ctx, form, conductStepWords[ctx.locale].fileTypes)) ?? "";
		const fields = { ...typed, fileId: typed.fileId || null };
		await publish(ctx, versionId, checkForm(fields, publicationForm, issueMessage(ctx.locale)));
		return redirect(`/school/conduct/${versionId}/publish?done=published`);
	});
});
