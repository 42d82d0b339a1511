/** Returns that nobody has sent yet, taken over to a newer version of the form. Nothing that was answered is dropped. */
import { hash } from "node:crypto";
import { insertRows } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type FateOfAnswer, fatesOf } from "../authoring/fates.ts";
import { beginMove, finishMove, lastMove, moveRecipient, versionsOfMoves } from "../campaigns/moves.ts";
import { recordProgress } from "../campaigns/progress.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { parseAnswerKey } from "../forms/answers.ts";
import { verdictItems } from "../forms/criteria.ts";
import type { Definition } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { leaveOpen } from "../tallies/commands.ts";
import { incomparableItems } from "../templates/publish-queries.ts";
import { definitionOf } from "../templates/queries.ts";
import { type LoadedReturn, loadReturnOf, lockRecipient } from "./load.ts";
import { answeredShare } from "./rules.ts";
import { type KeptOperation, keepOperations } from "./save.ts";
import type { StoredAnswer } from "./schema.ts";

/** Returns moved in one transaction: others wait for it some 50 ms. */
const PORTION = 25;

/**
 * Moves an open campaign of the office to a newer version of its template. Schools that have not begun are on it at once; what is being
 * filled follows with `continueMove`; what was sent once stays on its own version. Throws as `beginMove`.
 */
export async function moveCampaign(ctx: Ctx, campaignId: string, versionId: string): Promise<void> {
	demand(ctx.actor, "campaigns.write");
	await inTransaction(ctx, async (ctx) => {
		const { to } = await beginMove(ctx, campaignId, versionId);
		const known = new Set<string>();
		// Read behind the lock: a move that another officer has just made counts its own new criteria.
		for (const id of await versionsOfMoves(ctx, campaignId)) {
			if (id === to.id) continue;
			for (const { code } of verdictItems(await definitionOf(ctx, id))) known.add(code);
		}
		const fresh = verdictItems(to.definition).flatMap(({ code }) => (known.has(code) ? [] : [code]));
		await leaveOpen(ctx, campaignId, fresh);
	});
}

/**
 * Moves returns that are being filled, at most `most` of them, and says how many are left. Broken off, it goes on where it stopped; what
 * was moved is not moved again. Throws not_found for another office's campaign, and one that never moved.
 */
export async function continueMove(ctx: Ctx, campaignId: string, most = Number.POSITIVE_INFINITY): Promise<number> {
	demand(ctx.actor, "campaigns.write");
	const campaign = await ctx.db
		.selectFrom("campaign")
		.select("version_id")
		.where("id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!campaign || !(await lastMove(ctx, campaignId))) throw problem("not_found", {});
	const target: Target = {
		campaignId,
		versionId: campaign.version_id,
		definition: await definitionOf(ctx, campaign.version_id),
	};
	let [moved, after] = [0, ""];
	while (moved < most) {
		const portion = await waiting(ctx, campaignId, after, Math.min(PORTION, most - moved));
		if (portion.length === 0) break;
		await inTransaction(ctx, async (ctx) => {
			for (const { school_id, return_id } of portion) await moveReturn(ctx, target, school_id, return_id);
		});
		moved += portion.length;
		after = portion.at(-1)?.school_id ?? after;
		await new Promise((resolve) => setImmediate(resolve));
	}
	const left = await countWaiting(ctx, campaignId);
	if (left === 0) await finishMove(ctx, campaignId);
	return left;
}

/** How many returns that are being filled are still on an older version. Not scoped. */
export async function countWaiting(ctx: Pick<Ctx, "db">, campaignId: string): Promise<number> {
	const { n } = await stillWaiting(ctx, campaignId)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

type Target = { campaignId: string; versionId: string; definition: Definition };

/** In order of their keys: two who move the same campaign take the rows in one order. */
function waiting(ctx: Ctx, campaignId: string, after: string, limit: number) {
	return stillWaiting(ctx, campaignId)
		.select(["school_id", "return_id"])
		.where("school_id", ">", after)
		.orderBy("school_id")
		.limit(limit)
		.execute();
}

function stillWaiting(ctx: Pick<Ctx, "db">, campaignId: string) {
	return ctx.db
		.selectFrom("recipient")
		.where("campaign_id", "=", campaignId)
		.where("version_id", "is not", null)
		.where("state", "=", "draft")
		.where("first_submitted_at", "is", null);
}

async function moveReturn(ctx: Ctx, target: Target, schoolId: string, returnId: string): Promise<void> {
	if (ctx.engine === "postgres") await lockRecipient(ctx, returnId);
	const loaded = await loadReturnOf(ctx, schoolId, returnId);
	// Sent, or moved by somebody else, since the list was read.
	if (loaded.state !== "draft" || loaded.round > 0 || loaded.versionId === target.versionId) return;
	const incomparable = await incomparableItems(ctx, loaded.versionId, target.versionId);
	const fates = fatesOf(loaded.definition, target.definition, incomparable, loaded.answers);
	await keepAside(ctx, loaded, fates);
	const changed = fates.filter(({ fate }) => fate === "aside" || fate === "partly");
	const { answers, revision } = await putInPlace(ctx, loaded, changed);
	await ctx.db
		.updateTable("return")
		.set({ version_id: target.versionId, revision, updated_at: ctx.now })
		.where("school_id", "=", schoolId)
		.where("id", "=", returnId)
		.execute();
	await moveRecipient(ctx, schoolId, target.campaignId);
	const progress = answeredShare(target.definition, answers, loaded.facts);
	await recordProgress(ctx, schoolId, target.campaignId, { progress });
	const kept = fates.filter(({ fate }) => fate === "kept").length;
	await record(ctx, {
		unitId: schoolId,
		event: "return.version_moved",
		subject: `return/${returnId}`,
		before: { versionId: loaded.versionId, progress: loaded.progress },
		after: { versionId: target.versionId, progress, kept, aside: asideOf(fates).map(({ key }) => key) },
	});
}

const asideOf = (fates: readonly FateOfAnswer[]) => fates.filter(({ fate }) => fate !== "kept");

/** Answers that do not go along, as they were given. Those of a version still older were kept when that one was left. */
async function keepAside(ctx: Ctx, loaded: LoadedReturn, fates: readonly FateOfAnswer[]): Promise<void> {
	const keys = asideOf(fates).map(({ key }) => parseAnswerKey(key));
	if (keys.length === 0) return;
	const given = await ctx.db
		.selectFrom("answer")
		.select(["item", "row", "value", "note", "measure", "answered_by", "answered_at"])
		.where("school_id", "=", loaded.schoolId)
		.where("return_id", "=", loaded.returnId)
		.execute();
	const wanted = new Set(keys.map(({ item, row }) => `${item}#${row}`));
	const text = (name: string, same?: string) => ({ name, type: "text" as const, same });
	await insertRows(
		ctx.db,
		ctx.engine,
		"answer_aside",
		[
			text("school_id", loaded.schoolId),
			text("return_id", loaded.returnId),
			text("version_id", loaded.versionId),
			...["item", "row", "value", "note", "measure", "answered_by", "answered_at"].map((name) => text(name)),
		],
		given.filter(({ item, row }) => wanted.has(`${item}#${row}`)),
		"on conflict do nothing",
	);
}

/** Writes what stands now where the old value fits no more, into the log and the living answers: a remark stays, a measure goes aside. */
async function putInPlace(
	ctx: Ctx,
	loaded: LoadedReturn,
	changed: readonly FateOfAnswer[],
): Promise<{ answers: Record<string, StoredAnswer>; revision: number }> {
	const answers = { ...loaded.answers };
	let { revision } = loaded;
	const operations = changed.map(({ key, value }) => {
		const { item, row } = parseAnswerKey(key);
		const before = loaded.answers[key];
		revision += 1;
		const after: StoredAnswer = { value, note: before?.note ?? "", measure: null, revision, answeredAt: ctx.now };
		answers[key] = after;
		const operation: KeptOperation = {
			item,
			...(row && { row }),
			value,
			...(after.note && { note: after.note }),
			base: before?.revision ?? 0,
			at: ctx.now,
		};
		const content_hash = hash("sha256", loaded.returnId + JSON.stringify(operation), "base64url");
		return { id: newId(), operation, content_hash, after };
	});
	await keepOperations(ctx, loaded, operations);
	return { answers, revision };
}
