import type { Ctx } from "#app/domain/ctx.ts";
import { type AnswerPhoto, photosOf, readPhoto } from "#app/domain/evidence/photos.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRoster, rowsOf, rowTitle } from "#app/domain/forms/rows.ts";
import type { Section } from "#app/domain/forms/schema.ts";
import type { Picture } from "#app/domain/paper.ts";
import type { Slip } from "#app/domain/papers/slips.ts";
import { formatTime } from "#app/i18n/format.ts";
import { shrunkPhoto } from "../pictures/photo.ts";
import { itemName } from "./item-name.ts";
import type { SlipPhotographs } from "./slip.ts";

/** A print travels by e-mail and Zalo, which take 20 to 25 MB. */
const BYTES = 18 * 1_048_576;

/** Few are printed as they are kept; on half a line 900 px are 285 dots an inch, and of very many each gets 190. */
const SHARP = { whole: 12, fine: 120 };

/** So much of what an item asks stands in a caption. */
const NAME = 90;

/** The photographs of the sending that a print tells of, in form order, as many as it has room for; the caller has read the slip in the actor's scope. */
export async function slipPhotographs(ctx: Ctx, slip: Slip, bytes = BYTES): Promise<SlipPhotographs> {
	const photos = await photosOf(ctx, slip);
	const longest = photos.length <= SHARP.whole ? null : photos.length <= SHARP.fine ? 900 : 600;
	const sections: { heading: string; pictures: Picture[] }[] = [];
	let [room, printed] = [bytes, 0];
	for (const section of slip.definition.sections) {
		const pictures: Picture[] = [];
		for (const photo of ordered(slip, section, photos)) {
			const jpeg = room > 0 ? await bytesOf(ctx, photo, longest) : null;
			if (jpeg === null) continue;
			room -= jpeg.byteLength;
			if (room < 0) continue;
			// Their shape is all that counts: a paper draws them as large as a line lets it.
			pictures.push({ jpeg, width: photo.width, height: photo.height, caption: captionOf(slip, section, photo) });
		}
		printed += pictures.length;
		if (pictures.length > 0) sections.push({ heading: `${section.code}. ${section.title.vi}`, pictures });
	}
	return { sections, left: photos.length - printed };
}

/** Those of a section: row by row, item by item, as they were taken. */
function ordered({ answers, definition }: Slip, section: Section, photos: readonly AnswerPhoto[]): AnswerPhoto[] {
	const rows = isRoster(section)
		? (rowsOf(answers, prepare(definition).rosterCodes).get(section.roster.code) ?? [])
		: [""];
	return rows.flatMap((row) =>
		section.items.flatMap(({ code }) => photos.filter((photo) => photo.item === code && photo.row === row)),
	);
}

/** Null when it is gone from the store: the rest is worth having all the same. */
async function bytesOf(ctx: Ctx, { id }: AnswerPhoto, longest: number | null): Promise<Uint8Array | null> {
	const { bytes } = await readPhoto(ctx, id, "whole");
	const jpeg = await bytes().catch(() => null);
	return jpeg && longest !== null ? shrunkPhoto(jpeg, longest) : jpeg;
}

/** `MN-C.3 · Lan can tầng hai chắc chắn · 14:05 23/11/2026`; in rows with the name of the row. */
function captionOf({ definition, answers }: Slip, section: Section, photo: AnswerPhoto): string {
	const name = itemName(definition, photo.item);
	const short = name.length <= NAME ? name : `${name.slice(0, NAME).replace(/\s+\S*$/, "")}…`;
	const row = isRoster(section) && photo.row !== "" ? rowTitle(section, answers, photo.row) : null;
	// The device's clock where it told one, else when the picture came.
	return [photo.item, row, short, formatTime(photo.takenAt ?? photo.receivedAt)].filter(Boolean).join(" · ");
}
