/** A campaign whole: every return as it was last sent, for files. Shows single answers, so it needs `returns.inspect`. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { startOfDay } from "../days.ts";
import type { Answers } from "../forms/schema.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import type { Cursor } from "./rules.ts";
import { answersIn, lastSendings, type Sending } from "./sending-queries.ts";

export const sentStates = ["submitted", "sent_back", "accepted"] as const;

/** What is taken of a campaign; empty takes everything that was sent. */
export type DataFilter = {
	/** Id of a commune. */
	commune: string;
	state: (typeof sentStates)[number] | "";
	/** A calendar day or a UTC time: only what was sent or reviewed at or after it. */
	since: string;
};

/** The filter of a URL; rubbish filters nothing. */
export function dataFilterFrom(params: URLSearchParams): DataFilter {
	const [commune, since] = [params.get("commune") ?? "", params.get("since") ?? ""];
	return {
		commune: isId(commune) ? commune : "",
		state: sentStates.find((state) => state === params.get("state")) ?? "",
		since: sinceTime(since) === null ? "" : since,
	};
}

/** The UTC time that `since` means: a day is the office's. Null for none and for rubbish. */
export function sinceTime(since: string): string | null {
	if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(since) || Number.isNaN(Date.parse(since))) return null;
	return since.length === 10 ? startOfDay(since) : new Date(since).toISOString();
}

/** Returns read at a time: some thousand answers, a few milliseconds, then other requests have their turn. */
const PORTION = 50;

/** What files and programs are told of a recipient; the commune's code is joined as `unit`. */
export const toldColumns = [
	"recipient.school_id",
	"recipient.return_id",
	"recipient.search",
	"recipient.code",
	"recipient.name",
	"unit.code as commune_code",
	"recipient.commune",
	"recipient.kind",
	"recipient.ownership",
	"recipient.state",
	"recipient.first_submitted_at",
	"recipient.submitted_at",
	"recipient.reviewed_at",
	"recipient.on_time",
	"recipient.verdict",
	"recipient.met",
	"recipient.counted",
	"recipient.percent_tenths",
] as const;

/** The recipients that sent something, as filtered. */
export function sent(ctx: Ctx, campaignId: string, { commune, state, since }: DataFilter) {
	demand(ctx.actor, "returns.inspect");
	const from = sinceTime(since);
	let query = ctx.db
		.selectFrom("recipient")
		.where("recipient.campaign_id", "=", campaignId)
		.where("recipient.first_submitted_at", "is not", null);
	if (commune) query = query.where("recipient.commune_id", "=", commune);
	if (state) query = query.where("recipient.state", "=", state);
	if (from !== null) {
		query = query.where((eb) =>
			eb.or([eb("recipient.submitted_at", ">=", from), eb("recipient.reviewed_at", ">=", from)]),
		);
	}
	return query;
}

/** How many returns a file will have. The caller has read the campaign in the actor's scope. */
export async function countSent(ctx: Ctx, campaignId: string, filter: DataFilter): Promise<number> {
	const { n } = await sent(ctx, campaignId, filter)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

async function sentSchools(ctx: Ctx, campaignId: string, filter: DataFilter, after: Cursor | null) {
	let query = sent(ctx, campaignId, filter)
		.leftJoin("unit", "unit.id", "recipient.commune_id")
		.select(toldColumns)
		.orderBy("recipient.search")
		.orderBy("recipient.school_id")
		.limit(PORTION);
	if (after) {
		// Compared as a row, which enters the index: with `or` SQLite reads and sorts all that is left, for every portion again.
		const { search, id } = after;
		query = query.where(sql<boolean>`(recipient.search, recipient.school_id) > (${search}, ${id})`);
	}
	return query.execute();
}

/** A return as it was last sent, its answers as they are kept: JSON of `Answers`, in UTF-8. */
export type SentText = Awaited<ReturnType<typeof sentSchools>>[number] & Sending;

/** A return as it was last sent. */
export type SentReturn = Omit<SentText, "text"> & { answers: Answers };

/** Every return that the filter takes, by name of the school, in portions; the event loop has its turn after each. */
export async function* sentTexts(ctx: Ctx, campaignId: string, filter: DataFilter): AsyncGenerator<SentText[]> {
	let after: Cursor | null = null;
	for (;;) {
		const schools = await sentSchools(ctx, campaignId, filter, after);
		const latest = await lastSendings(ctx, campaignId, schools);
		const rows = schools.map((school) => ({ ...school, ...(latest.get(school.school_id) ?? nothingSent) }));
		if (rows.length > 0) yield rows;
		const last = rows.at(-1);
		if (!last || rows.length < PORTION) return;
		after = { search: last.search, id: last.school_id };
		// SQLite answers at once and never gives the turn away by itself.
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** The same with the answers read. */
export async function* sentReturns(ctx: Ctx, campaignId: string, filter: DataFilter): AsyncGenerator<SentReturn[]> {
	for await (const portion of sentTexts(ctx, campaignId, filter)) yield portion.map(readSent);
}

/** Reads the answers of a sending. */
export function readSent({ text, ...sent }: SentText): SentReturn {
	return { ...sent, answers: answersIn({ text }) };
}

const nothingSent: Sending = { round: 0, text: Buffer.from("{}") };
