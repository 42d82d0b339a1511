import { hash } from "node:crypto";
import { record } from "../audit/commands.ts";
import { recordProgress } from "../campaigns/progress.ts";
import { isOnTime, mayStillSubmit } from "../campaigns/rules.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { freezePhotos } from "../evidence/photo-commands.ts";
import { type AnswerPhoto, livingPhotos } from "../evidence/photos.ts";
import { type Shortcoming, settleFindings } from "../findings/commands.ts";
import { answerOf } from "../forms/answers.ts";
import { isMandatory, verdictItems } from "../forms/criteria.ts";
import { figuresOf, noFigures } from "../forms/figures.ts";
import { countPhotos } from "../forms/photos.ts";
import type { Answers, Definition } from "../forms/schema.ts";
import { validateReturn } from "../forms/validate.ts";
import { verdict as judge } from "../forms/verdict.ts";
import type { Verdict } from "../forms/verdict-schema.ts";
import { demand } from "../people/policy.ts";
import type { ProblemBody } from "../problem.ts";
import { moveTallies } from "../tallies/commands.ts";
import { figureChanges } from "../tallies/figures.ts";
import { outcomeChanges, outcomesOf, type TallyChange } from "../tallies/rules.ts";
import { type LoadedReturn, loadForWriting, readSent } from "./load.ts";
import { closedBecause, frozen } from "./rules.ts";
import { answersAfter, keepAnswers, keepReturn, takeOperations } from "./save.ts";
import type { Operation, OperationResult, SubmitResult } from "./schema.ts";

export type SubmitInput = {
	/** Which sending this is, from 1: a second click, or a device that did not hear the answer, sends the same one again. */
	round: number;
	/** Answers not yet saved; kept even when the sending itself is stopped. */
	operations?: readonly Operation[];
	/** When the person pressed send, by the device's clock. */
	deviceAt?: string | null;
};

/**
 * Sends the return of the actor's own school: validates it whole, freezes it, judges it, raises and mends findings and moves the
 * counters of every unit above, in one transaction. Sending is signing, so it is the head's alone (Thông tư 18/2023 Đ14). The same round
 * sent twice is answered alike and counts once. On time is judged by the first sending's day on the server against the
 * school's due day; a return that was sent back may be sent again after it.
 * Answers that come along are written to the log and into what is frozen; the living ones, which nobody can change now, are brought
 * up from the log when the return is sent back (`restoreAnswers`). What stands in the way comes as `stopped`, with the operations saved. Throws not_found, forbidden.
 */
export async function submitReturn(ctx: Ctx, returnId: string, input: SubmitInput): Promise<SubmitResult> {
	demand(ctx.actor, "returns.submit");
	return inTransaction(ctx, async (ctx): Promise<SubmitResult> => {
		const loaded = await loadForWriting(ctx, returnId);
		const taken = await takeOperations(ctx, loaded, input.operations ?? []);
		const operations = taken.results;
		if (input.round <= loaded.round) return { operations, ...(await answerAgain(ctx, loaded, input.round)) };
		const ready: LoadedReturn = { ...loaded, answers: answersAfter(loaded, taken), revision: taken.revision };
		const photos = ready.photographed ? await livingPhotos(ctx, ready) : [];
		const stop = standsInTheWay(ready, photos, input.round, operations, ctx.today);
		if (stop) {
			await keepAnswers(ctx, loaded, taken);
			if (taken.changed.size > 0) await keepOpened(ctx, ready);
			return { operations, outcome: "stopped", problem: stop };
		}
		return { operations, ...(await send(ctx, ready, photos, input.deviceAt ?? null)) };
	});
}

type Sent = { outcome: "submitted" | "already"; round: number; verdict: Verdict; onTime: boolean; submittedAt: string };

async function answerAgain(ctx: Ctx, loaded: LoadedReturn, round: number): Promise<Sent> {
	const row = await ctx.db
		.selectFrom("submission")
		.select(["verdict", "on_time", "submitted_at"])
		.where("school_id", "=", loaded.schoolId)
		.where("return_id", "=", loaded.returnId)
		.where("round", "=", round)
		.executeTakeFirstOrThrow();
	const verdict = JSON.parse(row.verdict) as Verdict;
	return { outcome: "already", round, verdict, onTime: row.on_time === 1, submittedAt: row.submitted_at };
}

function standsInTheWay(
	ready: LoadedReturn,
	photos: readonly AnswerPhoto[],
	round: number,
	operations: OperationResult[],
	today: string,
): ProblemBody | null {
	const why = closedBecause(ready.state, ready.campaign, today);
	if (why) return { code: "return_closed", details: { why } };
	if (round !== ready.round + 1) return { code: "return_changed", details: { round: ready.round } };
	const recipient = { due_on: ready.dueOn, first_submitted_at: ready.firstSubmittedAt };
	if (!mayStillSubmit({ campaign: ready.campaign, recipient, today }).allowed) {
		return { code: "return_too_late", details: { dueOn: ready.dueOn } };
	}
	const unsaved = operations.filter(({ outcome }) => outcome === "conflict" || outcome === "refused").length;
	if (unsaved > 0) return { code: "answers_not_saved", details: { count: unsaved } };
	const faults = validateReturn(ready.definition, ready.answers, ready.facts, countPhotos(photos));
	return faults.some((fault) => fault.severity === "error") ? { code: "return_incomplete", details: { faults } } : null;
}

/** The answers that came along are saved, so the return is open, sent or not. */
async function keepOpened(ctx: Ctx, ready: LoadedReturn): Promise<void> {
	const state = ready.state === "sent_back" ? "sent_back" : "draft";
	await keepReturn(ctx, ready, { state, revision: ready.revision, round: ready.round });
	if (ready.state === state) return;
	await recordProgress(ctx, ready.schoolId, ready.campaignId, { state, opened_at: ctx.now });
	await moveTallies(ctx, ready, moved(ready.state, state));
}

async function send(
	ctx: Ctx,
	ready: LoadedReturn,
	photos: readonly AnswerPhoto[],
	deviceAt: string | null,
): Promise<Sent> {
	const { returnId, schoolId, campaignId, definition, facts } = ready;
	const round = ready.round + 1;
	const answers = frozen(definition, ready.answers, facts, photos);
	const verdict = judge(definition, answers, facts);
	const onTime = ready.onTime ?? isOnTime({ due_on: ready.dueOn, first_submitted_at: null }, ctx.today);
	const previous = ready.round > 0 ? await readSent(ctx, schoolId, returnId, ready.round) : null;
	const figures = figuresOf(definition, answers, facts);
	const shortcomings = shortcomingsOf(definition, answers, facts.kind);

	await keepReturn(ctx, ready, { state: "submitted", revision: ready.revision, round });
	const frozenText = JSON.stringify(answers);
	const sha256 = hash("sha256", frozenText);
	await ctx.db
		.insertInto("submission")
		.values({
			school_id: schoolId,
			return_id: returnId,
			round,
			campaign_id: campaignId,
			answers: frozenText,
			verdict: JSON.stringify(verdict),
			figures: figures === noFigures ? "{}" : JSON.stringify(figures),
			sha256,
			on_time: onTime ? 1 : 0,
			device_at: deviceAt,
			submitted_by: ctx.actor.personId,
			submitted_at: ctx.now,
		})
		.execute();
	const shown = Object.values(answers).flatMap((answer) => answer.photos ?? []);
	await freezePhotos(
		ctx,
		{ schoolId, round },
		shown.map(({ id }) => id),
	);
	const findings = await settleFindings(ctx, { schoolId, campaignId, returnId }, shortcomings, previous === null);
	await recordProgress(ctx, schoolId, campaignId, {
		state: "submitted",
		progress: 100,
		opened_at: ready.openedAt ?? ctx.now,
		first_submitted_at: ready.firstSubmittedAt ?? ctx.now,
		submitted_at: ctx.now,
		on_time: onTime ? 1 : 0,
		verdict: verdict.result,
		met: verdict.met,
		counted: verdict.counted,
		percent_tenths: verdict.percent === null ? null : Math.round(verdict.percent * 10),
		reasons: JSON.stringify(verdict.reasons),
		open_findings: shortcomings.length,
	});
	await record(ctx, {
		unitId: schoolId,
		event: "return.submitted",
		subject: `return/${returnId}`,
		before: { state: ready.state, verdict: ready.verdict },
		after: { state: "submitted", round, verdict: verdict.result, onTime, sha256 },
	});
	await moveTallies(ctx, ready, [
		...moved(ready.state, "submitted"),
		...countsOf(ready, verdict, onTime),
		{ item: "", outcome: "findings_open", by: findings.open },
		{ item: "", outcome: "findings_petition", by: findings.petitions },
		...outcomeChanges(
			previous && outcomesOf(definition, previous.answers, ready.others),
			outcomesOf(definition, answers, ready.others),
		),
		...figureChanges(definition, facts, previous?.figures ?? null, figures),
	]);
	return { outcome: "submitted", round, verdict, onTime, submittedAt: ctx.now };
}

/** From one state to another. */
export function moved(from: LoadedReturn["state"], to: LoadedReturn["state"]): TallyChange[] {
	return [
		{ item: "", outcome: from, by: -1 },
		{ item: "", outcome: to, by: 1 },
	];
}

/** The first sending says whether it was on time; each takes the place of the verdict before. */
function countsOf(ready: LoadedReturn, verdict: Verdict, onTime: boolean): TallyChange[] {
	const fresh: TallyChange = { item: "", outcome: `verdict_${verdict.result}`, by: 1 };
	if (ready.round > 0 && ready.verdict) {
		return [{ item: "", outcome: `verdict_${ready.verdict as Verdict["result"]}`, by: -1 }, fresh];
	}
	return [{ item: "", outcome: "reported", by: 1 }, { item: "", outcome: onTime ? "on_time" : "late", by: 1 }, fresh];
}

/** Criteria not met, knock-outs that happened included, with what the school will do about them. */
function shortcomingsOf(definition: Definition, answers: Answers, kind: string): Shortcoming[] {
	return verdictItems(definition).flatMap((item) => {
		const { value, note, measure } = answerOf(answers, item.code);
		if (value !== "unmet") return [];
		return {
			item: item.code,
			row: "",
			knockout: item.knockout,
			mandatory: isMandatory(item, kind),
			remark: note,
			measure,
		};
	});
}
