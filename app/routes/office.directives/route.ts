import { listDirectives } from "#app/domain/directives/queries.ts";
import { allows } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The register of letters. */
export const loader = page("directives.read", async ({ ctx, url }) => {
	const q = (url.searchParams.get("q") ?? "").slice(0, 200);
	const after = url.searchParams.get("after") ?? undefined;
	return {
		...(await listDirectives(ctx, { q, after })),
		q,
		today: ctx.today,
		mayWrite: allows(ctx.actor, "directives.write"),
	};
});
