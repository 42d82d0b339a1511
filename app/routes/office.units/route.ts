import { allows } from "#app/domain/people/policy.ts";
import { communes, listSchools, managers, unitTree } from "#app/domain/units/queries.ts";
import { schoolSearch } from "#app/domain/units/schema.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The tree one level down, and the schools that fit the URL's filters. */
export const loader = page("units.read", async ({ ctx, url }) => {
	const search = schoolSearch.parse(Object.fromEntries(url.searchParams));
	const [list, tree, places, keepers] = await Promise.all([
		listSchools(ctx, search),
		unitTree(ctx),
		communes(ctx),
		managers(ctx),
	]);
	return { ...list, tree, search, communes: places, managers: keepers, mayWrite: allows(ctx.actor, "units.write") };
});
