import { redirect } from "@remix-run/node";
import { ATTACHMENT_LIMIT } from "#app/domain/campaigns/schema.ts";
import { closeConsultation, openConsultation } from "#app/domain/conduct/consult.ts";
import { hasPupils } from "#app/domain/conduct/content-schema.ts";
import { countMeeting, makeLinks, newLinkSeed } from "#app/domain/conduct/hearings.ts";
import { readConductVersion, readConsultation } from "#app/domain/conduct/queries.ts";

import { linksForm, meetingForm } from "#app/domain/conduct/schema.ts";
import { kindOf } from "#app/domain/conduct/versions.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { newId } from "#app/domain/id.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { conductStepWords } from "#app/i18n/conduct-steps.ts";
import { type FileForm, keepAttachment, readFileForm } from "#app/platform/attachment.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm } from "#app/platform/form.ts";
import { qrOf } from "#app/platform/qr.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";
import { openingFields, openingOf, typedConsult } from "./forms.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Opening, hearing, counting and closing a consultation; afterwards what came of it. */
export const loader = page("conduct.adapt", async ({ ctx, params, url }) => {
	const { content: _, ...version } = await readConductVersion(ctx, params.versionId);
	return {
		version,
		consultation: await readConsultation(ctx, version.id),
		pupils: hasPupils(await kindOf(ctx, ctx.actor.unitId)),
		mayDecide: allows(ctx.actor, "conduct.decide"),
		school: ctx.actor.unitName,
		today: ctx.today,
		// Made with the page, so that a form that is sent twice is the same links and the same meeting.
		seed: newLinkSeed(),
		meetingId: newId(),
		done: url.searchParams.get("done"),
	};
});

export const action = act("conduct.decide", async ({ ctx, params, request, http, url }) => {
	const { versionId = "" } = params;
	const form = await readFileForm(request, ATTACHMENT_LIMIT, ["groups"]);
	const typed = typedConsult(form.fields);
	const done = (what: string) => redirect(`/school/conduct/${versionId}/consult?done=${what}`);
	return keepTyped(typed, async () => {
		switch (typed.intent) {
			case "open": {
				const fields = checkForm(form.fields, openingFields, issueMessage(ctx.locale));
				await openConsultation(ctx, versionId, openingOf(fields));
				return done("opened");
			}
			case "links":
				return printable(ctx, versionId, form, http.app.config.origin ?? url.origin);
			case "meeting": {
				typed.fileId = (await keepAttachment(ctx, form, conductStepWords[ctx.locale].fileTypes)) ?? "";
				const fields = { ...form.fields, fileId: typed.fileId || null };
				await countMeeting(ctx, versionId, checkForm(fields, meetingForm, issueMessage(ctx.locale)));
				return done("counted");
			}
			case "close":
				await closeConsultation(ctx, versionId);
				return done("closed");
			default:
				throw problem("not_found", {});
		}
	});
});

/** The links as they can be read only now: nothing but their hashes is kept. */
async function printable(ctx: Ctx, versionId: string, form: FileForm, origin: string) {
	const made = await makeLinks(ctx, versionId, checkForm(form.fields, linksForm, issueMessage(ctx.locale)));
	return {
		origin,
		/** The address is this machine's own name for itself: a phone that scans it would ask itself. */
		onlyHere: /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(new URL(origin).hostname),
		made: made.map(({ id, token, group, label }) => {
			const address = `${origin}/y-kien/${token}`;
			return { id, group, label, address, qr: qrOf(address) };
		}),
	};
}
