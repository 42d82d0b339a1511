/** A repeatable source of chance: the same key gives the same numbers on every machine, so that two seedings agree. */
export type Random = {
	/** 0 ≤ x < 1. */
	next(): number;
	/** A whole number from `min` to `max`, both included. */
	whole(min: number, max: number): number;
	chance(probability: number): boolean;
	/** One of the list, which must not be empty. */
	pick<T>(list: readonly T[]): T;
	/** A new list with the same members in another order. */
	shuffle<T>(list: readonly T[]): T[];
	/** Resolves `{a|b|c}` to one of its parts, each brace on its own. */
	vary(text: string): string;
};

/** A generator (mulberry32) started from a key such as `closed/36365001`. */
export function randomFrom(key: string): Random {
	let state = hash(key);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
	const pick = <T>(list: readonly T[]): T => {
		if (list.length === 0) throw new Error("nothing to pick from");
		return list[whole(0, list.length - 1)] as T;
	};
	return {
		next,
		whole,
		chance: (probability) => next() < probability,
		pick,
		shuffle(list) {
			const weighed = list.map((value) => ({ value, at: next() }));
			return weighed.sort((a, b) => a.at - b.at).map(({ value }) => value);
		},
		vary: (text) => text.replace(/\{([^{}]*)\}/g, (_, parts: string) => pick(parts.split("|"))),
	};
}

/** FNV-1a, 32 bits. */
function hash(key: string): number {
	let h = 0x811c9dc5;
	for (let at = 0; at < key.length; at += 1) h = Math.imul(h ^ key.charCodeAt(at), 0x01000193);
	return h >>> 0;
}
