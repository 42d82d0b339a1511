/** Medians of the schools of one kind in one campaign, for a school that looks at its own result. Single results stay in here. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { Answers } from "../forms/schema.ts";
import { definitionOf } from "../templates/queries.ts";
import { median, sectionShares } from "./section-shares.ts";

export type PeerMedians = { total: number | null; sections: ReadonlyMap<string, number | null> };

type Peers = { campaignId: string; versionId: string; kind: string };

/** Rows read at a time: some milliseconds each, other requests go between. */
const PORTION = 100;
/** A province has some ten thousand schools of a kind, seconds to read: their medians may be some minutes old, and hardly move. */
const [MANY, KEPT_MS, KEPT_MEDIANS] = [300, 10 * 60_000, 200];
const kept = new Map<string, { at: number; medians: Promise<PeerMedians> }>();

/** Medians of all schools of the kind that have returned, but the actor's own. */
export async function peerMedians(ctx: Ctx, peers: Peers): Promise<PeerMedians> {
	const { n } = await returned(ctx, peers)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	if (Number(n) <= MANY) return readMedians(ctx, peers, ctx.actor.unitId);
	// One school among so many moves no median: they share one reading.
	const key = `${peers.campaignId} ${peers.kind}`;
	const [known, now] = [kept.get(key), Date.parse(ctx.now)];
	if (known && now >= known.at && now - known.at < KEPT_MS) return known.medians;
	const medians = readMedians(ctx, peers, "");
	kept.delete(key);
	kept.set(key, { at: now, medians });
	medians.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) if (kept.size > KEPT_MEDIANS) kept.delete(oldest);
	return medians;
}

function returned(ctx: Ctx, { campaignId, kind }: Peers) {
	return ctx.db
		.selectFrom("recipient")
		.where("recipient.campaign_id", "=", campaignId)
		.where("recipient.kind", "=", kind)
		.where("recipient.first_submitted_at", "is not", null);
}

async function readMedians(ctx: Ctx, peers: Peers, without: string): Promise<PeerMedians> {
	const definition = await definitionOf(ctx, peers.versionId);
	const totals: number[] = [];
	const sections = new Map<string, number[]>();
	let after = { search: "", id: "" };
	for (;;) {
		const rows = await returned(ctx, peers)
			.innerJoin("return", (join) =>
				join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
			)
			.innerJoin("submission", (join) =>
				join
					.onRef("submission.school_id", "=", "return.school_id")
					.onRef("submission.return_id", "=", "return.id")
					.onRef("submission.round", "=", "return.round"),
			)
			.select(["recipient.school_id", "recipient.search", "recipient.percent_tenths", "submission.answers"])
			.where(sql<boolean>`(recipient.search, recipient.school_id) > (${after.search}, ${after.id})`)
			.orderBy("recipient.search")
			.orderBy("recipient.school_id")
			.limit(PORTION)
			.execute();
		for (const { school_id, percent_tenths, answers } of rows) {
			if (school_id === without) continue;
			if (percent_tenths !== null) totals.push(percent_tenths);
			for (const [code, share] of sectionShares(definition, JSON.parse(answers) as Answers)) {
				if (share === null) continue;
				const shares = sections.get(code) ?? [];
				shares.push(share);
				sections.set(code, shares);
			}
		}
		const last = rows.at(-1);
		if (!last || rows.length < PORTION) break;
		after = { search: last.search, id: last.school_id };
		await new Promise((resolve) => setImmediate(resolve));
	}
	return { total: median(totals), sections: new Map([...sections].map(([code, shares]) => [code, median(shares)])) };
}
