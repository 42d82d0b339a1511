import { readPublicSchool } from "#app/domain/conduct/public-queries.ts";
import { readPublicResults } from "#app/domain/returns/public-results.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** No script: the page is for a phone at the school gate. */
export const handle = { plain: true };

/** The same for everybody: five minutes from any cache, then asked about by its mark (`platform/etag.ts`). */
export const headers = () => ({ "Cache-Control": "public, max-age=300" });

/** The code in force of a school and the results it made public, for anybody. A code of no school is not found. */
export const loader = page("anyone", async ({ ctx, params }) => ({
	...(await readPublicSchool(ctx, params.code ?? "")),
	results: await readPublicResults(ctx, params.code ?? ""),
}));
