/** What the office draws from returns beside verdicts: columns of figures, lights, lists. */
import { z } from "zod";
import { expression, itemCode, words } from "./expression-schema.ts";

const code = z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u);

/** A column of the office's roll-up: what one return contributes, and how totals are made of it. */
export const figure = z.object({
	/** Unique among figures; not an item's code. */
	code: code,
	label: words,
	unit: words.optional(),
	/** Heading over several columns that stand side by side. */
	group: words.optional(),
	/**
	 * sum: a number, totals add it. share: `value` of `of`, totals divide the sums (percent). yes: a condition, totals count the
	 * schools for which it holds. text: an item's answer, told per school and never totalled.
	 */
	type: z.enum(["sum", "share", "yes", "text"]),
	value: expression,
	of: expression.optional(),
	digits: z.number().int().min(0).max(6).default(0),
	/** Tell the school before it sends when its figure is far from its last one. */
	watched: z.boolean().default(false),
});
export type Figure = z.infer<typeof figure>;

/** A light of one return: green when its condition holds, else amber when that one does, else red; no colour while unknown. */
export const light = z.object({
	code: code,
	label: words,
	/** It is judged only when this holds. */
	known: expression.optional(),
	green: expression,
	amber: expression,
	/** What each colour says of the school. */
	says: z.object({ green: words, amber: words, red: words }),
});
export type Light = z.infer<typeof light>;

/** A list that the office draws from all returns: rows of a roster (or whole returns) for which `where` holds. */
export const drawnList = z.object({
	code: code,
	title: words,
	/** A roster's code; absent: one line a return. */
	roster: itemCode.optional(),
	where: expression,
	/** Codes of the items that are its columns. */
	items: z.array(itemCode).min(1).max(20),
});
export type DrawnList = z.infer<typeof drawnList>;
