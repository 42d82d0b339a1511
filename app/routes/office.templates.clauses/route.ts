import { isId } from "#app/domain/id.ts";
import { searchClauses } from "#app/domain/templates/clause-bank.ts";
import { page } from "#app/platform/door.ts";

/** Clauses of the codes in the library for the builder, a page at a time. */
export const loader = page("templates.write", async ({ ctx, url }) => {
	const asked = (name: string) => url.searchParams.get(name) ?? undefined;
	const not = asked("not");
	return searchClauses(ctx, {
		q: (asked("q") ?? "").slice(0, 200),
		after: asked("after")?.slice(0, 100),
		not: not && isId(not) ? not : undefined,
	});
});
