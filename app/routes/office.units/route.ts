import { allows } from "#app/domain/people/policy.ts";
import { listSchools } from "#app/domain/units/queries.ts";
import { type SchoolSearch, schoolSearch } from "#app/domain/units/schema.ts";
import { type PlaceChoices, placeChoices, unitTree } from "#app/domain/units/tree.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The tree one level down, and the schools that fit the URL's filters. */
export const loader = page("units.read", async ({ ctx, url }) => {
	const asked = schoolSearch.parse(Object.fromEntries(url.searchParams));
	const places = await placeChoices(ctx, asked.under);
	const search = { ...asked, commune: lies(places, asked) ? asked.commune : null };
	const [list, tree] = await Promise.all([listSchools(ctx, search), unitTree(ctx)]);
	return { ...list, tree, search, ...places, mayWrite: allows(ctx.actor, "units.write") };
});

/** Choosing another district leaves the commune of the one before in the form. */
function lies({ communes }: PlaceChoices, { under, commune }: SchoolSearch): boolean {
	return under === null || !communes || communes.some(({ id }) => id === commune);
}
