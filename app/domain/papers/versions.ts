import type { Selectable } from "kysely";
import type { ReportVersionTable } from "#db/tables/papers.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import {
	type AfterPeriod,
	campaignsInPeriod,
	type Period,
	type ReportBefore,
	readAfterPeriod,
	readFacts,
} from "./facts.ts";
import { type CampaignFacts, figuresOfReport } from "./figures.ts";
import type { OutlineOf } from "./outline.ts";
import { keptOf } from "./rules.ts";
import type { Content, Figure, KeptFigures } from "./schema.ts";

/** A version as commands and queries hold it. */
export type LoadedReport = Omit<Selectable<ReportVersionTable>, "content" | "figures"> & {
	content: Content;
	kept: KeptFigures;
	directiveId: string;
};

/** The newest version of a report of the actor's own office, or the one that is asked for. Throws not_found for any other. */
export async function loadReport(
	ctx: Ctx,
	reportId: string | undefined,
	number?: number,
	how: "read" | "for update" = "read",
): Promise<LoadedReport> {
	if (!isId(reportId)) throw problem("not_found", {});
	let query = ctx.db
		.selectFrom("report_version")
		.innerJoin("report", "report.id", "report_version.report_id")
		.selectAll("report_version")
		.select("report.directive_id")
		.where("report_version.report_id", "=", reportId)
		.where("report_version.office_id", "=", ctx.actor.unitId)
		.orderBy("report_version.number", "desc")
		.limit(1);
	if (number !== undefined) query = query.where("report_version.number", "=", number);
	// Two officers who save two parts at once: the second one reads what the first has written.
	const locked = how === "for update" && ctx.inTransaction && ctx.engine === "postgres";
	const row = await (locked ? query.forUpdate("report_version") : query).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	const { content, figures, directive_id: directiveId, ...rest } = row;
	return {
		...rest,
		directiveId,
		content: JSON.parse(content) as Content,
		kept: JSON.parse(figures) as KeptFigures,
	};
}

/** As `loadReport`, for a change, which in a transaction holds it: throws `report_state` unless the newest version is in that state. */
export async function loadIn(ctx: Ctx, reportId: string, state: LoadedReport["state"]): Promise<LoadedReport> {
	const version = await loadReport(ctx, reportId, undefined, "for update");
	if (version.state !== state) throw problem("report_state", { state: version.state });
	return version;
}

/** The letter and its tasks of the sector, for drafting. Throws not_found for another office's. */
export async function letterOf(ctx: Ctx, directiveId: string) {
	const letter = await ctx.db
		.selectFrom("directive")
		.select(["id", "number", "issued_on as issuedOn", "issuer", "abstract"])
		.where("id", "=", directiveId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!letter) throw problem("not_found", {});
	const tasks = await ctx.db
		.selectFrom("directive_task")
		.select(["id", "number", "title"])
		.where("directive_id", "=", directiveId)
		.where("ours", "=", 1)
		.orderBy("position")
		.execute();
	const { id: _id, ...told } = letter;
	return { letter: told, tasks };
}

/** The last issued report on the letter, `except` another version of the same one. */
export async function lastIssued(ctx: Ctx, directiveId: string, except: string | null): Promise<ReportBefore | null> {
	let query = ctx.db
		.selectFrom("report_version as v")
		.innerJoin("report as r", "r.id", "v.report_id")
		.select(["v.content", "v.figures", "v.period_to"])
		.where("v.office_id", "=", ctx.actor.unitId)
		.where("r.directive_id", "=", directiveId)
		.where("v.state", "=", "issued")
		.orderBy("v.issued_at", "desc")
		.limit(1);
	if (except !== null) query = query.where("v.report_id", "<>", except);
	const row = await query.executeTakeFirst();
	if (!row) return null;
	return { content: JSON.parse(row.content), figures: JSON.parse(row.figures), periodTo: row.period_to };
}

/** Campaigns with their short names: known ones keep theirs, new ones get the next. */
export function withAliases(known: Content["campaigns"], ids: readonly string[]): Content["campaigns"] {
	const fresh = ids.filter((id) => known.every((one) => one.id !== id));
	const last = Math.max(0, ...known.map(({ alias }) => Number(alias.slice(1))));
	return [...known, ...fresh.map((id, at) => ({ id, alias: `d${last + at + 1}` }))];
}

/** What stands behind a report today: facts of its campaigns, and the figures that its text may link to. */
export type Standing = {
	facts: CampaignFacts[];
	figures: Figure[];
	now: KeptFigures;
	afterPeriod: AfterPeriod;
	outline: OutlineOf;
};

export async function standingOf(
	ctx: Ctx,
	of: Period & { directiveId: string; campaigns: Content["campaigns"]; office: string; reportId: string | null },
): Promise<Standing> {
	const { letter, tasks } = await letterOf(ctx, of.directiveId);
	const served = await campaignsInPeriod(ctx, of.directiveId, of);
	const facts = await readFacts(ctx, of.campaigns, await lastIssued(ctx, of.directiveId, of.reportId));
	const afterPeriod = await readAfterPeriod(ctx, of.campaigns, of);
	const figures = figuresOfReport(facts, { today: ctx.today, afterPeriod: afterPeriod.schools });
	const serving: Record<string, string[]> = {};
	for (const { id, taskIds } of served) for (const task of taskIds) serving[task] = [...(serving[task] ?? []), id];
	const { periodFrom, periodTo, office } = of;
	return {
		facts,
		figures,
		now: keptOf(figures),
		afterPeriod,
		outline: { letter, office, periodFrom, periodTo, afterPeriod: afterPeriod.schools, tasks, facts, serving },
	};
}

/** The same of a version. */
export function standingOfVersion(ctx: Ctx, version: LoadedReport): Promise<Standing> {
	return standingOf(ctx, {
		directiveId: version.directiveId,
		periodFrom: version.period_from,
		periodTo: version.period_to,
		campaigns: version.content.campaigns,
		office: ctx.actor.unitName,
		reportId: version.report_id,
	});
}
