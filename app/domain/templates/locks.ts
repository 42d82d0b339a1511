import type { Ctx } from "../ctx.ts";

/**
 * Holds the template of a version until the transaction ends: whoever writes, publishes, retires or throws away one of its versions
 * takes this lock first, and reads afterwards. Else a version that is published at this moment could be thrown away as a draft, and two
 * who lock rows in another order would wait for one another. SQLite has one writer anyway.
 */
export async function lockTemplateOf(ctx: Ctx, versionId: string): Promise<void> {
	if (ctx.engine !== "postgres") return;
	await ctx.db
		.selectFrom("template")
		.select("id")
		.where("office_id", "=", ctx.actor.unitId)
		.where("id", "in", (eb) => eb.selectFrom("template_version").select("template_id").where("id", "=", versionId))
		.forUpdate()
		.execute();
}
