import { readConductVersion } from "#app/domain/conduct/queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A version as people read it, with what it changes. */
export const loader = page("conduct.adapt", async ({ ctx, params }) => {
	const { content: _, groupsWanted: _wanted, ...version } = await readConductVersion(ctx, params.versionId);
	return { version };
});
