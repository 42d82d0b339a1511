import { listFindings } from "#app/domain/reports/finding-queries.ts";
import { measureCounts } from "#app/domain/reports/overview-queries.ts";
import { findingSearch } from "#app/domain/reports/schema.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Every open finding of the office by due day: the list behind the picture of measures. */
export const loader = page("returns.inspect", async ({ ctx, url }) => {
	const asked = (name: string) => url.searchParams.get(name) ?? "";
	const search = findingSearch.parse({
		due: asked("due"),
		superior: asked("superior"),
		campaign: asked("campaign"),
		after: asked("after"),
	});
	return { search, today: ctx.today, counts: await measureCounts(ctx), ...(await listFindings(ctx, search)) };
});
