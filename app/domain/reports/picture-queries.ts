/**
 * What the pictures of a campaign are drawn from. Sums come from counters and from aggregates over the frozen recipients; single
 * schools are read for the few rows that are drawn. For the campaign's own office, like everything here: the caller has read the
 * campaign with `reportedCampaign`.
 */
import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import { campaignBefore } from "../campaigns/previous.ts";
import type { Ctx } from "../ctx.ts";
import { dayOf } from "../days.ts";
import { answeredValue } from "../forms/answers.ts";
import { verdictItems } from "../forms/criteria.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { readTallies } from "../tallies/queries.ts";
import { rateTenths } from "../tallies/rules.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { definitionOf } from "../templates/queries.ts";
import { type CriterionShift, criterionShifts, daysOf, type ReturnDay } from "./picture-lines.ts";
import { figuresOf } from "./rules.ts";
import type { CampaignFigures } from "./schema.ts";

/** Results of the schools of one kind and ownership. */
export type KindGroup = {
	kind: string;
	ownership: string;
	recipients: number;
	reported: number;
	met: number;
	notMet: number;
	provisional: number;
};

/** Results by kind of school and ownership, the largest group first. */
export async function kindGroups(ctx: Ctx, campaignId: string): Promise<KindGroup[]> {
	const rows = await ctx.db
		.selectFrom("recipient")
		.select((eb) => {
			const having = (verdict: string) =>
				eb.fn.sum<number>(eb.case().when("verdict", "=", verdict).then(1).else(0).end());
			return [
				"kind",
				"ownership",
				eb.fn.countAll<number>().as("recipients"),
				eb.fn.count<number>("first_submitted_at").as("reported"),
				having("met").as("met"),
				having("not_met").as("notMet"),
				having("provisional").as("provisional"),
			];
		})
		.where("campaign_id", "=", campaignId)
		.groupBy(["kind", "ownership"])
		.execute();
	return rows
		.map((row) => ({
			...row,
			recipients: Number(row.recipients),
			reported: Number(row.reported),
			met: Number(row.met),
			notMet: Number(row.notMet),
			provisional: Number(row.provisional),
		}))
		.sort((a, b) => b.recipients - a.recipients || (a.kind + a.ownership < b.kind + b.ownership ? -1 : 1));
}

/** First returns day by day, from the opening to the due day or beyond it to the last one. */
export async function returnDays(
	ctx: Ctx,
	campaign: { id: string; opens_on: string; due_on: string },
): Promise<ReturnDay[]> {
	// By the hour of UTC, which both engines cut alike; the office's day begins on a full hour.
	const hour = sql<string>`substr(first_submitted_at, 1, 13)`;
	const rows = await ctx.db
		.selectFrom("recipient")
		.select((eb) => [hour.as("hour"), eb.fn.countAll<number>().as("n")])
		.where("campaign_id", "=", campaign.id)
		.where("first_submitted_at", "is not", null)
		.groupBy(hour)
		.execute();
	const byDay = new Map<string, number>();
	for (const row of rows) {
		const day = dayOf(`${row.hour}:00:00.000Z`);
		byDay.set(day, (byDay.get(day) ?? 0) + Number(row.n));
	}
	return daysOf(byDay, campaign.opens_on, campaign.due_on);
}

/** One school and how its criteria stand in each section of the form that has any. */
export type HeatRow = {
	schoolId: string;
	returnId: string;
	code: string;
	name: string;
	commune: string;
	percentTenths: number | null;
	/** In the order of `sections`. */
	cells: { met: number; unmet: number }[];
};
export type HeatMap = { sections: { code: string; title: string }[]; rows: HeatRow[] };

/** The worst of those that have reported, at most `limit`, section by section. */
export async function heatMap(ctx: Ctx, campaignId: string, definition: Definition, limit: number): Promise<HeatMap> {
	const { sectionOf } = prepare(definition);
	const criteria = verdictItems(definition);
	const sections = definition.sections.filter((section) =>
		criteria.some(({ code }) => sectionOf.get(code) === section),
	);
	const schools = await ctx.db
		.selectFrom("recipient")
		.select(["school_id", "return_id", "code", "name", "commune", "percent_tenths"])
		.where("campaign_id", "=", campaignId)
		.where("first_submitted_at", "is not", null)
		.orderBy(sql`coalesce(percent_tenths, 1001)`)
		.orderBy("open_findings", "desc")
		.orderBy("search")
		.limit(limit)
		.execute();
	const answers = await latestAnswers(
		ctx,
		campaignId,
		schools.map(({ school_id }) => school_id),
	);
	return {
		sections: sections.map(({ code, title }) => ({ code, title: title.vi })),
		rows: schools.map((school) => {
			const own = answers.get(school.school_id) ?? {};
			return {
				schoolId: school.school_id,
				returnId: school.return_id,
				code: school.code,
				name: school.name,
				commune: school.commune,
				percentTenths: school.percent_tenths,
				cells: sections.map((section) => {
					const values = criteria
						.filter(({ code }) => sectionOf.get(code) === section)
						.map(({ code }) => answeredValue(own, code));
					return {
						met: values.filter((value) => value === "met").length,
						unmet: values.filter((value) => value === "unmet").length,
					};
				}),
			};
		}),
	};
}

async function latestAnswers(ctx: Ctx, campaignId: string, schoolIds: string[]): Promise<Map<string, Answers>> {
	const sent = await ctx.db
		.selectFrom("submission")
		.select(["school_id", "answers"])
		.where("campaign_id", "=", campaignId)
		.where(sql<boolean>`school_id in ${textsIn(ctx.engine, schoolIds)}`)
		.orderBy("round")
		.execute();
	return new Map(sent.map(({ school_id, answers }) => [school_id, JSON.parse(answers) as Answers]));
}

/** This round beside the one before on the same template; null for the first. */
export type RoundPair = {
	before: { id: string; title: string; dueOn: string; figures: CampaignFigures };
	figures: CampaignFigures;
	/** Share of those that returned which are safe, in tenths of a percent. */
	metRates: { before: number | null; now: number | null };
	/** Criteria that both rounds have, the largest change first. */
	shifts: CriterionShift[];
};

export async function roundPair(ctx: Ctx, campaignId: string, definition: Definition): Promise<RoundPair | null> {
	const before = await campaignBefore(ctx, campaignId);
	if (!before) return null;
	const [old, now] = [
		await readTallies(ctx, before.id, ctx.actor.unitId),
		await readTallies(ctx, campaignId, ctx.actor.unitId),
	];
	const oldDefinition = await definitionOf(ctx, before.versionId);
	const other = await incomparableItems(ctx, before.versionId, before.nowVersionId);
	const figures = { before: figuresOf(old.returns), now: figuresOf(now.returns) };
	const metRate = ({ verdicts, reported }: CampaignFigures) => rateTenths(verdicts.met, reported);
	return {
		before: { id: before.id, title: before.title, dueOn: before.dueOn, figures: figures.before },
		figures: figures.now,
		metRates: { before: metRate(figures.before), now: metRate(figures.now) },
		shifts: criterionShifts(definition, oldDefinition, old, now, other),
	};
}
