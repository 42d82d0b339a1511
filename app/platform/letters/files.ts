import { setImmediate } from "node:timers/promises";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Paper } from "#app/domain/paper.ts";
import { noticeFacts } from "#app/domain/papers/letter-facts.ts";
import {
	issueNotices,
	issueReminder,
	type LaidNotice,
	linkNoticeFiles,
	readyToNotify,
	readyToRemind,
	standingReminder,
} from "#app/domain/papers/letter-issue.ts";
import { type LoadedLetter, loadLetter, readLetterFile, unwrittenNotices } from "#app/domain/papers/letter-queries.ts";
import type { LetterFile, LetterKind, NoticeIssue, ReminderIssue } from "#app/domain/papers/letter-schema.ts";
import { problem } from "#app/domain/problem.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { paperDocx, paperPdf } from "../jobs/papers.ts";
import { issueWithKept } from "../kept-files.ts";
import { noticePaper } from "./notice.ts";
import { reminderPaper } from "./reminder.ts";

export const paperTypes: Record<LetterFile, string> = {
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	pdf: "application/pdf",
};

/** Papers laid out at a time. */
const PORTION = 25;

/** Names under which letters are downloaded. */
export const letterNames: Record<LetterKind, string> = { reminder: "cong-van-nhac-nop", result: "thong-bao-ket-qua" };

/** `thong-bao-ket-qua.pdf` as what it asks for; null for any other name. */
export function letterFileNamed(kind: LetterKind, name: string | undefined): LetterFile | null {
	return (["docx", "pdf"] as const).find((file) => name === `${letterNames[kind]}.${file}`) ?? null;
}

/** The file of a paper. Throws `paper_too_big`. */
export function written(paper: Paper, file: LetterFile): Promise<Uint8Array> {
	return file === "docx" ? paperDocx(paper) : paperPdf(paper);
}

/** A letter's file: as issued, or drawn from the draft as it stands, a notice for the first school that waits. Throws `paper_too_big`. */
export async function letterFile(ctx: Ctx, letter: LoadedLetter, file: LetterFile): Promise<Uint8Array> {
	if (letter.state === "issued") return readLetterFile(ctx, letter, file);
	return written(await draftPaper(ctx, letter), file);
}

/** The draft as it would stand on paper today. */
export async function draftPaper(ctx: Ctx, letter: LoadedLetter): Promise<Paper> {
	if (letter.kind === "reminder") {
		const { late, counts } = await standingReminder(ctx, letter);
		return reminderPaper(letter.content, late, counts, null);
	}
	const campaign = await reportedCampaign(ctx, letter.campaign_id);
	const [first] = await noticeFacts(ctx, campaign, { most: 1 });
	if (!first) throw problem("letter_nobody_accepted", {});
	return noticePaper(letter.content, campaign.definition, first, null, ctx.today.slice(0, 4));
}

/** Writes the files of a reminder, keeps them, and issues it with them. Throws what `issueReminder` throws, and `paper_too_big`. */
export async function issueReminderWithFiles(ctx: Ctx, letterId: string, input: ReminderIssue): Promise<void> {
	const { letter, signing, late, counts } = await readyToRemind(ctx, letterId, input);
	const paper = reminderPaper(letter.content, late, counts, signing);
	await issueWithKept(ctx, await filesOf(paper, "reminder"), (files) =>
		issueReminder(ctx, letter.id, input, { revision: letter.revision, paper, files }),
	);
}

/** Issues notices, numbered one after the other; their files are written by `writeNotices`. Throws what `issueNotices` throws. */
export async function issueNoticesLaidOut(ctx: Ctx, letterId: string, input: NoticeIssue): Promise<string[]> {
	const { letter, signing, campaign, facts } = await readyToNotify(ctx, letterId, input);
	const notices: LaidNotice[] = [];
	for (const [at, fact] of facts.entries()) {
		const own = { ...signing, number: signing.number + at };
		const paper = noticePaper(letter.content, campaign.definition, fact, own, "");
		const { schoolId, returnId, round } = fact;
		notices.push({ schoolId, returnId, round, number: own.number, paper });
		// Hundreds are laid out: whoever asks for a page meanwhile is answered in between.
		if (at % PORTION === PORTION - 1) await setImmediate();
	}
	return issueNotices(ctx, letter.id, input, { revision: letter.revision, notices });
}

/** Campaigns whose notices this process is writing now. */
const writing = new Map<string, Promise<void>>();

/** Whether this process is writing notices of the campaign now. */
export function isWriting(campaignId: string): boolean {
	return writing.has(campaignId);
}

/**
 * Writes the files of every issued notice of a campaign that has none yet, one after the other: what was begun before the process
 * stopped goes on where it was. Asked for while it runs, it is the same run.
 */
export function writeNotices(ctx: Ctx, campaignId: string): Promise<void> {
	const running = writing.get(campaignId);
	if (running) return running;
	const run = writeAll(ctx, campaignId).finally(() => writing.delete(campaignId));
	writing.set(campaignId, run);
	return run;
}

async function writeAll(ctx: Ctx, campaignId: string): Promise<void> {
	for (const id of await unwrittenNotices(ctx, campaignId)) {
		const { paper } = await loadLetter(ctx, id);
		if (paper === null) throw new Error(`issued notice ${id} without its paper`);
		const files = await filesOf(JSON.parse(paper) as Paper, "result");
		await issueWithKept(ctx, files, (files) => linkNoticeFiles(ctx, id, files));
	}
}

async function filesOf(paper: Paper, kind: LetterKind) {
	const file = async (as: LetterFile) => {
		const bytes = await written(paper, as);
		return { name: `${letterNames[kind]}.${as}`, mediaType: paperTypes[as], bytes };
	};
	return { docx: await file("docx"), pdf: await file("pdf") };
}
