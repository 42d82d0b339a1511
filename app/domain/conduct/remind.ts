import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { standings } from "./staff.ts";
import { currentVersions, tell } from "./versions.ts";

/**
 * Reminds those of the school who are asked to acknowledge the code in force and have not: nobody else, and nobody twice on a day.
 * They see it in their own pages. Answers with how many were reminded now. Throws `conduct_not_published`.
 */
export async function remindMissing(ctx: Ctx): Promise<number> {
	demand(ctx.actor, "conduct.staff");
	return inTransaction(ctx, async (ctx) => {
		const { published } = await currentVersions(ctx, ctx.actor.unitId);
		if (!published) throw problem("conduct_not_published", {});
		const missing = (await standings(ctx, published)).filter(
			({ standing }) => standing !== "signed" && standing !== "earlier",
		);
		if (missing.length === 0) return 0;
		const made = await ctx.db
			.insertInto("conduct_notice")
			.values(
				missing.map(({ personId }) => ({
					school_id: published.school_id,
					version_id: published.id,
					person_id: personId,
					sent_on: ctx.today,
					sent_by: ctx.actor.personId,
					sent_at: ctx.now,
				})),
			)
			.onConflict((oc) => oc.columns(["school_id", "version_id", "person_id", "sent_on"]).doNothing())
			.executeTakeFirst();
		const count = Number(made.numInsertedOrUpdatedRows);
		if (count > 0) await tell(ctx, published, { event: "conduct.reminded", after: { count } });
		return count;
	});
}
