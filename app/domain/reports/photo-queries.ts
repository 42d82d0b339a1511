/** Every photograph of a campaign as it was last sent, for files. Shows single answers, so it needs `returns.inspect`. */
import { sql } from "kysely";
import { textsIn } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { type DataFilter, readSent, type SentReturn, type SentText, sent, sentTexts } from "./data-queries.ts";

/** How many photographs an archive will have. The caller has read the campaign in the actor's scope. */
export async function countSentPhotos(ctx: Ctx, campaignId: string, filter: DataFilter): Promise<number> {
	const { n } = await sent(ctx, campaignId, filter)
		.innerJoin("return", (join) =>
			join.onRef("return.school_id", "=", "recipient.school_id").onRef("return.id", "=", "recipient.return_id"),
		)
		.innerJoin("answer_photo", (join) =>
			join
				.onRef("answer_photo.school_id", "=", "return.school_id")
				.onRef("answer_photo.return_id", "=", "return.id")
				.onRef("answer_photo.sent_round", "=", "return.round"),
		)
		.select((eb) => eb.fn.countAll<number>().as("n"))
		.executeTakeFirstOrThrow();
	return Number(n);
}

export type ArchivedPhoto = Awaited<ReturnType<typeof photosOfPortion>>[number];

/** Returns with photographs, in portions, and those of each in the order in which they were taken. */
export async function* sentPhotos(
	ctx: Ctx,
	campaignId: string,
	filter: DataFilter,
): AsyncGenerator<{ of: SentReturn; photos: ArchivedPhoto[] }> {
	for await (const portion of sentTexts(ctx, campaignId, filter)) {
		const photos = await photosOfPortion(ctx, portion);
		for (const one of portion) {
			const own = photos.filter((photo) => photo.return_id === one.return_id);
			// Answers name the rows of rosters: those of returns without photographs need not be read.
			if (own.length > 0) yield { of: readSent(one), photos: own };
		}
	}
}

function photosOfPortion(ctx: Ctx, portion: readonly SentText[]) {
	const schoolIds = textsIn(
		ctx.engine,
		portion.map(({ school_id }) => school_id),
	);
	const returnIds = textsIn(
		ctx.engine,
		portion.map(({ return_id }) => return_id),
	);
	return ctx.db
		.selectFrom("answer_photo")
		.innerJoin("return", (join) =>
			join
				.onRef("return.school_id", "=", "answer_photo.school_id")
				.onRef("return.id", "=", "answer_photo.return_id")
				.onRef("return.round", "=", "answer_photo.sent_round"),
		)
		.select(["answer_photo.id", "answer_photo.return_id", "item", "row", "key", "sha256", "width", "height", "bytes"])
		.select(["taken_at", "received_at"])
		.where(sql<boolean>`answer_photo.school_id in ${schoolIds}`)
		.where(sql<boolean>`answer_photo.return_id in ${returnIds}`)
		.orderBy("answer_photo.id")
		.execute();
}
