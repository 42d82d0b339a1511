import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";
import { readDifference } from "#app/domain/templates/publish-queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** What differs between two versions of a template, `from` and `to`. */
export const loader = page("templates.read", async ({ ctx, params, url }) => {
	const [from, to] = [url.searchParams.get("from") ?? undefined, url.searchParams.get("to") ?? undefined];
	if (!isId(params.templateId) || !isId(from) || !isId(to)) throw problem("not_found", {});
	const { old, fresh, difference, clauses } = await readDifference(ctx, from, to);
	if (fresh.templateId !== params.templateId || old.templateId !== fresh.templateId) throw problem("not_found", {});
	return {
		templateId: fresh.templateId,
		title: fresh.title,
		numbers: [old.number, fresh.number] as const,
		difference,
		clauses,
	};
});
