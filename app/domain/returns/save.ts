import { hash } from "node:crypto";
import { sql } from "kysely";
import { type BulkColumn, insertRows, textsIn } from "#db/bulk.ts";
import type { RecipientState } from "#db/tables/campaigns.ts";
import { record } from "../audit/commands.ts";
import { versionsOfMoves } from "../campaigns/moves.ts";
import { recordProgress } from "../campaigns/progress.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { answerKey } from "../forms/answers.ts";
import { prepare } from "../forms/prepare.ts";
import type { Answer } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";
import { moveTallies } from "../tallies/commands.ts";
import { type LoadedReturn, loadForWriting, readReview, readSubmittedAnswers } from "./load.ts";
import { type EarlierOperation, type Judged, judgeOperations, type Receiving } from "./operations.ts";
import { answeredShare, changeableItems, closedBecause, mayChange } from "./rules.ts";
import type { Operation, SaveResult, StoredAnswer } from "./schema.ts";

/**
 * Saves answers of the actor's own school as they are given. Idempotent by operation id; what an operation may meet is told for
 * each alone, and no answer that was saved is ever lost: a conflict changes nothing and is kept with both values.
 * Throws not_found for another school's return. The first answer opens the return.
 */
export async function saveOperations(
	ctx: Ctx,
	returnId: string,
	operations: readonly Operation[],
): Promise<SaveResult> {
	demand(ctx.actor, "returns.fill");
	return inTransaction(ctx, async (ctx) => {
		const loaded = await loadForWriting(ctx, returnId);
		const taken = await takeOperations(ctx, loaded, operations);
		await keepAnswers(ctx, loaded, taken);
		const { definition, facts } = loaded;
		if (taken.changed.size === 0)
			return { operations: taken.results, revision: taken.revision, progress: loaded.progress };
		const answers = answersAfter(loaded, taken);
		const progress = answeredShare(definition, answers, facts);
		const state = loaded.state === "not_started" ? "draft" : loaded.state;
		await keepReturn(ctx, loaded, { state, revision: taken.revision, round: loaded.round });
		if (progress !== loaded.progress || state !== loaded.state) {
			await recordProgress(ctx, loaded.schoolId, loaded.campaignId, {
				state,
				progress,
				opened_at: loaded.openedAt ?? ctx.now,
			});
		}
		await record(ctx, {
			unitId: loaded.schoolId,
			event: "return.answered",
			subject: `return/${returnId}`,
			...whatChanged(taken),
		});
		if (state !== loaded.state) await moveTallies(ctx, loaded, opening);
		return { operations: taken.results, revision: taken.revision, progress };
	});
}

/** Opens a return when somebody who may fill it comes to its page; does nothing when it is open already or takes no answers now. */
export async function openReturn(ctx: Ctx, returnId: string): Promise<void> {
	demand(ctx.actor, "returns.fill");
	await inTransaction(ctx, async (ctx) => {
		const loaded = await loadForWriting(ctx, returnId);
		if (loaded.state !== "not_started" || closedBecause(loaded.state, loaded.campaign, ctx.today)) return;
		await keepReturn(ctx, loaded, { state: "draft", revision: 0, round: 0 });
		await recordProgress(ctx, loaded.schoolId, loaded.campaignId, { state: "draft", opened_at: ctx.now });
		await record(ctx, { unitId: loaded.schoolId, event: "return.opened", subject: `return/${returnId}` });
		await moveTallies(ctx, loaded, opening);
	});
}

const opening = [
	{ item: "", outcome: "not_started", by: -1 },
	{ item: "", outcome: "draft", by: 1 },
] as const;

/** Judges operations and appends them to the log. The caller keeps the answers they change, and the return itself. */
export async function takeOperations(
	ctx: Ctx,
	loaded: LoadedReturn,
	operations: readonly Operation[],
): Promise<Judged> {
	if (operations.length === 0)
		return { results: [], received: [], changed: new Map(), revision: loaded.revision, gone: [] };
	const judged = judgeOperations(
		{
			...loaded,
			earlier: await readEarlier(ctx, loaded.schoolId, operations),
			refusal: await refusalsOf(ctx, loaded),
			// An operation belongs to its return: the same id for another one is other content.
			hash: (content) => hash("sha256", loaded.returnId + content, "base64url"),
			now: ctx.now,
		},
		operations,
	);
	await keepEvents(ctx, loaded, judged);
	await keepGone(ctx, loaded, judged);
	return judged;
}

/** The living answers once `taken` is in. */
export function answersAfter(loaded: LoadedReturn, taken: Judged): LoadedReturn["answers"] {
	const answers = { ...loaded.answers };
	for (const [key, { after }] of taken.changed) answers[key] = after;
	return answers;
}

/** Why items take nothing now, when what was sent back names others; asked per answer. */
export async function refusalsOf(ctx: Ctx, loaded: LoadedReturn): Promise<Receiving["refusal"]> {
	const why = closedBecause(loaded.state, loaded.campaign, ctx.today);
	if (why) return () => ({ code: "return_closed", why });
	if (loaded.state !== "sent_back") return () => null;
	const { definition, facts, schoolId, returnId, round } = loaded;
	const marked = (await readReview(ctx, schoolId, returnId, round))?.items ?? [];
	const sent = await readSubmittedAnswers(ctx, schoolId, returnId, round);
	return (item, row, answers) => {
		if (marked.length === 0 || marked.some((mark) => mark.item === item && mark.row === row)) return null;
		const changeable = changeableItems(definition, facts, marked, sent, answers);
		return mayChange(changeable, definition, item, row) ? null : { code: "not_marked" };
	};
}

async function readEarlier(
	ctx: Ctx,
	schoolId: string,
	operations: readonly Operation[],
): Promise<Map<string, EarlierOperation>> {
	const ids = textsIn(
		ctx.engine,
		operations.map((operation) => operation.id),
	);
	const { rows } = await sql<{ id: string; content_hash: string; revision: number | null }>`
		select id, content_hash, revision from answer_event where school_id = ${schoolId} and id in ${ids}`.execute(ctx.db);
	return new Map(rows.map((row) => [row.id, { contentHash: row.content_hash, revision: row.revision }]));
}

export const text = (name: string, same?: string): BulkColumn => ({ name, type: "text", same });

/** An operation as the log keeps it; what says nothing is left out. */
export type KeptOperation = { item: string; row?: string; base: number; at: string } & Pick<Answer, "value"> &
	Partial<Answer>;

async function keepEvents(ctx: Ctx, loaded: LoadedReturn, { received }: Judged): Promise<void> {
	const rows = received.map(({ operation: { id, item, row, base, at }, content, contentHash, revision }) => ({
		id,
		content_hash: contentHash,
		operation: JSON.stringify({ item, ...(row && { row }), ...contentOf(content), base, at } satisfies KeptOperation),
		revision,
	}));
	await insertEvents(ctx, loaded, rows);
}

async function insertEvents(ctx: Ctx, { schoolId, returnId }: LoadedReturn, rows: readonly object[]): Promise<void> {
	const columns = [
		text("school_id", schoolId),
		text("id"),
		text("return_id", returnId),
		text("content_hash"),
		text("operation"),
		{ name: "revision", type: "integer" },
		text("actor_id", ctx.actor.personId),
		text("received_at", ctx.now),
	] as const;
	await insertRows(ctx.db, ctx.engine, "answer_event", columns, rows);
}

/** Answers of a device that did not know yet: beside the return, on the last version that asked them. The later one replaces. */
async function keepGone(ctx: Ctx, loaded: LoadedReturn, { gone }: Judged): Promise<void> {
	if (gone.length === 0) return;
	const versions = (await versionsOfMoves(ctx, loaded.campaignId)).filter((id) => id !== loaded.versionId).reverse();
	const latest = new Map(gone.map((one) => [answerKey(one.item, one.row), one]));
	for (const { item, row, content } of latest.values()) {
		const at = loaded.others.findIndex((definition) => asks(definition, item));
		const version_id = versions[at];
		if (version_id === undefined) continue;
		const kept = {
			value: JSON.stringify(content.value),
			note: content.note,
			measure: content.measure && JSON.stringify(content.measure),
			answered_by: ctx.actor.personId,
			answered_at: ctx.now,
		};
		await ctx.db
			.insertInto("answer_aside")
			.values({ school_id: loaded.schoolId, return_id: loaded.returnId, version_id, item, row, ...kept })
			.onConflict((oc) => oc.columns(["school_id", "return_id", "version_id", "item", "row"]).doUpdateSet(kept))
			.execute();
	}
}

function asks(definition: LoadedReturn["definition"], code: string): boolean {
	const { itemByCode, rosters } = prepare(definition);
	return itemByCode.has(code) || rosters.has(code);
}

/** Operations that the office's own doing makes, with what stands after each: into the log and the living answers. */
export async function keepOperations(
	ctx: Ctx,
	loaded: LoadedReturn,
	operations: readonly { id: string; operation: KeptOperation; content_hash: string; after: StoredAnswer }[],
): Promise<void> {
	const rows = operations.map(({ id, operation, content_hash, after }) => ({
		id,
		content_hash,
		operation: JSON.stringify(operation),
		revision: after.revision,
	}));
	await insertEvents(ctx, loaded, rows);
	const answers = operations.map(({ id, operation: { item, row = "" }, after }) => ({ id, item, row, after }));
	await insertAnswers(ctx, loaded, answers);
}

export const replaceAnswer = `on conflict (school_id, return_id, item, "row") do update set value = excluded.value, note = excluded.note,
	measure = excluded.measure, revision = excluded.revision, operation_id = excluded.operation_id,
	answered_by = excluded.answered_by, answered_at = excluded.answered_at`;

/** Brings the living answers up to the log. */
export async function keepAnswers(ctx: Ctx, loaded: LoadedReturn, { changed }: Judged): Promise<void> {
	const answers = [...changed.values()].map(({ operation: { id, item, row }, after }) => ({ id, item, row, after }));
	await insertAnswers(ctx, loaded, answers);
}

async function insertAnswers(
	ctx: Ctx,
	{ schoolId, returnId }: LoadedReturn,
	answers: readonly { id: string; item: string; row: string; after: StoredAnswer }[],
): Promise<void> {
	const columns = [
		text("school_id", schoolId),
		text("return_id", returnId),
		text("item"),
		text("row"),
		text("value"),
		text("note"),
		text("measure"),
		{ name: "revision", type: "integer" },
		text("operation_id"),
		text("answered_by", ctx.actor.personId),
		text("answered_at", ctx.now),
	] as const;
	const rows = answers.map(({ id, item, row, after }) => ({
		item,
		row,
		value: JSON.stringify(after.value),
		note: after.note,
		measure: after.measure && JSON.stringify(after.measure),
		revision: after.revision,
		operation_id: id,
	}));
	await insertRows(ctx.db, ctx.engine, "answer", columns, rows, replaceAnswer);
}

/** Writes the return's own row, which its first visit or answer makes. */
export async function keepReturn(
	ctx: Ctx,
	loaded: LoadedReturn,
	now: { state: Exclude<RecipientState, "not_started">; revision: number; round: number },
): Promise<void> {
	await ctx.db
		.insertInto("return")
		.values({
			school_id: loaded.schoolId,
			id: loaded.returnId,
			campaign_id: loaded.campaignId,
			version_id: loaded.versionId,
			opened_at: ctx.now,
			updated_at: ctx.now,
			...now,
		})
		.onConflict((oc) => oc.columns(["school_id", "id"]).doUpdateSet({ ...now, updated_at: ctx.now }))
		.execute();
}

/** The answers that changed, before and after, for the log. */
function whatChanged({ changed }: Judged): { before: object; after: object } {
	const entries = [...changed];
	return {
		before: Object.fromEntries(entries.flatMap(([key, { before }]) => (before ? [[key, contentOf(before)]] : []))),
		after: Object.fromEntries(entries.map(([key, { after }]) => [key, contentOf(after)])),
	};
}

function contentOf({ value, note, measure }: Answer) {
	return { value, ...(note && { note }), ...(measure && { measure }) };
}
