import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { Ctx } from "../ctx.ts";
import { type TallyChange, unitsAbove } from "./rules.ts";

type Row = { unit_id: string; item: string; outcome: string; n: number };

const columnsFor = (campaignId: string, shard: number): readonly BulkColumn[] => [
	{ name: "campaign_id", type: "text", same: campaignId },
	{ name: "unit_id", type: "text" },
	{ name: "item", type: "text" },
	{ name: "outcome", type: "text" },
	{ name: "shard", type: "integer", same: shard },
	{ name: "n", type: "bigint" },
];

const add = "on conflict (campaign_id, unit_id, item, outcome, shard) do update set n = tally.n + excluded.n";

const SHARDS = 16;

/**
 * Moves counters of a campaign under every unit above a school, in the caller's transaction. Once per transaction and last: rows
 * are locked in one order, which two calls would break.
 */
export async function moveTallies(
	ctx: Ctx,
	of: { campaignId: string; schoolId: string; path: string },
	changes: readonly TallyChange[],
): Promise<void> {
	const moves = summed(changes);
	const columns = columnsFor(of.campaignId, shardOf(ctx.engine, of.schoolId));
	const rows = unitsAbove(of.path, of.schoolId)
		.sort(bytewise)
		.flatMap((unit_id) => moves.map((move): Row => ({ unit_id, ...move })));
	await insertRows(ctx.db, ctx.engine, "tally", columns, rows, add);
}

/** Counts the schools to whom a campaign is issued, each *not started*, in the caller's transaction. Any number at once. */
export async function addRecipients(
	ctx: Ctx,
	campaignId: string,
	recipients: readonly { schoolId: string; path: string }[],
): Promise<void> {
	const perUnit = new Map<string, number>();
	for (const { schoolId, path } of recipients) {
		for (const unit of unitsAbove(path, schoolId)) perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1);
	}
	const rows = [...perUnit]
		.sort(([a], [b]) => bytewise(a, b))
		.flatMap(([unit_id, n]) =>
			["not_started", "recipients"].map((outcome): Row => ({ unit_id, item: "", outcome, n })),
		);
	await insertRows(ctx.db, ctx.engine, "tally", columnsFor(campaignId, 0), rows, add);
}

/**
 * Counts criteria as left open by every school that has sent, in the caller's transaction: a campaign moves to a version that asks
 * them, and those who have sent on another never answered them. Met is the rest of who reported, so without this they would be met.
 */
export async function leaveOpen(ctx: Ctx, campaignId: string, items: readonly string[]): Promise<void> {
	if (items.length === 0) return;
	const reported = await ctx.db
		.selectFrom("tally")
		.select((eb) => ["unit_id", eb.fn.sum<number>("n").as("n")])
		.where("campaign_id", "=", campaignId)
		.where("item", "=", "")
		.where("outcome", "=", "reported")
		.groupBy("unit_id")
		.execute();
	const rows = reported
		.filter(({ n }) => Number(n) > 0)
		.sort((a, b) => bytewise(a.unit_id, b.unit_id))
		.flatMap(({ unit_id, n }) =>
			[...items].sort(bytewise).map((item): Row => ({ unit_id, item, outcome: "blank", n: Number(n) })),
		);
	await insertRows(ctx.db, ctx.engine, "tally", columnsFor(campaignId, 0), rows, add);
}

/** Each counter once, those that do not move left out, in the order in which rows are locked. */
function summed(changes: readonly TallyChange[]): { item: string; outcome: string; n: number }[] {
	const sums = new Map<string, { item: string; outcome: string; n: number }>();
	for (const { item, outcome, by } of changes) {
		const key = `${item}#${outcome}`;
		const sum = sums.get(key);
		if (sum) sum.n += by;
		else sums.set(key, { item, outcome, n: by });
	}
	return [...sums.values()]
		.filter((sum) => sum.n !== 0)
		.sort((a, b) => bytewise(a.item, b.item) || bytewise(a.outcome, b.outcome));
}

/** The same order on every server, whatever its language. */
function bytewise(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** SQLite writes one transaction at a time, so spreading counters would only cost rows. Ids end in random hex digits. */
function shardOf(engine: Engine, schoolId: string): number {
	return engine === "sqlite" ? 0 : Number.parseInt(schoolId.slice(-2), 16) % SHARDS;
}
