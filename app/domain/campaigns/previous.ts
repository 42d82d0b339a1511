import type { Ctx } from "../ctx.ts";

/** The round before a campaign: what its figures are compared with. */
export type CampaignBefore = {
	id: string;
	title: string;
	issuedAt: string;
	dueOn: string;
	versionId: string;
	/** Of the campaign that is compared with it: `templates/publish-queries.ts` says what of the two compares. */
	nowVersionId: string;
};

/**
 * The newest earlier campaign that the actor's office issued on any version of the same template; null for the first one. Not scoped
 * further: ask only for a campaign that the actor was allowed to read.
 */
export async function campaignBefore(ctx: Ctx, campaignId: string): Promise<CampaignBefore | null> {
	const row = await ctx.db
		.selectFrom("campaign as this")
		.innerJoin("template_version as own", "own.id", "this.version_id")
		.innerJoin("template_version as version", "version.template_id", "own.template_id")
		.innerJoin("campaign as earlier", "earlier.version_id", "version.id")
		.select(["earlier.id", "earlier.title", "earlier.issued_at", "earlier.due_on", "earlier.version_id"])
		.select("own.id as now_version_id")
		.where("this.id", "=", campaignId)
		.where("this.state", "<>", "draft")
		.where("earlier.office_id", "=", ctx.actor.unitId)
		.where("earlier.state", "<>", "draft")
		.whereRef("earlier.issued_at", "<", "this.issued_at")
		.orderBy("earlier.issued_at", "desc")
		.orderBy("earlier.id", "desc")
		.limit(1)
		.executeTakeFirst();
	if (!row) return null;
	return {
		id: row.id,
		title: row.title,
		issuedAt: row.issued_at ?? "",
		dueOn: row.due_on,
		versionId: row.version_id,
		nowVersionId: row.now_version_id,
	};
}
