import type { Locale } from "#app/domain/ctx.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { textOf } from "#app/i18n/returns.ts";

/** What an item is called where it is chosen: its question, its code while it has none. */
export function itemName(item: Item, locale: Locale): string {
	return textOf(item.text, locale).trim() || item.text.vi.trim() || item.code;
}
