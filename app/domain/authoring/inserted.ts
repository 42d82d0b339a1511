/** The list with the value put behind the one of that code; null: first; when it is not there: last. */
export function insertedAfter<T extends { code: string }>(list: readonly T[], after: string | null, value: T): T[] {
	const at = after === null ? 0 : list.findIndex(({ code }) => code === after) + 1 || list.length;
	return [...list.slice(0, at), value, ...list.slice(at)];
}
