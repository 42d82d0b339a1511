import { allows } from "#app/domain/people/policy.ts";
import { listTemplates } from "#app/domain/templates/queries.ts";
import { isInForce } from "#app/domain/templates/rules.ts";
import { hasNews, listShared } from "#app/domain/templates/sharing-queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The library: what the office can issue. */
export const loader = page("templates.read", async ({ ctx }) => {
	const lines = await listTemplates(ctx);
	const shared = await listShared(ctx);
	return {
		today: ctx.today,
		may: { write: allows(ctx.actor, "templates.write") },
		shared: { all: shared.length, news: shared.filter(hasNews).length },
		templates: lines.map(({ version: { definition, conduct: _code, legalBasis: _, ...version }, ...line }) => ({
			...line,
			version,
			rule: definition.rule,
			knockouts: definition.sections.some(({ items }) =>
				items.some((item) => item.type === "verdict" && item.knockout),
			),
			inForce: isInForce(version, ctx.today),
		})),
	};
});
