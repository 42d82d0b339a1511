import { sql } from "kysely";
import { refuseStrangeCampaign } from "../campaigns/recipients.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { groupOf, type SchoolGroup, schoolGroups } from "../tallies/figures.ts";
import { numbersOf, type StaffNumbers, schoolsIn, staffNumbers, stage } from "./adoption-scope.ts";
import { outdatedIn, repealedModules } from "./repealed.ts";
import { sharePercent } from "./rules.ts";
import { type AdoptionSearch, type ConductStage, conductStages } from "./schema.ts";

export type AdoptionTotals = {
	schools: number;
	stages: Record<ConductStage, number>;
	/** Share of the schools that have published a code, 0–100, cut; null without schools. */
	adoptionPercent: number | null;
	outdated: number;
	staff: StaffNumbers;
	/** Share of those asked who signed the wording in force, 0–100, cut; null when nobody is asked. */
	acknowledgementPercent: number | null;
};

/** Totals over every school that `listAdoptions` would list. Needs `conduct.office`. Throws what that throws. */
export async function adoptionTotals(ctx: Ctx, wanted: Partial<AdoptionSearch> = {}): Promise<AdoptionTotals> {
	demand(ctx.actor, "conduct.office");
	if (wanted.campaign) await refuseStrangeCampaign(ctx, wanted.campaign);
	const repealed = await repealedModules(ctx);
	const rows = await schoolsIn(ctx, wanted, repealed)
		.select((eb) => [
			stage.as("stage"),
			eb.fn.countAll<number>().as("n"),
			sql<number>`sum(case when ${outdatedIn(repealed, ctx.today)} then 1 else 0 end)`.as("outdated"),
		])
		.groupBy(stage)
		.execute();
	const staff = numbersOf(
		await staffNumbers(ctx)
			.where("v.school_id", "in", schoolsIn(ctx, wanted, repealed).select("unit.id"))
			.executeTakeFirstOrThrow(),
	);
	const stages = Object.fromEntries(conductStages.map((one) => [one, 0])) as Record<ConductStage, number>;
	for (const row of rows) stages[row.stage] += Number(row.n);
	const schools = Object.values(stages).reduce((sum, n) => sum + n, 0);
	return {
		schools,
		stages,
		adoptionPercent: sharePercent(stages.published, schools),
		outdated: rows.reduce((sum, row) => sum + Number(row.outdated), 0),
		staff,
		acknowledgementPercent: sharePercent(staff.signed, staff.asked),
	};
}

export type AdoptionGroup = {
	group: SchoolGroup;
	schools: number;
	published: number;
	outdated: number;
	asked: number;
	signed: number;
};

/**
 * Sub-totals of the same schools: public, non-public, independent groups and classes (facts §6.3), in this order and only those that
 * there are. Needs `conduct.office`. Throws what `listAdoptions` throws.
 */
export async function adoptionGroups(ctx: Ctx, wanted: Partial<AdoptionSearch> = {}): Promise<AdoptionGroup[]> {
	demand(ctx.actor, "conduct.office");
	if (wanted.campaign) await refuseStrangeCampaign(ctx, wanted.campaign);
	const repealed = await repealedModules(ctx);
	const chosen = schoolsIn(ctx, wanted, repealed);
	const schools = await chosen
		.select((eb) => [
			"school.kind",
			"school.ownership",
			eb.fn.countAll<number>().as("schools"),
			eb.fn.count<number>("v.id").as("published"),
			sql<number>`sum(case when ${outdatedIn(repealed, ctx.today)} then 1 else 0 end)`.as("outdated"),
		])
		.groupBy(["school.kind", "school.ownership"])
		.execute();
	const staff = await staffNumbers(ctx)
		.innerJoin("school", "school.school_id", "v.school_id")
		.select(["school.kind", "school.ownership"])
		.where("v.school_id", "in", chosen.select("unit.id"))
		.groupBy(["school.kind", "school.ownership"])
		.execute();
	const none = (group: SchoolGroup) => ({ group, schools: 0, published: 0, outdated: 0, asked: 0, signed: 0 });
	const sums = new Map(schoolGroups.map((group) => [group, none(group)]));
	for (const row of schools) {
		const sum = sums.get(groupOf(row));
		if (!sum) continue;
		sum.schools += Number(row.schools);
		sum.published += Number(row.published);
		sum.outdated += Number(row.outdated);
	}
	for (const row of staff) {
		const [sum, { asked, signed }] = [sums.get(groupOf(row)), numbersOf(row)];
		if (!sum) continue;
		sum.asked += asked;
		sum.signed += signed;
	}
	return [...sums.values()].filter((sum) => sum.schools > 0);
}
