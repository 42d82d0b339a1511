import { z } from "zod";

const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/)
	.refine((value) => !Number.isNaN(Date.parse(`${value}T00:00:00Z`)));
const text = z.string().trim().max(200).default("");

/** Filters of the audit page, from its URL. What cannot be read counts as not given: a broken link still opens the page. */
export const eventFilters = z.object({
	/** A unit's id, its code, or part of its name. */
	unit: text.catch(""),
	/** A person's id, username, or part of the name as written. */
	person: text.catch(""),
	/** An event's code, `return.submitted`, or its room, `return`. */
	event: text.catch(""),
	/** What it happened to, `return/<id>`. */
	subject: text.catch(""),
	/** Calendar days of the office, both included. */
	from: day.or(z.literal("")).catch(""),
	to: day.or(z.literal("")).catch(""),
	/** `next` of the page before. */
	after: text.catch(""),
});

export type EventFilters = z.infer<typeof eventFilters>;
