import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { isId, newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { campaignsInPeriod } from "./facts.ts";
import { blocksOf, draftAgain, headOf } from "./outline.ts";
import { blockTitle, emptyBlocks, keysIn, movedFigures, movedIn } from "./rules.ts";
import {
	type BlockInput,
	blockInput,
	type Content,
	type HeadInput,
	headInput,
	type KeptFigures,
	type NewReport,
	newReport,
} from "./schema.ts";
import {
	type LoadedReport,
	lastIssued,
	letterOf,
	loadIn,
	loadReport,
	standingOf,
	standingOfVersion,
	withAliases,
} from "./versions.ts";

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
		if (version.revision !== revision) throw problem("report_changed", {});
		const { content } = version;
		await write(ctx, version, { ...content, head }, version.kept, { period_from: periodFrom, period_to: periodTo });
		await note(ctx, reportId, {
			event: "report.head_changed",
			after: { periodFrom, periodTo, ...head },
			before: content.head,
		});
	});
}

/**
 * Saves one block on top of the revision that the page showed. Figures that are linked for the first time are taken as they stand
 * today. Throws `report_changed`, `report_unknown_figures`, `report_state`, and not_found for a block that is not there.
 */
export async function saveBlock(ctx: Ctx, reportId: string, input: BlockInput): Promise<void> {
	demand(ctx.actor, "reports.write");
	const { blockId, base, text } = blockInput.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const version = await loadIn(ctx, reportId, "draft");
		const block = blockOf(version, blockId);
		if (block.revision !== base) throw problem("report_changed", {});
		if (text === block.text) return;
		const { now } = await standingOfVersion(ctx, version);
		const unknown = keysIn(text).filter((key) => !now[key]);
		if (unknown.length > 0) throw problem("report_unknown_figures", { tokens: unknown.map((key) => `{{${key}}}`) });
		await write(ctx, version, withBlock(version, blockId, { text }), { ...now, ...version.kept });
		await note(ctx, reportId, {
			event: "report.block_changed",
			after: { block: blockId, text },
			before: { text: block.text },
		});
	});
}

/** Drafts one block again from the figures of today; what people wrote there goes. Throws as `saveBlock`. */
export async function redraftBlock(
	ctx: Ctx,
	reportId: string,
	input: { blockId: string; base: number },
): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const loaded = await loadIn(ctx, reportId, "draft");
		const block = blockOf(loaded, input.blockId);
		if (block.revision !== input.base) throw problem("report_changed", {});
		const version = await withNewCampaigns(ctx, loaded);
		const { now, outline } = await standingOfVersion(ctx, version);
		const text = draftAgain(outline, block);
		const fresh = Object.fromEntries(keysIn(text).flatMap((key) => (now[key] ? [[key, now[key]]] : [])));
		const content = withBlock(version, block.id, { text, drafted: text });
		await write(ctx, version, content, { ...now, ...version.kept, ...fresh });
		await note(ctx, reportId, {
			event: "report.block_redrafted",
			after: { block: block.id, text },
			before: { text: block.text },
		});
	});
}

/** Takes figures that moved as they stand today: those of one block, or all. Throws `report_state`. */
export async function acceptFigures(ctx: Ctx, reportId: string, blockId: string | null): Promise<void> {
	demand(ctx.actor, "reports.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await loadIn(ctx, reportId, "draft");
		const { now } = await standingOfVersion(ctx, version);
		const blocks = blockId === null ? version.content.blocks : [blockOf(version, blockId)];
		const moved = blocks.flatMap(({ text }) => movedIn(text, version.kept, now));
		if (moved.length === 0) return;
		const taken = Object.fromEntries(moved.flatMap(({ key }) => (now[key] ? [[key, now[key]]] : [])));
		await write(ctx, version, version.content, { ...version.kept, ...taken });
		await note(ctx, reportId, {
			event: "report.figures_accepted",
			after: Object.fromEntries(moved.map((one) => [one.key, one.now])),
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

/** Campaigns that have come to serve the letter since drafting get their short names. */
async function withNewCampaigns(ctx: Ctx, version: LoadedReport): Promise<LoadedReport> {
	const period = { periodFrom: version.period_from, periodTo: version.period_to };
	const served = await campaignsInPeriod(ctx, version.directiveId, period);
	const campaigns = withAliases(
		version.content.campaigns,
		served.map(({ id }) => id),
	);
	return { ...version, content: { ...version.content, campaigns } };
}

function blockOf({ content }: LoadedReport, blockId: string) {
	const block = content.blocks.find(({ id }) => id === blockId);
	if (!block) throw problem("not_found", {});
	return block;
}

function withBlock({ content }: LoadedReport, blockId: string, over: { text: string; drafted?: string }): Content {
	const blocks = content.blocks.map((block) =>
		block.id === blockId ? { ...block, ...over, revision: block.revision + 1 } : block,
	);
	return { ...content, blocks };
}

type Changes = Partial<Pick<LoadedReport, "state" | "checked_by" | "checked_at" | "period_from" | "period_to">>;

/** Whoever was faster wins: on PostgreSQL two may have read the same revision. */
async function write(
	ctx: Ctx,
	version: LoadedReport,
	content: Content,
	kept: KeptFigures,
	changes: Changes = {},
): Promise<void> {
	const done = await ctx.db
		.updateTable("report_version")
		.set({
			content: JSON.stringify(content),
			figures: JSON.stringify(kept),
			revision: version.revision + 1,
			updated_at: ctx.now,
			...changes,
		})
		.where("report_id", "=", version.report_id)
		.where("number", "=", version.number)
		.where("revision", "=", version.revision)
		.executeTakeFirst();
	if (done.numUpdatedRows !== 1n) throw problem("report_changed", {});
}

type Note = { event: string; after: object; before?: object };

function note(ctx: Ctx, reportId: string, entry: Note): Promise<unknown> {
	return record(ctx, { unitId: ctx.actor.unitId, subject: `report/${reportId}`, ...entry });
}
