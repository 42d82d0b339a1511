import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readVersion } from "../templates/queries.ts";
import { fitsKind, unitsOnPath } from "../templates/rules.ts";
import type { Version } from "../templates/schema.ts";
import { searchKey } from "../text.ts";
import { schoolKinds } from "../units/schema.ts";
import { proposedTitle } from "./rules.ts";
import { type CampaignInput, campaignInput } from "./schema.ts";

type Plan = ReturnType<typeof campaignInput.parse>;

/**
 * Writes a campaign that is not issued yet. `id` is made by whoever fills the form: the same id again is the same draft, so a
 * second click makes no second one. Throws `due_before_opening`, `opening_in_past`, `version_not_published`,
 * `campaign_not_draft`, and not_found for a task, file, version or campaign that is not the office's.
 */
export async function saveDraft(ctx: Ctx, id: string, input: CampaignInput): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	const plan = campaignInput.parse(input);
	refuseDays(plan, ctx.today);
	await inTransaction(ctx, async (ctx) => {
		const before = await ctx.db.selectFrom("campaign").selectAll().where("id", "=", id).executeTakeFirst();
		if (before && before.office_id !== ctx.actor.unitId) throw problem("not_found", {});
		if (before && before.state !== "draft") throw problem("campaign_not_draft", {});
		const version = await issuableVersion(ctx, plan.versionId);
		await refuseForeign(ctx, plan);
		const columns = columnsOf(ctx, plan, version);
		if (before) await ctx.db.updateTable("campaign").set(columns).where("id", "=", id).execute();
		else {
			await ctx.db
				.insertInto("campaign")
				.values({
					...columns,
					id,
					office_id: ctx.actor.unitId,
					state: "draft",
					recipients: 0,
					created_by: ctx.actor.personId,
					created_at: ctx.now,
				})
				.execute();
		}
		await ctx.db.deleteFrom("campaign_task").where("campaign_id", "=", id).execute();
		const tasks = [...new Set(plan.taskIds)].map((task_id) => ({ campaign_id: id, task_id }));
		if (tasks.length > 0) await ctx.db.insertInto("campaign_task").values(tasks).execute();
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: before ? "campaign.draft_changed" : "campaign.drafted",
			subject: `campaign/${id}`,
			before: before && { title: before.title, version_id: before.version_id, filter: JSON.parse(before.filter) },
			after: { ...plan, title: columns.title },
		});
	});
}

/** Throws `due_before_opening` and `opening_in_past`. */
export function refuseDays(days: { opensOn: string; dueOn: string }, today: string): void {
	if (days.dueOn < days.opensOn) throw problem("due_before_opening", { opensOn: days.opensOn, dueOn: days.dueOn });
	if (days.opensOn < today) throw problem("opening_in_past", { opensOn: days.opensOn, today });
}

/**
 * A version that the office may issue: published, of its own library or of a unit above it. Throws `version_not_published`,
 * and not_found for a template of another branch.
 */
export async function issuableVersion(ctx: Ctx, versionId: string): Promise<Version> {
	const owner = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select("office_id")
		.where("template_version.id", "=", versionId)
		.executeTakeFirst();
	if (!owner || !unitsOnPath(ctx.actor.unitPath).includes(owner.office_id)) throw problem("not_found", {});
	const version = await readVersion(ctx, versionId);
	if (version.state !== "published") throw problem("version_not_published", {});
	return version;
}

async function refuseForeign(ctx: Ctx, plan: Plan): Promise<void> {
	const wanted = [...new Set(plan.taskIds)];
	if (wanted.length > 0) {
		const own = await ctx.db
			.selectFrom("directive_task")
			.innerJoin("directive", "directive.id", "directive_id")
			.select("directive_task.id")
			.where("directive_task.id", "in", wanted)
			.where("office_id", "=", ctx.actor.unitId)
			.execute();
		if (own.length !== wanted.length) throw problem("not_found", {});
	}
	if (plan.fileId === null) return;
	const file = await ctx.db
		.selectFrom("file")
		.select("id")
		.where("id", "=", plan.fileId)
		.where("unit_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!file) throw problem("not_found", {});
}

function columnsOf(ctx: Ctx, plan: Plan, version: Version) {
	const title = plan.title || proposedTitle(version.title.vi, plan.opensOn);
	const kinds =
		plan.filter.kinds.length > 0 ? plan.filter.kinds : schoolKinds.filter((kind) => fitsKind(version, kind));
	return {
		title,
		version_id: plan.versionId,
		instruction: plan.instruction,
		file_id: plan.fileId,
		opens_on: plan.opensOn,
		due_on: plan.dueOn,
		late: plan.late,
		filter: JSON.stringify({ ...plan.filter, kinds }),
		search: searchKey(title),
		updated_at: ctx.now,
	};
}
