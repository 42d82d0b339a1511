import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { allows, demand } from "../people/policy.ts";
import { problem } from "../problem.ts";

/** A photograph of an answer, without its bytes. Times UTC. */
export type AnswerPhoto = {
	id: string;
	item: string;
	/** "" outside rosters. */
	row: string;
	sha256: string;
	width: number;
	height: number;
	bytes: number;
	/** The device's clock; null when it did not say. */
	takenAt: string | null;
	receivedAt: string;
};

/** A return, which the caller has read in the actor's scope. */
type Of = { schoolId: string; returnId: string };

function all(ctx: Pick<Ctx, "db">, { schoolId, returnId }: Of) {
	return (
		ctx.db
			.selectFrom("answer_photo")
			.select(["id", "item", "row", "sha256", "width", "height", "bytes"])
			.select(["taken_at as takenAt", "received_at as receivedAt"])
			.where("school_id", "=", schoolId)
			.where("return_id", "=", returnId)
			// Ids tell the time at which they were made: the order in which the pictures were taken.
			.orderBy("id")
	);
}

/** The photographs that the latest sending of a return holds, in the order in which they were taken; none before the first. */
export function photosOf(ctx: Pick<Ctx, "db">, of: Of): Promise<AnswerPhoto[]> {
	return all(ctx, of)
		.where("sent_round", "=", (eb) =>
			eb
				.selectFrom("return")
				.select("return.round")
				.where("return.school_id", "=", of.schoolId)
				.where("return.id", "=", of.returnId),
		)
		.execute();
}

/** The photographs of a return as its school works on it. */
export function livingPhotos(ctx: Pick<Ctx, "db">, of: Of): Promise<AnswerPhoto[]> {
	return all(ctx, of).where("removed_at", "is", null).execute();
}

/** What the device told of a photograph, to know it again when it comes twice; whatever school has the id. */
export async function knownPhoto(ctx: Pick<Ctx, "db">, id: string) {
	return ctx.db
		.selectFrom("answer_photo")
		.select(["school_id", "return_id", "item", "row", "source_sha256", "removed_at"])
		.where("id", "=", id)
		.executeTakeFirst();
}

export type PhotoSize = "whole" | "thumb";

/**
 * The bytes of a photograph, always JPEG. A school reads its own; the office that issued the campaign and those above it read what
 * was sent. Needs `returns.inspect` or `returns.fill`. Throws `not_found` for whoever is a stranger to it.
 */
export async function readPhoto(ctx: Ctx, id: string | undefined, size: PhotoSize) {
	const office = allows(ctx.actor, "returns.inspect");
	if (!office) demand(ctx.actor, "returns.fill");
	if (!isId(id)) throw problem("not_found", {});
	const photo = ctx.db
		.selectFrom("answer_photo as photo")
		.select(["photo.key", "photo.sha256"])
		.where("photo.id", "=", id);
	const row = await (office
		? photo
				.innerJoin("recipient", (join) =>
					join
						.onRef("recipient.school_id", "=", "photo.school_id")
						.onRef("recipient.return_id", "=", "photo.return_id"),
				)
				.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
				.innerJoin("unit as office", "office.id", "campaign.office_id")
				.where("photo.sent_round", "is not", null)
				.where(pathBelow("office.path", ctx.actor.unitPath))
		: photo
				.where("photo.school_id", "=", ctx.actor.unitId)
				.where((eb) => eb.or([eb("photo.removed_at", "is", null), eb("photo.sent_round", "is not", null)]))
	).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { sha256: row.sha256, bytes: () => ctx.files.get(photoKey(row.key, size)) };
}

/** Where the bytes lie in the file store. */
export function photoKey(key: string, size: PhotoSize): string {
	return size === "thumb" ? `${key}-thumb` : key;
}
