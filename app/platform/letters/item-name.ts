import type { Definition } from "#app/domain/forms/schema.ts";

/** What an item asks, without its full stop: it stands inside sentences. */
export function itemName(definition: Definition, code: string): string {
	const item = definition.sections.flatMap(({ items }) => items).find((one) => one.code === code);
	return (item?.text.vi ?? code).trim().replace(/\.$/, "");
}
