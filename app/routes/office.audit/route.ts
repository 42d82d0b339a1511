import { listEvents } from "#app/domain/audit/queries.ts";
import { eventFilters } from "#app/domain/audit/schema.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Who did what below the office, with filters in the URL. */
export const loader = page("audit.read", async ({ ctx, url }) => {
	const filters = eventFilters.parse(Object.fromEntries(url.searchParams));
	return { filters, ...(await listEvents(ctx, filters)) };
});
