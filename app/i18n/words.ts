import type { Locale } from "#app/domain/ctx.ts";

/** The same keys with the same parameters, the sentences free: English that lacks a key does not compile. */
type SameKeys<V> = {
	[K in keyof V]: V[K] extends (...args: infer A) => string
		? (...args: A) => string
		: V[K] extends string
			? string
			: SameKeys<V[K]>;
};

/** The words of one area. Vietnamese is the source; a sentence with parts that vary is a function of them. */
export function words<const V>(vi: V, en: SameKeys<V>): Record<Locale, SameKeys<V>> {
	return { vi: vi as SameKeys<V>, en };
}

/** English plural: `plural(2, "school")` is `2 schools`. Vietnamese needs none. */
export function plural(n: number, one: string, many = `${one}s`): string {
	return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}
