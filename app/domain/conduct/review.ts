import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { schoolYearOf } from "./rules.ts";
import { type ReviewInput, reviewForm } from "./schema.ts";
import { currentVersions, lockVersions, tell } from "./versions.ts";

/**
 * Writes the review of the code in force for the school year of its day (Thông tư 06/2019 Đ13.3). Another one in the same year
 * corrects it. Throws `conduct_not_published`, `day_in_future`, `reviewed_too_early` before the code was published.
 */
export async function reviewCode(ctx: Ctx, input: ReviewInput): Promise<void> {
	demand(ctx.actor, "conduct.decide");
	const form = reviewForm.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const schoolId = ctx.actor.unitId;
		// Pressed twice at once, the second sees what the first wrote and tells nothing again.
		await lockVersions(ctx);
		const { published } = await currentVersions(ctx, schoolId);
		if (!published) throw problem("conduct_not_published", {});
		if (form.reviewedOn > ctx.today) throw problem("day_in_future", { day: form.reviewedOn, today: ctx.today });
		const publishedOn = await firstPublishedOn(ctx, schoolId);
		if (publishedOn !== null && form.reviewedOn < publishedOn)
			throw problem("reviewed_too_early", { publishedOn, reviewedOn: form.reviewedOn });
		const school_year = schoolYearOf(form.reviewedOn);
		const before = await ctx.db
			.selectFrom("conduct_review")
			.select(["version_id", "reviewed_on", "outcome", "note"])
			.where("school_id", "=", schoolId)
			.where("school_year", "=", school_year)
			.executeTakeFirst();
		const { reviewedOn: reviewed_on, outcome, note } = form;
		const row = { version_id: published.id, reviewed_on, outcome, note };
		if (before && JSON.stringify(before) === JSON.stringify(row)) return;
		const by = { reviewed_by: ctx.actor.personId, reviewed_at: ctx.now };
		await ctx.db
			.insertInto("conduct_review")
			.values({ ...row, ...by, school_id: schoolId, school_year })
			.onConflict((oc) => oc.columns(["school_id", "school_year"]).doUpdateSet({ ...row, ...by }))
			.execute();
		await tell(ctx, published, { event: "conduct.reviewed", before, after: { school_year, ...row } });
	});
}

/** The day on which the school's first code was published. */
async function firstPublishedOn(ctx: Ctx, schoolId: string): Promise<string | null> {
	const { day } = await ctx.db
		.selectFrom("conduct_version")
		.select((eb) => eb.fn.min("published_on").as("day"))
		.where("school_id", "=", schoolId)
		.executeTakeFirstOrThrow();
	return day;
}
