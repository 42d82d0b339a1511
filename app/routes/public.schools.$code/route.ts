import { readPublicSchool } from "#app/domain/conduct/public-queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** No script: the page is for a phone at the school gate. */
export const handle = { plain: true };

/** The same for everybody: five minutes from any cache, then asked about by its mark (`platform/etag.ts`). */
export const headers = () => ({ "Cache-Control": "public, max-age=300" });

/** The code in force of a school, for anybody. A school without one says so; a code of no school is not found. */
export const loader = page("anyone", async ({ ctx, params }) => readPublicSchool(ctx, params.code ?? ""));
