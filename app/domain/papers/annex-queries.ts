import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { type ResultRow, resultRows } from "../reports/queries.ts";
import { outcomesOf } from "../tallies/rules.ts";

/** What annexes read of a campaign; its facts have been read in the actor's scope before. */
export async function allResults(ctx: Ctx, campaignId: string): Promise<ResultRow[]> {
	const rows: ResultRow[] = [];
	for await (const portion of resultRows(ctx, campaignId, "all")) rows.push(...portion);
	return rows;
}

/** How a criterion turned out at a school: met, unmet, not applicable, not answered. */
export type Mark = "met" | "unmet" | "na" | "blank";

/** Marks of each criterion by school, from the latest sending; schools that have not reported are not in it. */
export async function marksOf(
	ctx: Ctx,
	campaignId: string,
	definition: Definition,
	codes: readonly string[],
): Promise<Map<string, Mark[]>> {
	const marks = new Map<string, Mark[]>();
	for await (const portion of resultRows(ctx, campaignId, "all")) {
		const reported = portion.filter((row) => row.first_submitted_at !== null).map((row) => row.school_id);
		if (reported.length === 0) continue;
		const sent = await ctx.db
			.selectFrom("submission")
			.select(["school_id", "answers"])
			.where("campaign_id", "=", campaignId)
			.where(sql<boolean>`school_id in ${textsIn(ctx.engine, reported)}`)
			.orderBy("round")
			.execute();
		// The last of a school's rounds stays.
		for (const { school_id, answers } of sent) {
			const outcomes = outcomesOf(definition, JSON.parse(answers) as Answers);
			marks.set(
				school_id,
				codes.map((code) => outcomes.get(code) ?? "met"),
			);
		}
	}
	return marks;
}

export type OpenFinding = { item: string; measure: string; dueOn: string | null; request: string };

/** Findings still open, by school. */
export async function openFindings(ctx: Ctx, campaignId: string): Promise<Map<string, OpenFinding[]>> {
	const rows = await ctx.db
		.selectFrom("finding")
		.select(["school_id", "item", "measure", "due_on", "request", "superior"])
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.orderBy("item")
		.execute();
	const bySchool = new Map<string, OpenFinding[]>();
	for (const { school_id, item, measure, due_on, request, superior } of rows) {
		const finding = { item, measure, dueOn: due_on, request: superior === 1 ? request : "" };
		bySchool.set(school_id, [...(bySchool.get(school_id) ?? []), finding]);
	}
	return bySchool;
}
