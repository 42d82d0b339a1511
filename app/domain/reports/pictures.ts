/** One picture of a campaign with what it is drawn from, for the page and for its files alike. */
import type { Ctx } from "../ctx.ts";
import { verdictItems } from "../forms/criteria.ts";
import { demand } from "../people/policy.ts";
import { readMap } from "../units/map-queries.ts";
import { type MapBy, type MapPicture, mapPicture } from "./map-picture.ts";
import type { ReturnDay } from "./picture-lines.ts";
import {
	type HeatMap,
	heatMap,
	type KindGroup,
	kindGroups,
	type RoundPair,
	returnDays,
	roundPair,
} from "./picture-queries.ts";
import { campaignResults, figuresByCommune, type reportedCampaign } from "./queries.ts";
import type { FailedCriterion } from "./schema.ts";

export const pictureKinds = ["map", "days", "kinds", "criteria", "heat", "rounds"] as const;
export type PictureKind = (typeof pictureKinds)[number];

export type Picture =
	| { kind: "map"; map: MapPicture }
	| { kind: "days"; days: ReturnDay[] }
	| { kind: "kinds"; rows: KindGroup[] }
	| { kind: "criteria"; rows: FailedCriterion[]; failed: number; criteria: number }
	| { kind: "heat"; heat: HeatMap; reported: number }
	| { kind: "rounds"; pair: RoundPair };

/** What may be chosen about a picture. */
export type PictureChoice = { by: MapBy | null; schools: number };

/** Criteria drawn at most; the whole list is one click away. */
const CRITERIA = 15;
/** Schools that a heat map draws at most. */
export const HEAT_AT_MOST = 100;

type Campaign = Awaited<ReturnType<typeof reportedCampaign>>;

/** A picture of a campaign of the actor's office; null where there is nothing to draw: no criteria, no return, no round before. */
export async function readPicture(
	ctx: Ctx,
	campaign: Campaign,
	kind: PictureKind,
	{ by, schools }: PictureChoice,
): Promise<Picture | null> {
	demand(ctx.actor, "figures.read");
	const { id, definition } = campaign;
	const rated = definition.rule.type !== "none";
	const judged = verdictItems(definition).length;
	switch (kind) {
		case "map": {
			const { communes } = await figuresByCommune(ctx, id);
			return { kind, map: mapPicture(communes, await readMap(ctx), rated ? (by ?? "met") : "rate") };
		}
		case "days":
			return { kind, days: await returnDays(ctx, campaign) };
		case "kinds":
			return { kind, rows: await kindGroups(ctx, id) };
		case "criteria": {
			const { criteria } = await campaignResults(ctx, id, definition);
			if (criteria.length === 0) return null;
			return { kind, rows: criteria.slice(0, CRITERIA), failed: criteria.length, criteria: judged };
		}
		case "heat": {
			if (judged === 0) return null;
			const heat = await heatMap(ctx, id, definition, Math.min(schools, HEAT_AT_MOST));
			const { figures } = await campaignResults(ctx, id, definition);
			return heat.rows.length > 0 ? { kind, heat, reported: figures.reported } : null;
		}
		case "rounds": {
			const pair = await roundPair(ctx, id, definition);
			return pair && { kind, pair };
		}
	}
}
