import { type BulkColumn, insertRows } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import type { Paper } from "../paper.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { reportedCampaign } from "../reports/queries.ts";
import { hashesOf } from "./kept-files.ts";
import { lastReviewed, lateSchools, listMark, noticeFacts, reminderCounts } from "./letter-facts.ts";
import { type LoadedLetter, loadDraft } from "./letter-queries.ts";
import {
	type LetterFile,
	type NoticeFacts,
	type NoticeIssue,
	noticeIssue,
	type ReminderIssue,
	reminderIssue,
} from "./letter-schema.ts";

type Campaign = Awaited<ReturnType<typeof reportedCampaign>>;
type FileIds = Record<LetterFile, string>;
type Signing = Pick<ReturnType<typeof noticeIssue.parse>, "number" | "issuedOn" | "capacity" | "signer">;

/** What stands behind the draft of a reminder today. Throws not_found. */
export async function standingReminder(ctx: Ctx, letter: LoadedLetter) {
	const campaign = await reportedCampaign(ctx, letter.campaign_id);
	const late = await lateSchools(ctx, campaign.id);
	return { campaign, late, mark: listMark(late), counts: await reminderCounts(ctx, campaign, late.length) };
}

/**
 * Whether the reminder may be issued so: what is wrong is told before files are written. Throws `letter_list_changed` when the schools
 * are others than those seen, `letter_nobody_late`, `letter_number_taken`, `day_in_future`, `letter_too_early`, `letter_issued`.
 */
export async function readyToRemind(ctx: Ctx, letterId: string | undefined, input: ReminderIssue) {
	demand(ctx.actor, "campaigns.write");
	const signing = reminderIssue.parse(input);
	const letter = await loadDraft(ctx, letterId);
	if (letter.kind !== "reminder") throw problem("not_found", {});
	const standing = await standingReminder(ctx, letter);
	if (standing.campaign.state !== "issued") throw problem("campaign_not_issued", {});
	if (standing.late.length === 0) throw problem("letter_nobody_late", {});
	if (standing.mark !== signing.listed) throw problem("letter_list_changed", { count: standing.late.length });
	refuseDay(ctx, signing.issuedOn, standing.campaign.opens_on);
	await refuseNumbers(ctx, letter.content.head.sign, signing, 1);
	return { letter, signing, ...standing };
}

/** Issues a reminder with its files; from then on nothing of it changes. Throws as `readyToRemind`, `letter_changed`. */
export async function issueReminder(
	ctx: Ctx,
	letterId: string,
	input: ReminderIssue,
	issued: { revision: number; paper: Paper; files: FileIds },
): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	await inTransaction(ctx, async (ctx) => {
		const { letter, signing, late, campaign } = await readyToRemind(ctx, letterId, input);
		const hashes = await hashesOf(ctx, issued.files);
		const done = await ctx.db
			.updateTable("letter")
			.set({
				...signed(ctx, letter, signing),
				revision: letter.revision + 1,
				paper: JSON.stringify(issued.paper),
				...linked(issued.files, hashes),
			})
			.where("id", "=", letter.id)
			.where("state", "=", "draft")
			.where("revision", "=", issued.revision)
			.executeTakeFirst();
		if (done.numUpdatedRows !== 1n) throw problem("letter_changed", {});
		const lines = late.map(({ schoolId, returnId, dueOn }, position) => ({
			school_id: schoolId,
			letter_id: letter.id,
			return_id: returnId,
			position,
			due_on: dueOn,
		}));
		await addSchools(ctx, campaign, "reminder", lines);
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "letter.reminder_issued",
			subject: `letter/${letter.id}`,
			after: { campaign: campaign.id, ...signing, schools: late.map(({ code }) => code), ...hashes },
		});
	});
}

/** Whether notices may be issued so, and what they are written from. Throws `letter_nobody_accepted`, and as `readyToRemind`. */
export async function readyToNotify(ctx: Ctx, letterId: string | undefined, input: NoticeIssue) {
	demand(ctx.actor, "returns.review");
	const signing = noticeIssue.parse(input);
	const letter = await loadDraft(ctx, letterId);
	if (letter.kind !== "result") throw problem("not_found", {});
	const campaign = await reportedCampaign(ctx, letter.campaign_id);
	const facts = await noticeFacts(ctx, campaign, { only: signing.returnId });
	if (facts.length === 0) throw problem("letter_nobody_accepted", {});
	refuseDay(ctx, signing.issuedOn, lastReviewed(facts));
	await refuseNumbers(ctx, letter.content.head.sign, signing, facts.length);
	return { letter, signing, campaign, facts };
}

/** A notice laid out for one school: `number` is its own. */
export type LaidNotice = Pick<NoticeFacts, "schoolId" | "returnId" | "round"> & { number: number; paper: Paper };

/** Papers written into the database at a time. */
const PORTION = 50;

/**
 * Issues notices with the numbers that their papers bear; their files are written afterwards from what is frozen here. Throws as
 * `readyToNotify`; `letter_changed` when the text or the accepted returns are not any more what the papers were laid out from.
 */
export async function issueNotices(
	ctx: Ctx,
	letterId: string,
	input: NoticeIssue,
	laid: { revision: number; notices: readonly LaidNotice[] },
): Promise<string[]> {
	demand(ctx.actor, "returns.review");
	return inTransaction(ctx, async (ctx) => {
		// The draft is held: a second click waits here, and then finds nothing left to tell.
		const held = await ctx.db
			.updateTable("letter")
			.set({ updated_at: ctx.now })
			.where("id", "=", letterId)
			.where("office_id", "=", ctx.actor.unitId)
			.where("revision", "=", laid.revision)
			.executeTakeFirst();
		const { letter, signing, campaign, facts } = await readyToNotify(ctx, letterId, input);
		const same = facts.length === laid.notices.length && facts.every((fact, at) => isOf(laid.notices[at], fact));
		if (held.numUpdatedRows !== 1n || !same) throw problem("letter_changed", {});
		const ids = laid.notices.map(() => newId());
		const { document_number: _first, ...common } = signed(ctx, letter, signing);
		const columns: BulkColumn[] = [
			...["id", "paper"].map((name) => ({ name, type: "text" as const })),
			{ name: "document_number", type: "integer" },
			{ name: "revision", type: "integer", same: 1 },
			...Object.entries({
				...common,
				kind: "result",
				office_id: ctx.actor.unitId,
				campaign_id: campaign.id,
				content: JSON.stringify(letter.content),
				created_by: ctx.actor.personId,
				created_at: ctx.now,
			}).map(([name, same]) => ({ name, type: "text" as const, same })),
		];
		for (let from = 0; from < ids.length; from += PORTION) {
			const rows = laid.notices.slice(from, from + PORTION).map(({ number, paper }, at) => ({
				id: ids[from + at],
				paper: JSON.stringify(paper),
				document_number: number,
			}));
			await insertRows(ctx.db, ctx.engine, "letter", columns, rows);
			// SQLite does not give the event loop back by itself; readers, who have their own connection, go in between.
			await new Promise((resolve) => setImmediate(resolve));
		}
		const lines = facts.map(({ schoolId, returnId, dueOn }, at) => ({
			school_id: schoolId,
			letter_id: ids[at],
			return_id: returnId,
			position: 0,
			due_on: dueOn,
		}));
		await addSchools(ctx, campaign, "result", lines);
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "letter.notices_issued",
			subject: `campaign/${campaign.id}`,
			after: {
				...signing,
				sign: common.sign,
				numbers: [laid.notices[0]?.number, laid.notices.at(-1)?.number],
				schools: facts.map(({ code }) => code),
			},
		});
		return ids;
	});
}

function isOf(notice: LaidNotice | undefined, fact: NoticeFacts): boolean {
	return notice?.schoolId === fact.schoolId && notice.returnId === fact.returnId && notice.round === fact.round;
}

/** Links the files of an issued notice, once: who comes second changes nothing. Throws not_found for files of others. */
export async function linkNoticeFiles(ctx: Ctx, letterId: string, files: FileIds): Promise<void> {
	demand(ctx.actor, "returns.review");
	await inTransaction(ctx, async (ctx) => {
		const hashes = await hashesOf(ctx, files);
		const done = await ctx.db
			.updateTable("letter")
			.set({ ...linked(files, hashes), updated_at: ctx.now })
			.where("id", "=", letterId)
			.where("office_id", "=", ctx.actor.unitId)
			.where("kind", "=", "result")
			.where("state", "=", "issued")
			.where("pdf_file_id", "is", null)
			.executeTakeFirst();
		if (done.numUpdatedRows !== 1n) return;
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "letter.files_written",
			subject: `letter/${letterId}`,
			after: hashes,
		});
	});
}

/** How a paper is signed, as columns. */
function signed(ctx: Ctx, letter: LoadedLetter, { number, issuedOn, capacity, signer }: Signing) {
	return {
		state: "issued" as const,
		sign: letter.content.head.sign,
		document_number: number,
		number_year: issuedOn.slice(0, 4),
		issued_on: issuedOn,
		capacity: capacity.join("\n"),
		signer,
		issued_by: ctx.actor.personId,
		issued_at: ctx.now,
		updated_at: ctx.now,
	};
}

function linked(files: FileIds, hashes: Record<`${LetterFile}_sha256`, string>) {
	return { docx_file_id: files.docx, pdf_file_id: files.pdf, ...hashes };
}

async function addSchools(
	ctx: Ctx,
	campaign: Campaign,
	kind: "reminder" | "result",
	lines: readonly object[],
): Promise<void> {
	const text = (name: string, same?: string) => ({ name, type: "text" as const, same });
	const columns = [
		...["school_id", "letter_id", "return_id", "due_on"].map((name) => text(name)),
		{ name: "position", type: "integer" as const },
		text("campaign_id", campaign.id),
		text("kind", kind),
	];
	await insertRows(ctx.db, ctx.engine, "letter_school", columns, lines);
}

function refuseDay(ctx: Ctx, issuedOn: string, from: string): void {
	if (issuedOn > ctx.today) throw problem("day_in_future", { day: issuedOn, today: ctx.today });
	if (issuedOn < from) throw problem("letter_too_early", { from });
}

/** Numbers in a row, from the first. */
async function refuseNumbers(ctx: Ctx, sign: string, { number, issuedOn }: Signing, count: number): Promise<void> {
	const year = issuedOn.slice(0, 4);
	const taken = await ctx.db
		.selectFrom("letter")
		.select("document_number")
		.where("office_id", "=", ctx.actor.unitId)
		.where("number_year", "=", year)
		.where("sign", "=", sign)
		.where("document_number", ">=", number)
		.where("document_number", "<", number + count)
		.orderBy("document_number")
		.limit(1)
		.executeTakeFirst();
	if (taken) throw problem("letter_number_taken", { number: taken.document_number ?? number, sign, year });
}
