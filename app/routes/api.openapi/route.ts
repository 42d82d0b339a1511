import { openApiDocument } from "#app/platform/api/document.ts";
import { page } from "#app/platform/door.ts";

/** The OpenAPI document of `/api/v1`: for anybody, since it tells of no office. */
export const loader = page("anyone", async ({ url }) =>
	Response.json(openApiDocument(url.origin), { headers: { "Cache-Control": "public, max-age=300" } }),
);
