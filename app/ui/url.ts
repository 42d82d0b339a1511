/** Cursors of keyset paging: a change of filter starts the list again. */
const cursors = ["after", "before"];

/** The same page with one parameter set (removed when empty), back at the start of its list. */
export function withParam(
	{ pathname, search }: { pathname: string; search: string },
	name: string,
	value: string,
): string {
	const params = new URLSearchParams(search);
	for (const cursor of cursors) params.delete(cursor);
	if (value === "") params.delete(name);
	else params.set(name, value);
	const query = params.toString();
	return query ? `${pathname}?${query}` : pathname;
}
