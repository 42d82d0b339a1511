import { type Fate, fatesOf } from "../authoring/fates.ts";
import { versionToMoveTo } from "../campaigns/moves.ts";
import type { Ctx } from "../ctx.ts";
import { answerOf, isAnswered, parseAnswerKey } from "../forms/answers.ts";
import { prepare } from "../forms/prepare.ts";
import type { AnswerValue, Definition, Item, Measure } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { definitionOf } from "../templates/queries.ts";
import type { Version } from "../templates/schema.ts";
import { readAnswers } from "./load.ts";

/** What becomes of the answers to one item, over all returns that are being filled. */
export type ItemFate = { code: string; item: Item; fates: Partial<Record<Fate, number>> };

/** What a move would do. */
export type MovePreview = {
	now: Version;
	next: Version;
	/** Returns: those that go along, and those that stay because they were sent. */
	returns: { notStarted: number; draft: number; sent: number };
	/** Answers that go along as they are. */
	kept: number;
	/** Items whose answers do not all go along, in the order of the old form. */
	changed: ItemFate[];
	/** Items that have to be answered in addition. */
	added: Item[];
	/** One school as it would be. */
	example: {
		schoolId: string;
		name: string;
		answers: { item: Item; row: string; value: AnswerValue; fate: Fate }[];
	} | null;
};

/** Returns read at a time: some thousand answers, then other requests have their turn. */
const PORTION = 100;

/**
 * What moving a campaign of the office to the newest version of its template would do to each answer given so far; null: there is no
 * newer one. `schoolId`: the example, else the school that has answered most. Needs `campaigns.write` and `returns.inspect`. Throws not_found.
 */
export async function previewMove(ctx: Ctx, campaignId: string, schoolId?: string): Promise<MovePreview | null> {
	demand(ctx.actor, "returns.inspect");
	const { now, next } = await versionToMoveTo(ctx, campaignId);
	if (!next) return null;
	const drafts = await openDrafts(ctx, campaignId, now.id);
	const shown = drafts.find(({ school_id }) => school_id === schoolId) ?? mostAnswered(drafts);
	const counts = new Map<string, Partial<Record<Fate, number>>>();
	// Asked once for each version that drafts stand on, not once a draft: a province has thousands of these and two of those.
	const versions = new Map<string, { old: Definition; other: ReadonlySet<string> }>();
	for (const { version_id: id } of drafts) {
		if (versions.has(id)) continue;
		versions.set(id, { old: await definitionOf(ctx, id), other: await incomparableItems(ctx, id, next.id) });
	}
	let kept = 0;
	let example: MovePreview["example"] = null;
	for (const [at, draft] of drafts.entries()) {
		const { old, other } = versions.get(draft.version_id) ?? { old: now.definition, other: new Set<string>() };
		const answers = await readAnswers(ctx, draft.school_id, draft.return_id);
		const rosters = prepare(old).rosterCodes;
		const fates = fatesOf(old, next.definition, other, answers)
			.map((one) => ({ ...one, ...parseAnswerKey(one.key) }))
			.filter(({ item, row }) => !rosters.has(item) && isAnswered(answerOf(answers, item, row).value));
		for (const { item, fate } of fates) {
			if (fate === "kept") kept += 1;
			const own = counts.get(item) ?? {};
			own[fate] = (own[fate] ?? 0) + 1;
			counts.set(item, own);
		}
		if (draft === shown) {
			const told = fates.flatMap(({ item: code, row, fate }) => {
				const item = prepare(old).itemByCode.get(code);
				return item && fate !== "kept" ? [{ item, row, value: answerOf(answers, code, row).value, fate }] : [];
			});
			example = { schoolId: draft.school_id, name: draft.name, answers: told };
		}
		if (at % PORTION === PORTION - 1) await new Promise((resolve) => setImmediate(resolve));
	}
	const had = prepare(now.definition).itemByCode;
	return {
		now,
		next,
		returns: await countReturns(ctx, campaignId),
		kept,
		changed: [...had.values()].flatMap((item) => {
			const fates = counts.get(item.code) ?? {};
			return Object.keys(fates).some((fate) => fate !== "kept") ? [{ code: item.code, item, fates }] : [];
		}),
		added: itemsOf(next.definition).filter(({ code, type }) => !had.has(code) && type !== "computed"),
		example,
	};
}

/** An answer that did not go along to the version that its return is on now. */
export type AsideAnswer = {
	item: Item;
	row: string;
	value: AnswerValue;
	note: string;
	measure: Measure | null;
	/** Number of the version on which it was given. */
	version: number;
	answeredAt: string;
};

/** Answers of older versions that are kept beside a return, in form order. Not scoped: the caller was allowed to read the return. */
export async function readAside(ctx: Pick<Ctx, "db">, schoolId: string, returnId: string): Promise<AsideAnswer[]> {
	const rows = await ctx.db
		.selectFrom("answer_aside")
		.innerJoin("template_version", "template_version.id", "answer_aside.version_id")
		.select(["version_id", "item", "row", "value", "note", "measure", "answered_at", "number"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.orderBy("number", "desc")
		.execute();
	const found: AsideAnswer[] = [];
	for (const versionId of new Set(rows.map(({ version_id }) => version_id))) {
		const items = itemsOf(await definitionOf(ctx, versionId));
		for (const item of items) {
			for (const row of rows.filter((one) => one.version_id === versionId && one.item === item.code)) {
				const value = JSON.parse(row.value) as AnswerValue;
				if (!isAnswered(value) && row.note === "") continue;
				found.push({
					item,
					row: row.row,
					value,
					note: row.note,
					measure: row.measure === null ? null : (JSON.parse(row.measure) as Measure),
					version: row.number,
					answeredAt: row.answered_at,
				});
			}
		}
	}
	return found;
}

function itemsOf({ sections }: Definition): Item[] {
	return sections.flatMap(({ items }) => items);
}

async function openDrafts(ctx: Ctx, campaignId: string, versionId: string) {
	const rows = await ctx.db
		.selectFrom("recipient")
		.select(["school_id", "return_id", "name", "progress", "version_id"])
		.where("campaign_id", "=", campaignId)
		.where("state", "=", "draft")
		.where("first_submitted_at", "is", null)
		.orderBy("search")
		.orderBy("school_id")
		.execute();
	return rows.map((row) => ({ ...row, version_id: row.version_id ?? versionId }));
}

function mostAnswered<D extends { progress: number }>(drafts: readonly D[]): D | undefined {
	return drafts.reduce<D | undefined>(
		(most, draft) => (most && most.progress >= draft.progress ? most : draft),
		undefined,
	);
}

async function countReturns(ctx: Ctx, campaignId: string): Promise<MovePreview["returns"]> {
	const rows = await ctx.db
		.selectFrom("recipient")
		.select((eb) => ["state", eb.fn.countAll<number>().as("n")])
		.where("campaign_id", "=", campaignId)
		.groupBy("state")
		.execute();
	const of = (...states: string[]) =>
		rows.reduce((sum, { state, n }) => (states.includes(state) ? sum + Number(n) : sum), 0);
	return { notStarted: of("not_started"), draft: of("draft"), sent: of("submitted", "sent_back", "accepted") };
}
