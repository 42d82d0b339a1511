import { unionOf } from "../authoring/union.ts";
import { versionsOfMoves } from "../campaigns/moves.ts";
import type { Ctx } from "../ctx.ts";
import type { Definition } from "../forms/schema.ts";
import { definitionOf } from "../templates/queries.ts";

/** The form that lists and columns are read by: what only versions asked that the campaign was on before stands in it too. */
export async function readingForm(ctx: Ctx, campaignId: string, versionId: string): Promise<Definition> {
	const newest = await definitionOf(ctx, versionId);
	const others = (await versionsOfMoves(ctx, campaignId)).filter((id) => id !== versionId).reverse();
	if (others.length === 0) return newest;
	return unionOf(newest, await Promise.all(others.map((id) => definitionOf(ctx, id))));
}
