import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";

/** What an item asks, without its full stop: it stands inside sentences. */
export function itemName(definition: Definition, code: string): string {
	return (prepare(definition).itemByCode.get(code)?.text.vi ?? code).trim().replace(/\.$/, "");
}
