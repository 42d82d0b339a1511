import { isId } from "#app/domain/id.ts";
import { searchBank } from "#app/domain/templates/bank.ts";
import { page } from "#app/platform/door.ts";

/** Items of the library for the builder's bank, a page at a time. */
export const loader = page("templates.write", async ({ ctx, url }) => {
	const asked = (name: string) => url.searchParams.get(name) ?? undefined;
	const not = asked("not");
	return Response.json(
		await searchBank(ctx, {
			q: (asked("q") ?? "").slice(0, 200),
			after: asked("after")?.slice(0, 100),
			not: not && isId(not) ? not : undefined,
		}),
	);
});
