import type { RecipientState } from "#db/tables/campaigns.ts";
import { type CampaignPhase, campaignPhase } from "../campaigns/rules.ts";
import type { Ctx } from "../ctx.ts";
import { type AnswerPhoto, livingPhotos, photosOf } from "../evidence/photos.ts";
import type { Words } from "../forms/expression-schema.ts";
import { figuresOf, type Jump, jumpsBetween, readFigures } from "../forms/figures.ts";
import type { Answers } from "../forms/schema.ts";
import type { Verdict, VerdictResult } from "../forms/verdict-schema.ts";
import { allows, demand } from "../people/policy.ts";
import { type LoadedReturn, loadReturn, readReview } from "./load.ts";
import { type AsideAnswer, readAside } from "./move-queries.ts";
import { offerOf, readLastRound } from "./prefill.ts";
import { changeableItems, closedBecause } from "./rules.ts";
import type { ClosedBecause, MarkedItem, PrefillOffer } from "./schema.ts";

/** One return on the school's own page. Days `2026-11-23`, times UTC. */
export type OwnReturn = {
	returnId: string;
	title: string;
	template: Words;
	state: RecipientState;
	phase: CampaignPhase;
	opensOn: string;
	dueOn: string;
	/** Why the due day is another than the campaign's; "" when it is not. */
	extensionReason: string;
	progress: number;
	submittedAt: string | null;
	onTime: boolean | null;
	verdict: VerdictResult | null;
	openFindings: number;
	/** What the office said when it sent the return back. */
	sentBack: { remark: string; items: number } | null;
};

/** Everything the school was asked for, the most urgent first. Needs `school.read`. */
export async function listOwnReturns(ctx: Ctx): Promise<OwnReturn[]> {
	demand(ctx.actor, "school.read");
	const rows = await ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.innerJoin("template_version", "template_version.id", "campaign.version_id")
		.innerJoin("template", "template.id", "template_version.template_id")
		.leftJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		.leftJoin("review", (join) =>
			join
				.onRef("review.school_id", "=", "return.school_id")
				.onRef("review.return_id", "=", "return.id")
				.onRef("review.round", "=", "return.round"),
		)
		.select([
			"recipient.return_id",
			"recipient.state",
			"recipient.due_on",
			"recipient.extension_reason",
			"recipient.progress",
			"recipient.submitted_at",
			"recipient.on_time",
			"recipient.verdict",
			"recipient.open_findings",
			"campaign.title",
			"campaign.state as campaign_state",
			"campaign.opens_on",
			"campaign.late",
			"template.title as template",
			"review.remark",
			"review.items",
		])
		.where("recipient.school_id", "=", ctx.actor.unitId)
		.where("campaign.state", "<>", "draft")
		.orderBy("recipient.due_on")
		.orderBy("recipient.return_id")
		.execute();
	return rows.map((row) => ({
		returnId: row.return_id,
		title: row.title,
		template: JSON.parse(row.template) as Words,
		state: row.state,
		phase: campaignPhase({ ...row, state: row.campaign_state }, ctx.today),
		opensOn: row.opens_on,
		dueOn: row.due_on,
		extensionReason: row.extension_reason,
		progress: row.progress,
		submittedAt: row.submitted_at,
		onTime: row.on_time === null ? null : row.on_time === 1,
		verdict: row.verdict as VerdictResult | null,
		openFindings: row.open_findings,
		sentBack:
			row.state === "sent_back"
				? { remark: row.remark ?? "", items: row.items ? (JSON.parse(row.items) as MarkedItem[]).length : 0 }
				: null,
	}));
}

/** A return as its school works on it. */
export type ReturnPage = Omit<LoadedReturn, "others"> & {
	/** Answers that did not go along when the return moved to the version it is on. */
	aside: AsideAnswer[];
	title: string;
	instruction: string;
	file: { id: string; name: string; bytes: number } | null;
	template: { title: Words; number: number; checkedAt: string | null };
	extensionReason: string;
	phase: CampaignPhase;
	/** Why nothing can be changed now; null while it can. */
	closed: ClosedBecause | null;
	maySend: boolean;
	/** What the office said of the latest round. */
	review: Awaited<ReturnType<typeof readReview>>;
	/** Keys of the answers that may be changed while a return is sent back; null when all. */
	changeable: string[] | null;
	/** The latest sending. */
	submission: { answers: Answers; verdict: Verdict; submittedAt: string; onTime: boolean } | null;
	/** What could be put into it, while nobody has answered. */
	prefill: PrefillOffer | null;
	/** Watched figures that are far from the last round's, while the return can be sent. */
	jumps: Jump[];
	lastRound: { title: string; submittedAt: string } | null;
	/** As the school works on them; once it was sent, those that were sent. */
	photos: AnswerPhoto[];
};

/** A return of the actor's school with its form, answers and reviews. Needs `returns.fill`. Throws not_found. */
export async function readOwnReturn(ctx: Ctx, returnId: string): Promise<ReturnPage> {
	demand(ctx.actor, "returns.fill");
	const { others, ...loaded } = await loadReturn(ctx, returnId);
	const about = await ctx.db
		.selectFrom("campaign")
		.innerJoin("recipient", "recipient.campaign_id", "campaign.id")
		.innerJoin("template_version", (join) => join.on("template_version.id", "=", loaded.versionId))
		.innerJoin("template", "template.id", "template_version.template_id")
		.leftJoin("file", "file.id", "campaign.file_id")
		.select([
			"campaign.title",
			"campaign.instruction",
			"campaign.file_id",
			"file.name",
			"file.bytes",
			"template.title as template",
			"template_version.number",
			"template_version.checked_at",
			"recipient.extension_reason",
		])
		.where("campaign.id", "=", loaded.campaignId)
		.where("recipient.school_id", "=", loaded.schoolId)
		.executeTakeFirstOrThrow();
	const submission = loaded.round > 0 ? await readSubmission(ctx, loaded.schoolId, returnId, loaded.round) : null;
	const review = loaded.round > 0 ? await readReview(ctx, loaded.schoolId, returnId, loaded.round) : null;
	const { definition, facts, answers } = loaded;
	const changeable =
		loaded.state === "sent_back" && review && submission
			? changeableItems(definition, facts, review.items, submission.answers, answers)
			: null;
	const closed = closedBecause(loaded.state, loaded.campaign, ctx.today);
	const last = closed === null ? await readLastRound(ctx, loaded) : null;
	return {
		...loaded,
		aside: others.length > 0 ? await readAside(ctx, loaded.schoolId, returnId) : [],
		title: about.title,
		instruction: about.instruction,
		file: about.file_id === null ? null : { id: about.file_id, name: about.name ?? "", bytes: about.bytes ?? 0 },
		template: { title: JSON.parse(about.template) as Words, number: about.number, checkedAt: about.checked_at },
		extensionReason: about.extension_reason,
		phase: campaignPhase({ ...loaded.campaign, due_on: loaded.dueOn }, ctx.today),
		closed,
		maySend: allows(ctx.actor, "returns.submit"),
		review,
		changeable: changeable && [...changeable],
		submission,
		prefill: offerOf(loaded, last, ctx.today),
		jumps: last ? jumpsBetween(definition, last.figures, figuresOf(definition, answers, facts)) : [],
		lastRound: last && { title: last.title, submittedAt: last.submittedAt },
		photos: await photosFor(ctx, loaded),
	};
}

function photosFor(ctx: Ctx, loaded: Omit<LoadedReturn, "others">): Promise<AnswerPhoto[]> | AnswerPhoto[] {
	if (!loaded.photographed) return [];
	const sent = loaded.state === "submitted" || loaded.state === "accepted";
	return sent ? photosOf(ctx, loaded) : livingPhotos(ctx, loaded);
}

/** A round as it was sent. */
export async function readSubmission(ctx: Pick<Ctx, "db">, schoolId: string, returnId: string, round: number) {
	const row = await ctx.db
		.selectFrom("submission")
		.leftJoin("person", "person.id", "submission.submitted_by")
		.select(["answers", "verdict", "figures", "submitted_at", "on_time", "person.name"])
		.where("school_id", "=", schoolId)
		.where("return_id", "=", returnId)
		.where("round", "=", round)
		.executeTakeFirstOrThrow();
	return {
		answers: JSON.parse(row.answers) as Answers,
		verdict: JSON.parse(row.verdict) as Verdict,
		figures: readFigures(row.figures),
		submittedAt: row.submitted_at,
		submittedBy: row.name ?? "",
		onTime: row.on_time === 1,
	};
}
