import { type Ctx, inTransaction } from "../ctx.ts";
import { isId, newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { campaignsInPeriod } from "./facts.ts";
import { blocksOf, headOf } from "./outline.ts";
import { blockTitle, emptyBlocks, movedFigures } from "./rules.ts";
import { type Content, type HeadInput, headInput, type NewReport, newReport } from "./schema.ts";
import { lastIssued, letterOf, loadIn, loadReport, standingOf, standingOfVersion, withAliases } from "./versions.ts";
import { note, write } from "./write.ts";

/**
 * Drafts a report on a letter over a period, task by task from the figures of today. `id` is made by whoever fills the form, so that a
 * second click drafts nothing. Throws `report_period`, `report_without_tasks`, and not_found for another office's letter.
 */
export async function draftReport(ctx: Ctx, input: NewReport, id: string = newId()): Promise<string> {
	demand(ctx.actor, "reports.write");
	const { directiveId, periodFrom, periodTo } = newReport.parse(input);
	if (!isId(directiveId)) throw problem("not_found", {});
	if (periodFrom > periodTo) throw problem("report_period", { from: periodFrom, to: periodTo });
	return inTransaction(ctx, async (ctx) => {
		const office_id = ctx.actor.unitId;
		const there = await ctx.db
			.selectFrom("report")
			.select("id")
			.where("id", "=", id)
			.where("office_id", "=", office_id)
			.executeTakeFirst();
		if (there) return id;
		const { letter, tasks } = await letterOf(ctx, directiveId);
		if (tasks.length === 0) throw problem("report_without_tasks", { number: letter.number });
		const served = await campaignsInPeriod(ctx, directiveId, { periodFrom, periodTo });
		const campaigns = withAliases(
			[],
			served.map((one) => one.id),
		);
		const office = ctx.actor.unitName;
		const standing = await standingOf(ctx, { directiveId, periodFrom, periodTo, campaigns, office, reportId: id });
		const last = await lastIssued(ctx, directiveId, null);
		const head = headOf(letter, office, last?.content.head ?? null);
		const content: Content = { letter, head, campaigns, blocks: blocksOf(standing.outline) };
		const by = { created_by: ctx.actor.personId, created_at: ctx.now };
		await ctx.db
			.insertInto("report")
			.values({ id, office_id, directive_id: directiveId, ...by })
			.execute();
		await ctx.db
			.insertInto("report_version")
			.values({
				report_id: id,
				number: 1,
				office_id,
				state: "draft",
				revision: 1,
				period_from: periodFrom,
				period_to: periodTo,
				content: JSON.stringify(content),
				figures: JSON.stringify(standing.now),
				change_note: "",
				...by,
				updated_at: ctx.now,
			})
			.execute();
		await note(ctx, id, { event: "report.drafted", after: { letter: letter.number, periodFrom, periodTo } });
		return id;
	});
}

/** Changes how a report is headed, whom it goes to and its period. Throws `report_changed`, `report_period`, `report_state`. */
export async function saveHead(ctx: Ctx, reportId: string, input: HeadInput): Promise<void> {
	demand(ctx.actor, "reports.write");
	const { revision, periodFrom, periodTo, ...head } = headInput.parse(input);
	if (periodFrom > periodTo) throw problem("report_period", { from: periodFrom, to: periodTo });
	await inTransaction(ctx, async (ctx) => {
		const version = await loadIn(ctx, reportId, "draft");
		const { content } = version;
		if ((content.headRevision ?? 0) !== revision) throw problem("report_changed", {});
		const headed = { ...content, head, headRevision: revision + 1 };
		await write(ctx, version, headed, version.kept, { period_from: periodFrom, period_to: periodTo });
		await note(ctx, reportId, {
			event: "report.head_changed",
			after: { periodFrom, periodTo, ...head },
			before: content.head,
		});
	});
}

/**
 * The text has been read over: nothing is left to write and every figure is of today. Throws `report_parts_empty`,
 * `report_figures_moved`, `report_state`.
 */
export async function checkReport(ctx: Ctx, reportId: string): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await loadIn(ctx, reportId, "draft");
		const empty = emptyBlocks(version.content);
		if (empty.length > 0) throw problem("report_parts_empty", { headings: empty.map(blockTitle) });
		const { now } = await standingOfVersion(ctx, version);
		const moved = movedFigures(version.content, version.kept, now);
		if (moved.length > 0) throw problem("report_figures_moved", { count: moved.length });
		const checked = { state: "checked" as const, checked_by: ctx.actor.personId, checked_at: ctx.now };
		await write(ctx, version, version.content, version.kept, checked);
		await note(ctx, reportId, { event: "report.checked", after: { version: version.number } });
	});
}

/** Back to a draft. Throws `report_state`. */
export async function reopenReport(ctx: Ctx, reportId: string): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await loadIn(ctx, reportId, "checked");
		const open = { state: "draft" as const, checked_by: null, checked_at: null };
		await write(ctx, version, version.content, version.kept, open);
		await note(ctx, reportId, { event: "report.reopened", after: { version: version.number } });
	});
}

/** Begins the next version of an issued report, with its text. Throws `report_open` where one is begun already. */
export async function correctReport(ctx: Ctx, reportId: string): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const issued = await loadReport(ctx, reportId);
		if (issued.state !== "issued") throw problem("report_open", {});
		const blocks = issued.content.blocks.map((block) => ({ ...block, revision: 0 }));
		await ctx.db
			.insertInto("report_version")
			.values({
				report_id: reportId,
				number: issued.number + 1,
				office_id: issued.office_id,
				state: "draft",
				revision: 1,
				period_from: issued.period_from,
				period_to: issued.period_to,
				content: JSON.stringify({ ...issued.content, blocks }),
				figures: JSON.stringify(issued.kept),
				change_note: "",
				created_by: ctx.actor.personId,
				created_at: ctx.now,
				updated_at: ctx.now,
			})
			.execute();
		await note(ctx, reportId, { event: "report.correction_begun", after: { version: issued.number + 1 } });
	});
}
