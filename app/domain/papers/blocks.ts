import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { campaignsInPeriod } from "./facts.ts";
import { draftAgain } from "./outline.ts";
import { dated, FIGURES_ON, keysIn, movedIn } from "./rules.ts";
import {
	type BlockInput,
	type BlockSaved,
	blockInput,
	type Content,
	type KeptFigures,
	type ReportBlock,
	type StoredBlock,
} from "./schema.ts";
import { type LoadedReport, loadIn, standingOfVersion, withAliases } from "./versions.ts";
import { note, write } from "./write.ts";

/**
 * Saves one block on top of the revision that the page showed, or tells what stands there now. Figures that are linked for the first
 * time are taken as they stand today. Throws `report_unknown_figures`, `report_state`, and not_found for a block that is not there.
 */
export async function writeBlock(ctx: Ctx, reportId: string, input: BlockInput): Promise<BlockSaved> {
	demand(ctx.actor, "reports.write");
	const { blockId, base, text } = blockInput.parse(input);
	return inTransaction(ctx, async (ctx): Promise<BlockSaved> => {
		const version = await loadIn(ctx, reportId, "draft");
		const block = blockOf(version, blockId);
		// Said again after a lost answer, it is saved already.
		if (text === block.text) return { saved: stored(block) };
		if (block.revision !== base) return { conflict: stored(block) };
		const linked = new Set(version.content.blocks.flatMap(({ text }) => keysIn(text)));
		const fresh = keysIn(text).filter((key) => !linked.has(key));
		// What the campaigns came to is counted only when it is asked for: a text is saved many times while it is written.
		const now = fresh.length > 0 ? (await standingOfVersion(ctx, version)).now : {};
		const unknown = fresh.filter((key) => !now[key]);
		if (unknown.length > 0) throw problem("report_unknown_figures", { tokens: unknown.map((key) => `{{${key}}}`) });
		const content = withBlock(version, blockId, { text });
		await write(ctx, version, content, dated(content, { ...now, ...version.kept, ...taken(fresh, now) }, now));
		await note(ctx, reportId, {
			event: "report.block_changed",
			after: { block: blockId, text },
			before: { text: block.text },
		});
		return { saved: { text, revision: block.revision + 1 } };
	});
}

/** As `writeBlock`, for a form: throws `report_changed` when somebody else was faster. */
export async function saveBlock(ctx: Ctx, reportId: string, input: BlockInput): Promise<void> {
	if ("conflict" in (await writeBlock(ctx, reportId, input))) throw problem("report_changed", {});
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
		const content = withBlock(version, block.id, { text, drafted: text });
		await write(ctx, version, content, dated(content, { ...now, ...version.kept, ...taken(keysIn(text), now) }, now));
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
		const keys = moved.map(({ key }) => key);
		await write(ctx, version, version.content, dated(version.content, { ...version.kept, ...taken(keys, now) }, now));
		await note(ctx, reportId, {
			event: "report.figures_accepted",
			after: Object.fromEntries(moved.map((one) => [one.key, one.now])),
		});
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

/** Figures as they stand today, for a text. Their day is that of all of them together, which `dated` tells. */
function taken(keys: readonly string[], now: KeptFigures): KeptFigures {
	return Object.fromEntries(keys.flatMap((key) => (key !== FIGURES_ON && now[key] ? [[key, now[key]]] : [])));
}

function stored({ text, revision }: ReportBlock): StoredBlock {
	return { text, revision };
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
