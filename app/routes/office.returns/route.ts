import { listReturns, returnFilters } from "#app/domain/returns/office-queries.ts";
import { returnSearch } from "#app/domain/returns/schema.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Returns over all campaigns; without filters those that wait, the oldest first. */
export const loader = page("returns.inspect", async ({ ctx, url }) => {
	const search = returnSearch.parse(Object.fromEntries(url.searchParams));
	return { search, today: ctx.today, ...(await listReturns(ctx, search)), filters: await returnFilters(ctx) };
});
