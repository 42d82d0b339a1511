import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { type ResultRow, resultRows } from "../reports/queries.ts";
import { outcomesOf } from "../tallies/rules.ts";
import type { Unmet } from "./letter-schema.ts";

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

const told = [
	"item",
	"row",
	"mandatory",
	"knockout",
	"remark",
	"measure",
	"owner",
	"due_on",
	"request",
	"superior",
] as const;

function findings(ctx: Pick<Ctx, "db">) {
	return ctx.db.selectFrom("finding").select(told).where("state", "=", "open");
}

type FindingRow = Awaited<ReturnType<ReturnType<typeof findings>["execute"]>>[number];

function unmetFrom(row: FindingRow): Unmet {
	return {
		item: row.item,
		row: row.row,
		mandatory: row.mandatory === 1,
		knockout: row.knockout === 1,
		remark: row.remark,
		measure: row.measure,
		owner: row.owner,
		dueOn: row.due_on,
		request: row.superior === 1 ? row.request : "",
	};
}

/** Criteria of a campaign that are not met, by school. */
export async function openFindings(ctx: Ctx, campaignId: string): Promise<Map<string, Unmet[]>> {
	const rows = await findings(ctx)
		.select("school_id")
		.where("campaign_id", "=", campaignId)
		.orderBy("item")
		.orderBy("row")
		.execute();
	const bySchool = new Map<string, Unmet[]>();
	for (const row of rows) {
		const own = bySchool.get(row.school_id);
		if (own) own.push(unmetFrom(row));
		else bySchool.set(row.school_id, [unmetFrom(row)]);
	}
	return bySchool;
}

/** What is not met in the latest sending of some returns, by return, in the order of the form. */
export async function unmetOf(
	ctx: Pick<Ctx, "db">,
	returns: readonly { school_id: string; return_id: string }[],
	definition: Definition,
): Promise<Map<string, Unmet[]>> {
	if (returns.length === 0) return new Map();
	const schoolIds = returns.map(({ school_id }) => school_id);
	const returnIds = returns.map(({ return_id }) => return_id);
	const rows = await findings(ctx)
		.select("return_id")
		.where("school_id", "in", schoolIds)
		.where("return_id", "in", returnIds)
		.execute();
	const order = new Map(definition.sections.flatMap(({ items }) => items).map(({ code }, at) => [code, at]));
	rows.sort((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0) || (a.row < b.row ? -1 : 1));
	const byReturn = new Map<string, Unmet[]>();
	for (const row of rows) byReturn.set(row.return_id, [...(byReturn.get(row.return_id) ?? []), unmetFrom(row)]);
	return byReturn;
}
