import { redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { discardLetter, saveLetter } from "#app/domain/papers/letter-commands.ts";
import { figureKeys } from "#app/domain/papers/letter-drafts.ts";
import { countUntold, waitingSchools } from "#app/domain/papers/letter-facts.ts";
import { standingReminder } from "#app/domain/papers/letter-issue.ts";
import { type LoadedLetter, loadLetter, permissionFor, schoolsOf } from "#app/domain/papers/letter-queries.ts";
import {
	type LetterInput,
	letterInput,
	type NoticeIssue,
	noticeIssue,
	type ReminderIssue,
	reminderIssue,
} from "#app/domain/papers/letter-schema.ts";
import { allows, demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { issueNoticesLaidOut, issueReminderWithFiles, letterNames, writeNotices } from "#app/platform/letters/files.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** So many notices are written before the page comes back; more of them afterwards. */
const AT_ONCE = 5;
/** Schools that wait, as shown. */
const SHOWN = 100;

/** A letter: while it is a draft its text and whom it would go to today, afterwards as it was issued. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const letter = await loadLetter(ctx, params.letterId);
	demand(ctx.actor, permissionFor(letter.kind));
	const campaign = await reportedCampaign(ctx, letter.campaign_id);
	const { id, kind, state, revision, content } = letter;
	return {
		letter: { id, kind, state, revision, content, name: letterNames[kind] },
		campaign: { id: campaign.id, title: campaign.title, refusesLate: campaign.late === "refuse" },
		keys: figureKeys(kind).map((key) => `{{${key}}}`),
		issued: issuedOf(letter),
		...(await schools(ctx, letter, url.searchParams.get("return") ?? "")),
		today: ctx.today,
		saved: url.searchParams.has("saved"),
		mayWrite: allows(ctx.actor, "campaigns.write"),
	};
});

async function schools(ctx: Ctx, letter: LoadedLetter, only: string) {
	if (letter.state === "issued") return { listed: "", only: "", count: 0, lines: await schoolsOf(ctx, letter) };
	if (letter.kind === "reminder") {
		const { late, mark } = await standingReminder(ctx, letter);
		return { listed: mark, only: "", count: late.length, lines: late.map((one) => ({ ...one, returnedAt: null })) };
	}
	const waiting = await waitingSchools(ctx, letter.campaign_id, { only, most: SHOWN });
	const count = only ? waiting.length : await countUntold(ctx, letter.campaign_id);
	return { listed: "", only, count, lines: waiting.map((one) => ({ ...one, returnedAt: null })) };
}

function issuedOf(letter: LoadedLetter) {
	const { state, document_number, sign, issued_on, capacity, signer, docx_sha256, pdf_sha256 } = letter;
	if (state !== "issued" || document_number === null || issued_on === null) return null;
	return {
		number: document_number,
		sign: sign ?? "",
		issuedOn: issued_on,
		capacity: capacity ?? "",
		signer: signer ?? "",
		hashes: { docx: docx_sha256, pdf: pdf_sha256 },
	};
}

/** `intent`: saves the text, throws the draft away, or issues. */
export const action = act("campaigns.write", async ({ ctx, params, request, http }) => {
	const letter = await loadLetter(ctx, params.letterId);
	const fields = await formFields(request);
	const typed = Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
	);
	const complaint = issueMessage(ctx.locale);
	const back = `/office/campaigns/${letter.campaign_id}/letters`;
	return keepTyped(typed, async () => {
		switch (typed.intent) {
			case "save": {
				checkForm(typed, letterInput, complaint);
				await saveLetter(ctx, letter.id, typed as LetterInput);
				const only = typed.returnId ? `&return=${encodeURIComponent(typed.returnId)}` : "";
				throw redirect(`/office/letters/${letter.id}?saved=1${only}`);
			}
			case "discard":
				await discardLetter(ctx, letter.id);
				throw redirect(back);
			case "issue": {
				if (letter.kind === "reminder") {
					checkForm(typed, reminderIssue, complaint);
					await issueReminderWithFiles(ctx, letter.id, typed as ReminderIssue);
					throw redirect(`${back}?issued=1`);
				}
				checkForm(typed, noticeIssue, complaint);
				const ids = await issueNoticesLaidOut(ctx, letter.id, typed as NoticeIssue);
				const run = writeNotices(ctx, letter.campaign_id);
				if (ids.length <= AT_ONCE) await run;
				else
					run.catch((error) =>
						http.app.log.error({ err: error, reference: http.requestId }, "writing notices broke off"),
					);
				throw redirect(`${back}?issued=1#results`);
			}
			default:
				throw problem("not_found", {});
		}
	});
});
