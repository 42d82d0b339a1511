import { addDays } from "#app/domain/days.ts";
import { newId } from "#app/domain/id.ts";
import { makeApiKey } from "#app/domain/people/api-tokens.ts";
import { type ApiRead, apiReads } from "#app/domain/people/schema.ts";
import { as, NOW, type World } from "./build.ts";

/** A key of the world's office that reads everything unless told otherwise, good for a month. */
export async function buildKey(
	world: World,
	over: { id?: string; reads?: readonly ApiRead[]; expiresOn?: string } = {},
): Promise<string> {
	return makeApiKey(as(world, world.office, "office_admin"), {
		id: over.id ?? newId(),
		name: "Power BI",
		reads: [...(over.reads ?? apiReads)],
		expiresOn: over.expiresOn ?? addDays(NOW.slice(0, 10), 30),
	});
}
