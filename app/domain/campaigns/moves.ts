/** An open campaign that moves to a newer version of its template. What becomes of the returns is `returns/move.ts`. */
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readVersion } from "../templates/queries.ts";
import type { Version, VersionHead } from "../templates/schema.ts";

/** A move as it stands. */
export type CampaignMove = {
	number: number;
	fromId: string;
	toId: string;
	movedAt: string;
	/** Null while returns are still being moved. */
	finishedAt: string | null;
};

/** The move that a campaign made last; null when it is on the version it was issued on. Not scoped. */
export async function lastMove(ctx: Pick<Ctx, "db">, campaignId: string): Promise<CampaignMove | null> {
	const row = await ctx.db
		.selectFrom("campaign_move")
		.selectAll()
		.where("campaign_id", "=", campaignId)
		.orderBy("number", "desc")
		.executeTakeFirst();
	if (!row) return null;
	const { number, from_version_id: fromId, to_version_id: toId } = row;
	return { number, fromId, toId, movedAt: row.moved_at, finishedAt: row.finished_at };
}

/** Ids of the versions that a campaign was ever on, the oldest first; none when it never moved. Not scoped. */
export async function versionsOfMoves(ctx: Pick<Ctx, "db">, campaignId: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom("campaign_move")
		.select(["from_version_id", "to_version_id"])
		.where("campaign_id", "=", campaignId)
		.orderBy("number")
		.execute();
	return [...new Set(rows.flatMap((row) => [row.from_version_id, row.to_version_id]))];
}

/**
 * The newer published version of the same template that a campaign of the office could move to; null: it is on the newest. Needs
 * `campaigns.write`. Throws not_found for another office's campaign.
 */
export async function versionToMoveTo(
	ctx: Ctx,
	campaignId: string,
): Promise<{ campaign: { id: string; title: string; state: string }; now: Version; next: Version | null }> {
	demand(ctx.actor, "campaigns.write");
	const campaign = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title", "state", "version_id"])
		.where("id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!campaign) throw problem("not_found", {});
	const now = await readVersion(ctx, campaign.version_id);
	const row = await ctx.db
		.selectFrom("template_version")
		.select("id")
		.where("template_id", "=", now.templateId)
		.where("state", "=", "published")
		.where("number", ">", now.number)
		.orderBy("number", "desc")
		.executeTakeFirst();
	const { id, title, state } = campaign;
	return { campaign: { id, title, state }, now, next: row ? await readVersion(ctx, row.id) : null };
}

/** Whether there is something to move: a newer version, or returns that a move has not reached yet. As `versionToMoveTo`. */
export async function mayMove(ctx: Ctx, campaignId: string): Promise<boolean> {
	const { next } = await versionToMoveTo(ctx, campaignId);
	return next !== null || (await lastMove(ctx, campaignId))?.finishedAt === null;
}

/**
 * Puts a campaign on a newer version: whoever has not begun is on it at once, all others stay on theirs until `moveRecipient`. In the
 * caller's transaction, which counts the new criteria as left open by those who have sent. Throws not_found, `campaign_not_open`,
 * `campaign_on_version`, `version_not_published`.
 */
export async function beginMove(
	ctx: Ctx,
	campaignId: string,
	versionId: string,
): Promise<{ from: Version; to: Version }> {
	if (!ctx.inTransaction) throw new Error("a campaign moved outside a transaction");
	demand(ctx.actor, "campaigns.write");
	// Writing first makes a second click wait for the first one and then see what it did.
	const locked = await ctx.db
		.updateTable("campaign")
		.set({ updated_at: ctx.now })
		.where("id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.returning(["state", "version_id"])
		.executeTakeFirst();
	if (!locked) throw problem("not_found", {});
	if (locked.state !== "issued") throw problem("campaign_not_open", {});
	if (locked.version_id === versionId) throw problem("campaign_on_version", {});
	const [from, to] = [await readVersion(ctx, locked.version_id), await readVersion(ctx, versionId)];
	if (to.templateId !== from.templateId) throw problem("not_found", {});
	if (to.state !== "published" || to.number < from.number) throw problem("version_not_published", {});
	// Every row is written, so that a school that is saving now is waited for and judged by where it then stands.
	await ctx.db
		.updateTable("recipient")
		.set((eb) => ({ version_id: eb.case().when("state", "=", "not_started").then(null).else(from.id).end() }))
		.where("campaign_id", "=", campaignId)
		.where("version_id", "is", null)
		.execute();
	await ctx.db.updateTable("campaign").set({ version_id: to.id }).where("id", "=", campaignId).execute();
	const number = ((await lastMove(ctx, campaignId))?.number ?? 0) + 1;
	await ctx.db
		.insertInto("campaign_move")
		.values({
			campaign_id: campaignId,
			number,
			from_version_id: from.id,
			to_version_id: to.id,
			moved_by: ctx.actor.personId,
			moved_at: ctx.now,
			finished_at: null,
		})
		.execute();
	await tell(ctx, "campaign.version_moved", campaignId, { from: headOf(from), to: headOf(to) });
	return { from, to };
}

/** Takes a school over to the campaign's version, in the transaction that moves its return. */
export async function moveRecipient(ctx: Ctx, schoolId: string, campaignId: string): Promise<void> {
	if (!ctx.inTransaction) throw new Error("a return moved outside a transaction");
	await ctx.db
		.updateTable("recipient")
		.set({ version_id: null })
		.where("school_id", "=", schoolId)
		.where("campaign_id", "=", campaignId)
		.execute();
}

/** States that every return has been moved. A second time changes nothing. */
export async function finishMove(ctx: Ctx, campaignId: string): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		const done = await ctx.db
			.updateTable("campaign_move")
			.set({ finished_at: ctx.now })
			.where("campaign_id", "=", campaignId)
			.where("finished_at", "is", null)
			.executeTakeFirst();
		if (done.numUpdatedRows > 0n) await tell(ctx, "campaign.version_move_finished", campaignId, {});
	});
}

const headOf = ({ id, number }: VersionHead) => ({ id, number });

function tell(ctx: Ctx, event: string, campaignId: string, after: object): Promise<void> {
	return record(ctx, { unitId: ctx.actor.unitId, event, subject: `campaign/${campaignId}`, after });
}
