import { addDays } from "#app/domain/days.ts";

/** A UTC time by the office's clock: `officeTime("2026-11-23", 14, 5)` is 14:05 that day in Việt Nam (UTC+7, no summer time). */
export function officeTime(day: string, hour: number, minute: number): string {
	const two = (number: number) => String(number).padStart(2, "0");
	return new Date(`${day}T${two(hour)}:${two(minute)}:00.000+07:00`).toISOString();
}

/** Days counted from the day of seeding: `-5` is five days ago. */
export function dayFrom(today: string): (offset: number) => string {
	return (offset) => addDays(today, offset);
}
