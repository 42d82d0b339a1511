import { addDays, dayOf } from "#app/domain/days.ts";
import { formatDay } from "#app/i18n/format.ts";

/** A calendar day from today in the office's time zone: as a date field takes it, and as people read it. */
export function day(offset: number): { typed: string; read: string } {
	const typed = addDays(dayOf(new Date().toISOString()), offset);
	return { typed, read: formatDay(typed) };
}
