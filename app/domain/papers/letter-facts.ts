import { createHash } from "node:crypto";
import type { Ctx } from "../ctx.ts";
import { dayOf, daysBetween } from "../days.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { tasksOf } from "../reports/queries.ts";
import { titlesOf } from "../returns/changes.ts";
import type { BasisLine } from "../templates/schema.ts";
import { unmetOf } from "./annex-queries.ts";
import type { DraftOf, ReminderCounts } from "./letter-drafts.ts";
import type { LateSchool, LetterHead, NoticeFacts } from "./letter-schema.ts";
import type { Content } from "./schema.ts";

/** Schools read at a time. */
const PORTION = 50;

/** Those that have sent nothing although their own day, extensions included, is over. */
function late(ctx: Ctx, campaignId: string) {
	return ctx.db
		.selectFrom("recipient")
		.where("campaign_id", "=", campaignId)
		.where("first_submitted_at", "is", null)
		.where("due_on", "<", ctx.today);
}

/** How many are late. */
export async function countLate(ctx: Ctx, campaignId: string): Promise<number> {
	const { n } = await late(ctx, campaignId)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

/** Schools that are late, by name. */
export async function lateSchools(ctx: Ctx, campaignId: string): Promise<LateSchool[]> {
	const rows = await late(ctx, campaignId)
		.select(["school_id", "return_id", "code", "name", "commune", "due_on"])
		.orderBy("search")
		.orderBy("school_id")
		.execute();
	return rows.map((row) => ({
		schoolId: row.school_id,
		returnId: row.return_id,
		code: row.code,
		name: row.name,
		commune: row.commune,
		dueOn: row.due_on,
		daysLate: daysBetween(row.due_on, ctx.today),
	}));
}

/** A mark of who is on a list and since when: another list has another one. */
export function listMark(schools: readonly LateSchool[]): string {
	const said = schools.map(({ schoolId, daysLate }) => `${schoolId} ${daysLate}`).join("\n");
	return createHash("sha256").update(said).digest("hex").slice(0, 32);
}

/** How many were asked and how many have sent, counted from the lines of the schools themselves. */
export async function reminderCounts(
	ctx: Ctx,
	campaign: { id: string; due_on: string },
	late: number,
): Promise<ReminderCounts> {
	const { n, reported } = await ctx.db
		.selectFrom("recipient")
		.select((eb) => [eb.fn.countAll<number>().as("n"), eb.fn.count<number>("first_submitted_at").as("reported")])
		.where("campaign_id", "=", campaign.id)
		.executeTakeFirstOrThrow();
	return { recipients: Number(n), reported: Number(reported), late, dueOn: campaign.due_on, today: ctx.today };
}

/** What a draft is written from. */
export async function draftFacts(
	ctx: Ctx,
	campaign: { id: string; title: string; due_on: string; version_id: string },
): Promise<DraftOf> {
	const tasks = await tasksOf(ctx, campaign.id);
	const ids = [...new Set(tasks.map(({ directiveId }) => directiveId))];
	const directives = await ctx.db
		.selectFrom("directive")
		.select(["number", "issued_on as issuedOn", "issuer"])
		.where("id", "in", ids.length > 0 ? ids : [""])
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("issued_on")
		.execute();
	return {
		campaign: { title: campaign.title, dueOn: campaign.due_on },
		office: ctx.actor.unitName,
		today: ctx.today,
		directives,
		bases: await basesOf(ctx, campaign.version_id),
		last: await lastHead(ctx),
	};
}

/** Rules that the form stands on, of which somebody has read the text. */
async function basesOf(ctx: Ctx, versionId: string): Promise<string[]> {
	const { legal_basis } = await ctx.db
		.selectFrom("template_version")
		.select("legal_basis")
		.where("id", "=", versionId)
		.executeTakeFirstOrThrow();
	return (JSON.parse(legal_basis) as BasisLine[]).filter(({ verified }) => verified).map(({ text }) => text);
}

/** As the office's last letter was headed, else its last report. */
async function lastHead(ctx: Ctx): Promise<LetterHead | null> {
	const letter = await ctx.db
		.selectFrom("letter")
		.select("content")
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("updated_at", "desc")
		.limit(1)
		.executeTakeFirst();
	if (letter) return (JSON.parse(letter.content) as { head: LetterHead }).head;
	const report = await ctx.db
		.selectFrom("report_version")
		.select("content")
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("updated_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return report ? (JSON.parse(report.content) as Content).head : null;
}

/** Accepted returns of a campaign that have no notice yet. */
function untold(ctx: Ctx, campaignId: string) {
	return ctx.db
		.selectFrom("recipient")
		.where("recipient.campaign_id", "=", campaignId)
		.where("recipient.state", "=", "accepted")
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom("letter_school")
						.select("letter_school.letter_id")
						// By school first, as its key begins.
						.whereRef("letter_school.school_id", "=", "recipient.school_id")
						.whereRef("letter_school.return_id", "=", "recipient.return_id")
						.where("letter_school.kind", "=", "result"),
				),
			),
		);
}

/** How many accepted returns wait for their notice. */
export async function countUntold(ctx: Ctx, campaignId: string): Promise<number> {
	const { n } = await untold(ctx, campaignId)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

/** The first of them by name, or the one that is named, as a page lists them. */
export function waitingSchools(ctx: Ctx, campaignId: string, { only, most }: { only: string; most: number }) {
	const query = untold(ctx, campaignId)
		.select(["return_id as returnId", "code", "name", "commune", "due_on as dueOn"])
		.orderBy("search")
		.orderBy("school_id")
		.limit(most);
	return (only ? query.where("return_id", "=", only) : query).execute();
}

/** What notices are written from, by name: of all that wait, of the one that is named, or of the first `most`. */
export async function noticeFacts(
	ctx: Ctx,
	campaign: { id: string; definition: Definition },
	{ only = "", most = Number.POSITIVE_INFINITY }: { only?: string; most?: number } = {},
): Promise<NoticeFacts[]> {
	const facts: NoticeFacts[] = [];
	for (let after: { search: string; id: string } | null = null; ; ) {
		let query = untold(ctx, campaign.id)
			.innerJoin("return", (join) =>
				join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
			)
			.innerJoin("review", (join) =>
				join
					.onRef("review.school_id", "=", "return.school_id")
					.onRef("review.return_id", "=", "return.id")
					.onRef("review.round", "=", "return.round"),
			)
			.select(["recipient.school_id", "recipient.return_id", "recipient.search", "recipient.code", "recipient.name"])
			.select(["recipient.kind", "recipient.submitted_at", "recipient.verdict", "recipient.met", "recipient.counted"])
			.select([
				"recipient.due_on",
				"recipient.percent_tenths",
				"recipient.reasons",
				"return.round",
				"review.remark",
				"review.reviewed_at",
			])
			.orderBy("recipient.search")
			.orderBy("recipient.school_id")
			.limit(Math.min(PORTION, most - facts.length));
		if (only) query = query.where("recipient.return_id", "=", only);
		const from = after;
		if (from)
			query = query.where((eb) =>
				eb.or([
					eb("recipient.search", ">", from.search),
					eb.and([eb("recipient.search", "=", from.search), eb("recipient.school_id", ">", from.id)]),
				]),
			);
		const rows = await query.execute();
		const unmet = await unmetOf(ctx, rows, campaign.definition);
		for (const row of rows) {
			const own = unmet.get(row.return_id) ?? [];
			facts.push({
				schoolId: row.school_id,
				returnId: row.return_id,
				round: row.round,
				code: row.code,
				name: row.name,
				kind: row.kind,
				dueOn: row.due_on,
				submittedAt: row.submitted_at ?? "",
				reviewedAt: row.reviewed_at,
				remark: row.remark,
				verdict: row.verdict ?? "none",
				met: row.met ?? 0,
				counted: row.counted ?? 0,
				percentTenths: row.percent_tenths,
				reasons: row.reasons,
				unmet: own,
				rowTitles: own.some((one) => one.row !== "") ? await rowTitles(ctx, row, campaign.definition) : {},
			});
		}
		const last = rows.at(-1);
		if (!last || rows.length < PORTION || facts.length >= most) return facts;
		after = { search: last.search, id: last.school_id };
		// SQLite does not give the event loop back by itself.
		await new Promise((resolve) => setImmediate(resolve));
	}
}

async function rowTitles(
	ctx: Ctx,
	{ school_id, return_id, round }: { school_id: string; return_id: string; round: number },
	definition: Definition,
): Promise<Record<string, string>> {
	const { answers } = await ctx.db
		.selectFrom("submission")
		.select("answers")
		.where("school_id", "=", school_id)
		.where("return_id", "=", return_id)
		.where("round", "=", round)
		.executeTakeFirstOrThrow();
	return titlesOf(definition, JSON.parse(answers) as Answers);
}

/** The calendar day on which the last of some accepted returns was judged: no notice is older. */
export function lastReviewed(facts: readonly NoticeFacts[]): string {
	return (
		facts
			.map(({ reviewedAt }) => dayOf(reviewedAt))
			.sort()
			.at(-1) ?? ""
	);
}
