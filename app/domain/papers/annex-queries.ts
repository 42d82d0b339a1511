import { setImmediate } from "node:timers/promises";
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
	for await (const portion of resultRows(ctx, campaignId, "all")) {
		rows.push(...portion);
		// SQLite does not give the event loop back by itself: between portions whoever asks for a page meanwhile is answered.
		await setImmediate();
	}
	return rows;
}

/** How a criterion turned out at a school: met, unmet, not applicable, not answered. */
export type Mark = "met" | "unmet" | "na" | "blank";

/** Sendings read at a time: each holds all its answers, so a portion is a megabyte and some ten milliseconds. */
const SENDINGS = 40;

/** Marks of each criterion by school, from the latest sending of those named. */
export async function marksOf(
	ctx: Ctx,
	of: { campaignId: string; definition: Definition; codes: readonly string[]; schoolIds: readonly string[] },
): Promise<Map<string, Mark[]>> {
	const marks = new Map<string, Mark[]>();
	for (let from = 0; from < of.schoolIds.length; from += SENDINGS) {
		const sent = await ctx.db
			.selectFrom("submission")
			.select(["school_id", "answers"])
			.where("campaign_id", "=", of.campaignId)
			.where(sql<boolean>`school_id in ${textsIn(ctx.engine, of.schoolIds.slice(from, from + SENDINGS))}`)
			.orderBy("round")
			.execute();
		// The last of a school's rounds stays.
		const latest = new Map(sent.map(({ school_id, answers }) => [school_id, answers]));
		for (const [schoolId, answers] of latest) {
			const outcomes = outcomesOf(of.definition, JSON.parse(answers) as Answers);
			marks.set(
				schoolId,
				of.codes.map((code) => outcomes.get(code) ?? "met"),
			);
		}
		await setImmediate();
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

/** Criteria of a campaign that are not met, by school, in the order of the form. */
export async function openFindings(
	ctx: Ctx,
	campaignId: string,
	definition: Definition,
): Promise<Map<string, Unmet[]>> {
	const failed = await ctx.db
		.selectFrom("finding")
		.select("item")
		.distinct()
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "open")
		.execute();
	const bySchool = new Map<string, Unmet[]>();
	// A criterion at a time, as the index has them.
	for (const { item } of failed.sort(inForm(definition))) {
		const rows = await findings(ctx)
			.select("school_id")
			.where("campaign_id", "=", campaignId)
			.where("item", "=", item)
			.orderBy("row")
			.execute();
		for (const row of rows) add(bySchool, row.school_id, unmetFrom(row));
		await setImmediate();
	}
	return bySchool;
}

/** Orders criteria as the form has them; those of an earlier version of it come last. */
function inForm(definition: Definition): (a: { item: string }, b: { item: string }) => number {
	const order = new Map(definition.sections.flatMap(({ items }) => items).map(({ code }, at) => [code, at]));
	const place = ({ item }: { item: string }) => order.get(item) ?? order.size;
	return (a, b) => place(a) - place(b) || (a.item < b.item ? -1 : a.item > b.item ? 1 : 0);
}

function add(lists: Map<string, Unmet[]>, key: string, one: Unmet): void {
	const own = lists.get(key);
	if (own) own.push(one);
	else lists.set(key, [one]);
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
		.orderBy("row")
		.execute();
	const byReturn = new Map<string, Unmet[]>();
	for (const row of rows.sort(inForm(definition))) add(byReturn, row.return_id, unmetFrom(row));
	return byReturn;
}
