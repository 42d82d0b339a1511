/**
 * A school's own results beside the median of its peers: schools of the same kind in the same campaign. Nobody's result but its own is
 * told: a median needs five other schools, and no name or number of theirs leaves this file.
 */
import type { Ctx } from "../ctx.ts";
import type { Answers } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";
import { definitionOf } from "../templates/queries.ts";
import { type PeerMedians, peerMedians } from "./peer-medians.ts";
import type { SchoolPictureKind } from "./schema.ts";
import { sectionShares } from "./section-shares.ts";

/** One round of the school: its share of criteria met, and the peers' median; tenths of a percent. */
export type SchoolRound = {
	campaignId: string;
	returnId: string;
	title: string;
	dueOn: string;
	own: number | null;
	/** Null while fewer than five others have returned. */
	median: number | null;
};

export type SchoolSection = {
	code: string;
	title: string;
	own: number | null;
	median: number | null;
	/** The school's own share in the round before on the same template. */
	before: number | null;
};

export type SchoolPicture =
	| { kind: "rounds"; rounds: SchoolRound[] }
	| {
			kind: "sections";
			campaign: { id: string; returnId: string; title: string };
			before: { title: string } | null;
			sections: SchoolSection[];
	  };

/** Rounds drawn at most, the newest. */
const ROUNDS = 6;

type Round = Awaited<ReturnType<typeof ownRounds>>[number];

/** Campaigns that judged the school and that it has returned to, the newest first. Needs `returns.fill`. */
export async function ownRounds(ctx: Ctx) {
	demand(ctx.actor, "returns.fill");
	const rows = await ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		.innerJoin("template_version", "template_version.id", "return.version_id")
		.select(["recipient.campaign_id", "recipient.return_id", "recipient.kind", "recipient.percent_tenths"])
		.select([
			"campaign.title",
			"campaign.due_on",
			"return.version_id",
			"campaign.recipients",
			"return.round",
			"template_version.template_id",
		])
		.where("recipient.school_id", "=", ctx.actor.unitId)
		.where("recipient.first_submitted_at", "is not", null)
		.where("campaign.state", "<>", "draft")
		.orderBy("campaign.due_on", "desc")
		.orderBy("campaign.id", "desc")
		.execute();
	const rated = [];
	for (const row of rows) {
		if (rated.length < ROUNDS && (await definitionOf(ctx, row.version_id)).rule.type !== "none") rated.push(row);
	}
	return rated;
}

/**
 * A picture of the actor's own school; null while no campaign has judged it. `campaign` chooses the round of the sections, the newest
 * where it is none of the school's. Needs `returns.fill`.
 */
export async function readSchoolPicture(
	ctx: Ctx,
	kind: SchoolPictureKind,
	campaign: string | null,
): Promise<SchoolPicture | null> {
	const rounds = await ownRounds(ctx);
	const chosen = rounds.find(({ campaign_id }) => campaign_id === campaign) ?? rounds[0];
	if (!chosen) return null;
	if (kind === "sections") {
		const older = rounds.slice(rounds.indexOf(chosen) + 1);
		return sectionsOf(ctx, chosen, older.find(({ template_id }) => template_id === chosen.template_id) ?? null);
	}
	const drawn: SchoolRound[] = [];
	for (const round of rounds) drawn.push({ ...headOf(round), median: (await mediansOf(ctx, round)).total });
	return { kind, rounds: drawn };
}

function headOf(round: Round) {
	const { campaign_id: campaignId, return_id: returnId, title, due_on: dueOn, percent_tenths: own } = round;
	return { campaignId, returnId, title, dueOn, own };
}

function mediansOf(ctx: Ctx, round: Round): Promise<PeerMedians> {
	const { campaign_id: campaignId, version_id: versionId, kind, recipients } = round;
	return peerMedians(ctx, { campaignId, versionId, kind, recipients });
}

async function sectionsOf(ctx: Ctx, round: Round, before: Round | null): Promise<SchoolPicture> {
	const definition = await definitionOf(ctx, round.version_id);
	const own = await ownShares(ctx, round);
	const earlier = before && (await ownShares(ctx, before));
	const medians = await mediansOf(ctx, round);
	return {
		kind: "sections",
		campaign: { id: round.campaign_id, returnId: round.return_id, title: round.title },
		before: before && { title: before.title },
		sections: definition.sections.flatMap(({ code, title }) => {
			const share = own.get(code);
			if (share === undefined) return [];
			return {
				code,
				title: title.vi,
				own: share,
				median: medians.sections.get(code) ?? null,
				before: earlier?.get(code) ?? null,
			};
		}),
	};
}

async function ownShares(ctx: Ctx, round: Round): Promise<Map<string, number | null>> {
	const { answers } = await ctx.db
		.selectFrom("submission")
		.select("answers")
		.where("school_id", "=", ctx.actor.unitId)
		.where("return_id", "=", round.return_id)
		.where("round", "=", round.round)
		.executeTakeFirstOrThrow();
	return sectionShares(await definitionOf(ctx, round.version_id), JSON.parse(answers) as Answers);
}
