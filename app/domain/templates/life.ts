/** The life of a version: published after it was looked at, taken out of use, or never more than a draft. */
import { record } from "../audit/commands.ts";
import { askedAbout, comparisonsOf } from "../authoring/comparisons.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { publishVersion } from "./commands.ts";
import { lockTemplateOf } from "./locks.ts";
import { readForPublishing } from "./publish-queries.ts";
import { type PublishInput, publishInput } from "./schema.ts";

/**
 * Publishes a draft of the office's own as it was seen on the publish page, with the days, kinds and basis given there: an error
 * refuses, warnings must have been confirmed, and of each item that changed its meaning it must be said whether it compares with the
 * version before. All or nothing. Throws not_found, `version_not_draft`, `version_draft_changed`, `version_faulty`,
 * `comparisons_missing`, `warnings_unconfirmed`.
 */
export async function publishReviewed(
	ctx: Ctx,
	templateId: string,
	versionId: string,
	given: PublishInput,
): Promise<void> {
	demand(ctx.actor, "templates.write");
	const input = publishInput.parse(given);
	const { kinds, legalBasis } = input;
	await inTransaction(ctx, async (ctx) => {
		await lockTemplateOf(ctx, versionId);
		const page = await readForPublishing(ctx, templateId, versionId, { kinds, legalBasis });
		if (page.seen !== input.seen) throw problem("version_draft_changed", {});
		const graded = (grade: string) =>
			[...page.review.remarks, ...page.codeRemarks].filter((remark) => remark.grade === grade).length;
		const errors = graded("error") + page.conductFaults.length;
		if (errors > 0) throw problem("version_faulty", { count: errors });
		const difference = page.before?.difference ?? { items: [] };
		const comparisons = comparisonsOf(difference, input.comparisons);
		if (comparisons === null) {
			const said = new Set(Object.keys(input.comparisons));
			const silent = askedAbout(difference).flatMap(({ code }) => (said.has(code) ? [] : [code]));
			throw problem("comparisons_missing", { items: silent });
		}
		if (graded("warning") > 0 && !input.confirmed) throw problem("warnings_unconfirmed", { count: graded("warning") });
		await ctx.db
			.updateTable("template_version")
			.set({
				kinds: JSON.stringify(kinds),
				valid_from: input.validFrom,
				valid_to: input.validTo,
				legal_basis: JSON.stringify(legalBasis),
				comparisons: JSON.stringify(comparisons),
			})
			.where("id", "=", versionId)
			.execute();
		const { validFrom, validTo } = input;
		await publishVersion(ctx, versionId, { kinds, validFrom, validTo, legalBasis, comparisons });
	});
}

/**
 * Takes a published version out of use: no campaign can be issued on it any more, open ones go on. Retiring again changes nothing. Throws
 * not_found, and `version_not_published` for a draft.
 */
export async function retireVersion(ctx: Ctx, versionId: string, reason: string): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await lockVersion(ctx, versionId);
		if (version.state === "draft") throw problem("version_not_published", {});
		if (version.state === "retired") return;
		await ctx.db
			.updateTable("template_version")
			.set({ state: "retired", retired_at: ctx.now, retired_by: ctx.actor.personId, retired_reason: reason })
			.where("id", "=", versionId)
			.execute();
		await tell(ctx, "template.retired", version, { reason });
	});
}

/** Throws a draft away, and its template with the only version it ever had. Throws not_found, `version_not_draft`. */
export async function deleteDraft(ctx: Ctx, versionId: string): Promise<{ templateLeft: boolean }> {
	demand(ctx.actor, "templates.write");
	return inTransaction(ctx, async (ctx) => {
		const version = await lockVersion(ctx, versionId);
		if (version.state !== "draft") throw problem("version_not_draft", {});
		await ctx.db.deleteFrom("template_edit").where("version_id", "=", versionId).execute();
		await ctx.db.deleteFrom("template_version").where("id", "=", versionId).execute();
		const others = await ctx.db
			.selectFrom("template_version")
			.select("id")
			.where("template_id", "=", version.template_id)
			.executeTakeFirst();
		await tell(ctx, "template.draft_deleted", version, { definition: JSON.parse(version.definition) });
		if (others) return { templateLeft: true };
		await ctx.db.deleteFrom("template_follow").where("copy_id", "=", version.template_id).execute();
		await ctx.db.deleteFrom("template").where("id", "=", version.template_id).execute();
		return { templateLeft: false };
	});
}

async function lockVersion(ctx: Ctx, versionId: string) {
	await lockTemplateOf(ctx, versionId);
	const version = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.selectAll("template_version")
		.where("template_version.id", "=", versionId)
		.where("template.office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!version) throw problem("not_found", {});
	return version;
}

function tell(ctx: Ctx, event: string, version: { id: string; template_id: string; number: number }, more: object) {
	const after = { versionId: version.id, number: version.number, ...more };
	return record(ctx, { unitId: ctx.actor.unitId, event, subject: `template/${version.template_id}`, after });
}
