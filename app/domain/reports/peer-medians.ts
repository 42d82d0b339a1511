/** Medians of the schools of one kind in one campaign, for a school that looks at its own result. Single results stay in here. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { Answers } from "../forms/schema.ts";
import { definitionOf } from "../templates/queries.ts";
import { median, sectionShares } from "./section-shares.ts";

export type PeerMedians = { total: number | null; sections: ReadonlyMap<string, number | null> };

type Peers = {
	campaignId: string;
	/** That the asking school was judged on: its sections are those compared. */
	versionId: string;
	kind: string;
	/** Of the whole campaign. */
	recipients: number;
};
type Result = { schoolId: string; total: number | null; sections: ReadonlyMap<string, number | null> };
/** Single results only of a few: one school among very many moves no median. */
type Reading = { few: Result[] | null; all: PeerMedians };

/** Rows read at a time: some milliseconds each, other requests go between. */
const PORTION = 100;
const FEW = 300;
/** The campaign of a province takes seconds to read: its medians may be some minutes old, and hardly move. */
const [MANY, KEPT_MS, KEPT_READINGS] = [2_000, 10 * 60_000, 200];
const kept = new Map<string, { at: number; reading: Promise<Reading> }>();

/** Medians of all schools of the kind that have returned, but the actor's own. */
export async function peerMedians(ctx: Ctx, peers: Peers): Promise<PeerMedians> {
	const { few, all } = await (peers.recipients > MANY ? sharedReading(ctx, peers) : readPeers(ctx, peers));
	return few ? mediansOf(few.filter(({ schoolId }) => schoolId !== ctx.actor.unitId)) : all;
}

function sharedReading(ctx: Ctx, peers: Peers): Promise<Reading> {
	// By version too: schools of one campaign may have been judged on two, each sees its own sections.
	const key = `${peers.campaignId} ${peers.kind} ${peers.versionId}`;
	const [known, now] = [kept.get(key), Date.parse(ctx.now)];
	if (known && now >= known.at && now - known.at < KEPT_MS) return known.reading;
	const reading = readPeers(ctx, peers);
	kept.delete(key);
	kept.set(key, { at: now, reading });
	reading.catch(() => kept.delete(key));
	for (const oldest of kept.keys()) if (kept.size > KEPT_READINGS) kept.delete(oldest);
	return reading;
}

async function readPeers(ctx: Ctx, { campaignId, versionId, kind }: Peers): Promise<Reading> {
	const definition = await definitionOf(ctx, versionId);
	const results: Result[] = [];
	let after = { search: "", id: "" };
	for (;;) {
		const rows = await ctx.db
			.selectFrom("recipient")
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
			.where("recipient.campaign_id", "=", campaignId)
			.where("recipient.kind", "=", kind)
			.where("recipient.first_submitted_at", "is not", null)
			.where(sql<boolean>`(recipient.search, recipient.school_id) > (${after.search}, ${after.id})`)
			.orderBy("recipient.search")
			.orderBy("recipient.school_id")
			.limit(PORTION)
			.execute();
		for (const { school_id: schoolId, percent_tenths: total, answers } of rows) {
			results.push({ schoolId, total, sections: sectionShares(definition, JSON.parse(answers) as Answers) });
		}
		const last = rows.at(-1);
		if (!last || rows.length < PORTION) break;
		after = { search: last.search, id: last.school_id };
		await new Promise((resolve) => setImmediate(resolve));
	}
	return { few: results.length <= FEW ? results : null, all: mediansOf(results) };
}

function mediansOf(results: readonly Result[]): PeerMedians {
	const known = (shares: (number | null | undefined)[]) => shares.filter((share) => typeof share === "number");
	const codes = new Set(results.flatMap(({ sections }) => [...sections.keys()]));
	return {
		total: median(known(results.map(({ total }) => total))),
		sections: new Map(
			[...codes].map((code) => [code, median(known(results.map(({ sections }) => sections.get(code))))]),
		),
	};
}
