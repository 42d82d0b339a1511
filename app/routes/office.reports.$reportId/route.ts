import { redirect } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import { acceptFigures, redraftBlock, saveBlock } from "#app/domain/papers/blocks.ts";
import { chaptersOf } from "#app/domain/papers/body.ts";
import { checkReport, correctReport, reopenReport, saveHead } from "#app/domain/papers/commands.ts";
import { issuedPaper, readReport, saidIn, whatChanged } from "#app/domain/papers/queries.ts";
import {
	blockInput,
	type HeadInput,
	headInput,
	type IssueInput,
	issueInput,
	reportFiles,
} from "#app/domain/papers/schema.ts";
import { loadReport } from "#app/domain/papers/versions.ts";
import { allows } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";
import { checkForm, formFields } from "#app/platform/form.ts";
import { issueWithFiles, reportFileNames } from "#app/platform/reports/files.ts";
import { keepTyped } from "#app/platform/typed.ts";
import { issueMessage } from "#app/ui/issue-message.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A report block by block, with what moved since; `?version=` shows an older one. */
export const loader = page("reports.read", async ({ ctx, params, url }) => {
	const asked = Number(url.searchParams.get("version")) || undefined;
	const { version, standing, versions } = await readReport(ctx, params.reportId, asked);
	const { content } = version;
	const kept = saidIn(version, standing);
	const serving = standing?.outline.serving ?? {};
	return {
		id: version.report_id,
		number: version.number,
		newest: version.number === versions[0]?.number,
		state: version.state,
		headRevision: content.headRevision ?? 0,
		periodFrom: version.period_from,
		periodTo: version.period_to,
		directiveId: version.directiveId,
		letter: content.letter,
		head: content.head,
		chapters: chaptersOf(content),
		kept,
		now: standing?.now ?? kept,
		/** Figures of a block of a task are those of the campaigns that serve it. */
		figures: standing?.figures ?? [],
		aliases: Object.fromEntries(
			Object.entries(serving).map(([task, ids]) => [
				task,
				content.campaigns.filter(({ id }) => ids.includes(id)).map(({ alias }) => alias),
			]),
		),
		/** What came in after the last day of the period. */
		after: standing?.afterPeriod ?? null,
		changed: await whatChanged(ctx, version, standing),
		versions,
		issued: issuedOf(version, issuedPaper(version)?.letterhead.sign ?? content.head.sign),
		files: reportFiles.map((kind) => ({ kind, name: reportFileNames[kind].name, sha256: version[`${kind}_sha256`] })),
		saved: url.searchParams.get("saved"),
		today: ctx.today,
		mayOpenLetter: allows(ctx.actor, "directives.read"),
		mayWrite: allows(ctx.actor, "reports.write") && version.number === versions[0]?.number,
	};
});

function issuedOf(version: Awaited<ReturnType<typeof readReport>>["version"], sign: string) {
	const { state, document_number, issued_on, capacity, signer, change_note } = version;
	if (state !== "issued" || document_number === null || issued_on === null) return null;
	return {
		number: document_number,
		sign,
		issuedOn: issued_on,
		capacity: capacity ?? "",
		signer: signer ?? "",
		changeNote: change_note,
	};
}

/** One step of the report: `intent` says which. */
export const action = act("reports.write", async ({ ctx, params, request }) => {
	const fields = await formFields(request);
	const typed = Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
	);
	// A report that is not there is not found, whatever the form says.
	const { report_id: id } = await loadReport(ctx, params.reportId);
	return keepTyped(typed, async () => {
		const anchor = await step(ctx, id, typed);
		throw redirect(`/office/reports/${id}?saved=${encodeURIComponent(anchor || "1")}${anchor ? `#${anchor}` : ""}`);
	});
});

/** Does it and says which block to show again; "" is the top of the page. */
async function step(ctx: Ctx, id: string, typed: Record<string, string>): Promise<string> {
	const complaint = issueMessage(ctx.locale);
	switch (typed.intent) {
		case "head":
			checkForm(typed, headInput, complaint);
			await saveHead(ctx, id, typed as HeadInput);
			return "";
		case "block": {
			const block = checkForm(typed, blockInput, complaint);
			await saveBlock(ctx, id, block);
			return block.blockId;
		}
		case "redraft": {
			const { blockId, base } = checkForm({ ...typed, text: "" }, blockInput, complaint);
			await redraftBlock(ctx, id, { blockId, base });
			return blockId;
		}
		case "accept":
			await acceptFigures(ctx, id, typed.blockId || null);
			return typed.blockId ?? "";
		case "check":
			await checkReport(ctx, id);
			return "";
		case "reopen":
			await reopenReport(ctx, id);
			return "";
		case "issue":
			checkForm(typed, issueInput, complaint);
			await issueWithFiles(ctx, id, typed as IssueInput);
			return "";
		case "correct":
			await correctReport(ctx, id);
			return "";
		default:
			throw problem("not_found", {});
	}
}
