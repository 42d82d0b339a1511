/** Photographs that show an answer: how many an item takes, and how many it has. */
import { answerKey } from "./answers.ts";
import type { Definition, Item } from "./schema.ts";

/** Of a criterion, unless its item says otherwise. Other items take none by themselves. */
const PHOTOS_OF_A_CRITERION = 5;

/** How many photographs an answer to the item may have in one row. What demands one takes one. */
export function photosAllowed(item: Item, definition: Pick<Definition, "failure">): number {
	if (item.type === "computed") return 0;
	if (item.type !== "verdict") return item.photos ?? 0;
	const demanded = (item.failure ?? definition.failure).photo ? 1 : 0;
	return Math.max(item.photos ?? PHOTOS_OF_A_CRITERION, demanded);
}

/** How many photographs there are, by `answerKey`; answers without any have no entry. */
export type PhotoCounts = ReadonlyMap<string, number>;

export function countPhotos(photos: readonly { item: string; row: string }[]): PhotoCounts {
	const counts = new Map<string, number>();
	for (const { item, row } of photos) {
		const key = answerKey(item, row);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}
