import { answerKey } from "#app/domain/forms/answers.ts";

type Known<T> = {
	/** The text four bytes at a time, what is left over one by one. */
	words: Int32Array;
	rest: Uint8Array;
	length: number;
	made: T;
};

/** An item's place in the text of a sending, with what its entries come to in a file. All text as UTF-8. */
export type Place<T> = {
	/** `"A.1":`, as `JSON.stringify` writes it. */
	open: Uint8Array;
	/** Entries seen before, as they stand in the text, with `open` before them. */
	known: Known<T>[];
	/** What an entry comes to; `again` when the same text always comes to the same and is worth remembering. */
	make(found: unknown): { made: T; again: boolean };
};

/** Entries remembered for one item: each is compared with the text one after the other. */
const REMEMBERED = 8;

export function placeOf<T>(item: string, make: Place<T>["make"]): Place<T> {
	return { open: Buffer.from(`${JSON.stringify(answerKey(item))}:`), known: [], make };
}

/**
 * Goes through a sending in the order of the form: `take` gets what each item comes to, null where it has no entry. Most entries
 * read like ones before them and are recognised instead of parsed, at a tenth of the price. False when the text is in another order,
 * written by other hands or has rows of rosters: what was taken is then to be forgotten and the sending parsed whole.
 */
export function walk<T>(text: Buffer, places: readonly Place<T>[], take: (made: T | null) => void): boolean {
	const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
	let at = 1;
	for (const place of places) {
		const known = knownAt(view, at, place);
		if (known) {
			take(known.made);
			at += known.length + 1;
		} else if (startsAt(text, at, place.open)) {
			const from = at + place.open.length;
			const end = endOfObject(text, from);
			if (end === -1) return false;
			const { made, again } = place.make(JSON.parse(text.toString("utf8", from, end)));
			if (again && place.known.length < REMEMBERED) place.known.push(knownOf(text.subarray(at, end), made));
			take(made);
			at = end + 1;
		} else take(null);
	}
	// Behind each entry stands a comma, behind the last the end.
	return at === (text.length === 2 ? 1 : text.length);
}

function knownOf<T>(text: Uint8Array, made: T): Known<T> {
	const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
	const words = Int32Array.from({ length: text.length >> 2 }, (_, at) => view.getInt32(at * 4));
	// Copied: it would hold on to the whole text.
	return { words, rest: text.slice(words.length * 4), length: text.length, made };
}

/** Written out, by words: some dozen of them are compared sooner than any call into the engine returns. */
function knownAt<T>(text: DataView, at: number, { known }: Place<T>): Known<T> | null {
	const room = text.byteLength - at;
	next: for (const one of known) {
		if (one.length > room) continue;
		const { words, rest } = one;
		for (let i = 0; i < words.length; i++) if (text.getInt32(at + i * 4) !== words[i]) continue next;
		const from = at + words.length * 4;
		for (let i = 0; i < rest.length; i++) if (text.getUint8(from + i) !== rest[i]) continue next;
		return one;
	}
	return null;
}

function startsAt(text: Uint8Array, at: number, wanted: Uint8Array): boolean {
	for (let i = 0; i < wanted.length; i++) if (text[at + i] !== wanted[i]) return false;
	return true;
}

/** Index behind the object that begins at `from`; -1 when none does. No byte of a longer character looks like one of these signs. */
function endOfObject(text: Uint8Array, from: number): number {
	if (text[from] !== OPEN) return -1;
	let depth = 0;
	let quoted = false;
	for (let at = from; at < text.length; at++) {
		const byte = text[at];
		if (byte === BACKSLASH) at += 1;
		else if (byte === QUOTE) quoted = !quoted;
		else if (quoted) continue;
		else if (byte === OPEN) depth += 1;
		else if (byte === CLOSE && --depth === 0) return at + 1;
	}
	return -1;
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
