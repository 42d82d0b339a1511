import type { Locale } from "#app/domain/ctx.ts";
import { OFFICE_TIME_ZONE } from "#app/domain/days.ts";

/** Formatters are kept: to make one takes a hundred times as long as to use it. */
const made = new Map<string, Intl.NumberFormat>();

function numbers(locale: Locale, least: number, most: number): Intl.NumberFormat {
	const key = `${locale} ${least} ${most}`;
	const options = { minimumFractionDigits: least, maximumFractionDigits: most };
	const found = made.get(key) ?? new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", options);
	made.set(key, found);
	return found;
}

/** `1.204,5` in Vietnamese, `1,204.5` in English. */
export function formatNumber(value: number, locale: Locale): string {
	return numbers(locale, 0, 2).format(value);
}

/** A number with the digits after the comma that it is kept with: `1.204,5`. */
export function formatDecimal(value: number, digits: number, locale: Locale): string {
	return numbers(locale, 0, digits).format(value);
}

/** A percentage with its one decimal, `60,0 %`: in a column of shares the commas stand below each other. */
export function formatShare(percent: number, locale: Locale): string {
	return `${numbers(locale, 1, 1).format(percent)} %`;
}

/** A calendar day as `23/11/2026`, in both languages. */
export function formatDay(day: string): string {
	const [year, month, date] = day.split("-");
	return `${date}/${month}/${year}`;
}

const clock = new Intl.DateTimeFormat("en-GB", {
	timeZone: OFFICE_TIME_ZONE,
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
});

/** A UTC time as the office's clock shows it: `14:05 23/11/2026`. */
export function formatTime(iso: string): string {
	// By its figures alone: what stands between them is each browser's own.
	const [day, month, year, hour, minute] = clock.format(new Date(iso)).match(/\d+/g) ?? [];
	return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** Tenths of a percent (925) as `92,5 %`. */
export function formatTenths(tenths: number, locale: Locale): string {
	return `${formatNumber(tenths / 10, locale)} %`;
}
