import { jsonSchema } from "#app/domain/interchange/json.ts";
import { page } from "#app/platform/door.ts";

/** Worked out at the first request: it is the same until the next release, and anybody may ask for it. */
let schema: string | undefined;

/** The JSON Schema of forms as files: public, the same for everybody, kept by caches and asked about by its mark. */
export const loader = page("anyone", async () => {
	schema ??= `${JSON.stringify(jsonSchema(), null, "\t")}\n`;
	return new Response(schema, {
		headers: {
			"Content-Type": "application/schema+json",
			"Cache-Control": "public, max-age=3600",
			"Access-Control-Allow-Origin": "*",
		},
	});
});
