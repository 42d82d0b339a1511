import { z } from "zod";
import type { FaultDetail } from "../forms/fault.ts";
import type { Answer } from "../forms/schema.ts";
import type { Verdict } from "../forms/verdict-schema.ts";
import { isId } from "../id.ts";
import type { ProblemBody } from "../problem.ts";

const id = z.string().refine(isId);

/**
 * One answer given on a device. The shape alone: what the answer says is judged one by one, so that a note of 100,000 characters
 * is refused without the answers beside it.
 */
export type Operation = {
	/** Made by the device: the same operation may arrive any number of times and counts once. */
	id: string;
	item: string;
	/** Stable id of the roster row; "" outside rosters. */
	row: string;
	/** `AnswerValue`, once it was judged. */
	value: unknown;
	note: string;
	/** `Measure` or null, once it was judged. */
	measure: unknown;
	/** Revision of the answer that the person saw when changing it; 0 when there was none. */
	base: number;
	/** The device's clock, UTC. Told, never trusted. */
	at: string;
};

/** By hand, because a whole return brings a hundred at once and this costs a tenth of an object schema. */
const operation = z.custom<Operation>((given) => {
	if (typeof given !== "object" || given === null) return false;
	const { id, item, row, note, base, at } = given as Partial<Record<keyof Operation, unknown>>;
	return (
		typeof id === "string" &&
		isId(id) &&
		isShort(item) &&
		isShort(row) &&
		typeof note === "string" &&
		Number.isInteger(base) &&
		(base as number) >= 0 &&
		isShort(at)
	);
});

function isShort(given: unknown): boolean {
	return typeof given === "string" && given.length <= 100;
}

/** What the autosave of the fill page posts to `/sync`, and a device that sends a whole return at once. */
export const batch = z.object({
	returnId: id,
	operations: z.array(operation).max(2000),
	submit: z
		.object({
			/** Which sending this is, from 1: a second click sends the same one. */
			round: z.number().int().min(1),
			deviceAt: z.iso.datetime().nullable().default(null),
		})
		.optional(),
});
export type Batch = z.infer<typeof batch>;

/** Why an answer was not taken. `part` is the field it concerns. */
export type OperationFault =
	| { code: "unknown_item" }
	/** The return moved to a version that no longer asks it: the answer is kept among those of the old version. */
	| { code: "item_gone" }
	| { code: "unknown_row" }
	/** The same id came before with other content. */
	| { code: "id_reused" }
	/** Sent back for other items only. */
	| { code: "not_marked" }
	| { code: "return_closed"; why: ClosedBecause }
	| (FaultDetail & { part: AnswerPart });

export type AnswerPart = "value" | "note" | "what" | "who" | "due" | "request";

/** Why a return takes no answers now. */
export type ClosedBecause = "submitted" | "accepted" | "campaign_closed" | "not_open_yet";

/** An answer as it is kept. */
export type StoredAnswer = Answer & {
	/** Revision of the return at which it was last changed. */
	revision: number;
	answeredAt: string;
};

/** What became of one operation. `revision` is the base of the next change of this answer. */
export type OperationResult = { id: string; item: string; row: string; revision: number } & (
	| { outcome: "applied" | "already" }
	/** Another device answered since: nothing was changed, the person chooses. */
	| { outcome: "conflict"; current: StoredAnswer }
	| { outcome: "refused"; fault: OperationFault }
);

/** What could be put into a return that nobody has answered yet; `from` the last round, null from the school's record. */
export type PrefillOffer = { rows: number; answers: number; from: { title: string; submittedAt: string } | null };

export type SaveResult = { operations: OperationResult[]; revision: number; progress: number };

export type SubmitResult = { operations: OperationResult[] } & (
	| { outcome: "submitted" | "already"; round: number; verdict: Verdict; onTime: boolean; submittedAt: string }
	/** What stands in the way; the operations that were applied stay saved. */
	| { outcome: "stopped"; problem: ProblemBody }
);

/** Where a photograph belongs, as the device tells it. */
export const photoPlace = z.object({
	/** Made by the device: the same photograph may arrive any number of times and counts once. */
	id,
	item: z.string().min(1).max(100),
	row: z.string().max(100).default(""),
	/** The device's clock, UTC. Told, never trusted. */
	takenAt: z.iso.datetime().nullable().default(null),
});
export type PhotoPlace = z.infer<typeof photoPlace>;

/** A photograph is refused above this, before anybody looks into it. */
export const PHOTO_LIMIT = 20 * 1_048_576;

const LONGEST_REASON = 2000;

export const review = z.object({
	round: z.number().int().min(1),
	decision: z.enum(["accepted", "sent_back"]),
	remark: z.string().max(4000),
	items: z
		.array(
			z.object({
				item: z.string().max(100),
				row: z.string().max(100).default(""),
				reason: z.string().max(LONGEST_REASON),
			}),
		)
		.max(2000),
});
export type ReviewInput = z.infer<typeof review>;

/** An item that was sent back, and why. */
export type MarkedItem = { item: string; row: string; reason: string };

const states = ["not_started", "draft", "submitted", "sent_back", "accepted", "all"] as const;

/** The filters of the office's list as they stand in the URL; rubbish filters nothing. Waiting for review unless told otherwise. */
export const returnSearch = z.object({
	q: z.string().max(200).catch(""),
	state: z.enum(states).catch("submitted"),
	campaign: id.or(z.literal("")).catch(""),
	verdict: z.enum(["met", "not_met", "provisional", "none", ""]).catch(""),
	commune: id.or(z.literal("")).catch(""),
	kind: z.string().max(20).catch(""),
	/** Cursor of keyset paging. */
	after: z.string().max(400).catch(""),
});
export type ReturnSearch = z.infer<typeof returnSearch>;
