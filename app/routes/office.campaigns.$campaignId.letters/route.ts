import { redirect } from "@remix-run/node";
import { draftNotices, draftReminder } from "#app/domain/papers/letter-commands.ts";
import { countLate, countUntold } from "#app/domain/papers/letter-facts.ts";
import { countNotices, draftsOf, noticesOf, remindersOf } from "#app/domain/papers/letter-queries.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { act, page } from "#app/platform/door.ts";
import { formFields } from "#app/platform/form.ts";
import { isWriting, writeNotices } from "#app/platform/letters/files.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What the office writes to the schools of a campaign: the list, reminders, notices of results. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const { id, title, state, late, definition, due_on } = await reportedCampaign(ctx, params.campaignId);
	const inspect = allows(ctx.actor, "returns.inspect");
	const after = url.searchParams.get("after") ?? "";
	return {
		campaign: {
			id,
			title,
			state,
			refusesLate: late === "refuse",
			dueOn: due_on,
			rated: definition.rule.type !== "none",
		},
		late: await countLate(ctx, id),
		untold: await countUntold(ctx, id),
		drafts: await draftsOf(ctx, id),
		reminders: await remindersOf(ctx, id),
		notices: inspect ? await noticesOf(ctx, id, after) : { lines: [], next: null },
		counts: await countNotices(ctx, id),
		writing: isWriting(id),
		issued: url.searchParams.has("issued"),
		may: { write: allows(ctx.actor, "campaigns.write"), inspect },
	};
});

/** `intent`: begins a reminder or the text of notices, or goes on writing files that were left. */
export const action = act("campaigns.write", async ({ ctx, params, request, http }) => {
	const { id } = await reportedCampaign(ctx, params.campaignId);
	const fields = await formFields(request);
	switch (fields.intent) {
		case "remind":
			throw redirect(`/office/letters/${await draftReminder(ctx, id)}`);
		case "notify": {
			const only = typeof fields.returnId === "string" ? `?return=${encodeURIComponent(fields.returnId)}` : "";
			throw redirect(`/office/letters/${await draftNotices(ctx, id)}${only}`);
		}
		case "write":
			writeNotices(ctx, id).catch((error) =>
				http.app.log.error({ err: error, reference: http.requestId }, "writing notices broke off"),
			);
			throw redirect(`/office/campaigns/${id}/letters#results`);
		default:
			throw problem("not_found", {});
	}
});
