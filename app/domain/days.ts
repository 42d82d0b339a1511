/** Time zone in which due days are counted. */
export const OFFICE_TIME_ZONE = "Asia/Ho_Chi_Minh";

const dayIn = new Intl.DateTimeFormat("en-CA", {
	timeZone: OFFICE_TIME_ZONE,
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
});

/** The office's calendar day of a UTC time: `2026-11-23`. */
export function dayOf(iso: string): string {
	return dayIn.format(new Date(iso));
}

/** The calendar day `days` later (or earlier). */
export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The UTC time at which the office's day begins. Việt Nam is seven hours ahead, all year. */
export function startOfDay(day: string): string {
	return new Date(`${day}T00:00:00+07:00`).toISOString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
