import { readSigned } from "#app/domain/conduct/own-queries.ts";
import { ownGroup } from "#app/domain/conduct/rules.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** A signature of one's own with the text it was given for; what somebody else signed is not found. */
export const loader = page("signed_in", async ({ ctx, params, url }) => ({
	signed: await readSigned(ctx, { schoolId: params.schoolId, versionId: params.versionId }),
	first: ownGroup(ctx.actor.role),
	done: url.searchParams.has("done"),
}));
