import { jsonSchema } from "#app/domain/interchange/json.ts";
import { page } from "#app/platform/door.ts";

/** The JSON Schema of forms as files: public, the same for everybody, kept by caches and asked about by its mark. */
export const loader = page(
	"anyone",
	async () =>
		new Response(`${JSON.stringify(jsonSchema(), null, "\t")}\n`, {
			headers: {
				"Content-Type": "application/schema+json",
				"Cache-Control": "public, max-age=3600",
				"Access-Control-Allow-Origin": "*",
			},
		}),
);
