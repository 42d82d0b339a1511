import { versionsOfMoves } from "../campaigns/moves.ts";
import type { Ctx } from "../ctx.ts";
import { readFigures } from "../forms/figures.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import type { Verdict } from "../forms/verdict-schema.ts";
import { definitionOf } from "../templates/queries.ts";
import { figureChanges } from "./figures.ts";
import { addTo, noTallies, type Tallies } from "./queries.ts";
import { outcomesOf, unitsAbove } from "./rules.ts";

/**
 * The counters of a campaign by unit id, worked out anew from its recipients and their latest submissions: what the moved ones
 * must equal. Reads every return, so it is for tests and repairs, never for a page.
 */
export async function recount(ctx: Pick<Ctx, "db">, campaignId: string): Promise<Map<string, Tallies>> {
	const { version_id } = await ctx.db
		.selectFrom("campaign")
		.select("version_id")
		.where("id", "=", campaignId)
		.executeTakeFirstOrThrow();
	const versions = [...new Set([version_id, ...(await versionsOfMoves(ctx, campaignId))])];
	const definitions = new Map<string, Definition>();
	for (const id of versions) definitions.set(id, await definitionOf(ctx, id));
	const recipients = await ctx.db
		.selectFrom("recipient")
		.select(["school_id", "path", "kind", "ownership", "state", "due_on"])
		.where("campaign_id", "=", campaignId)
		.execute();
	const submissions = await ctx.db
		.selectFrom("submission")
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "submission.school_id").onRef("return.id", "=", "submission.return_id"),
		)
		.select([
			"submission.school_id",
			"submission.round",
			"answers",
			"verdict",
			"figures",
			"on_time",
			"return.version_id",
		])
		.where("submission.campaign_id", "=", campaignId)
		.orderBy("submission.school_id")
		.orderBy("submission.round")
		.execute();
	const findings = await ctx.db
		.selectFrom("finding")
		.select((eb) => ["school_id", eb.fn.countAll<number>().as("open"), eb.fn.sum<number>("superior").as("petitions")])
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.groupBy("school_id")
		.execute();
	const open = new Map(findings.map((found) => [found.school_id, found]));
	const byUnit = new Map<string, Tallies>();
	for (const { school_id, path, state, kind, ownership } of recipients) {
		const rounds = submissions.filter((submission) => submission.school_id === school_id);
		const [first, latest] = [rounds[0], rounds.at(-1)];
		for (const unit of unitsAbove(path, school_id)) {
			const tallies = byUnit.get(unit) ?? noTallies();
			byUnit.set(unit, tallies);
			addTo(tallies, "", "recipients", 1);
			addTo(tallies, "", state, 1);
			addTo(tallies, "", "findings_open", Number(open.get(school_id)?.open ?? 0));
			addTo(tallies, "", "findings_petition", Number(open.get(school_id)?.petitions ?? 0));
			if (!first || !latest) continue;
			addTo(tallies, "", "reported", 1);
			addTo(tallies, "", first.on_time === 1 ? "on_time" : "late", 1);
			addTo(tallies, "", `verdict_${(JSON.parse(latest.verdict) as Verdict).result}`, 1);
			const definition = definitions.get(latest.version_id);
			if (!definition) throw new Error(`submission on version ${latest.version_id}, which its campaign was never on`);
			const others = [...definitions.values()].filter((other) => other !== definition);
			const outcomes = outcomesOf(definition, JSON.parse(latest.answers) as Answers, others);
			for (const [item, outcome] of outcomes) addTo(tallies, item, outcome, 1);
			for (const { item, outcome, by } of figureChanges(
				definition,
				{ kind, ownership },
				null,
				readFigures(latest.figures),
			)) {
				addTo(tallies, item, outcome, by);
			}
		}
	}
	return byUnit;
}
