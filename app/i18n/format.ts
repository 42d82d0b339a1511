import type { Locale } from "#app/domain/ctx.ts";
import { OFFICE_TIME_ZONE } from "#app/domain/days.ts";

const numbers = {
	vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 }),
	en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
};

/** `1.204,5` in Vietnamese, `1,204.5` in English. */
export function formatNumber(value: number, locale: Locale): string {
	return numbers[locale].format(value);
}

/** A number with the digits after the comma that it is kept with: `1.204,5`. */
export function formatDecimal(value: number, digits: number, locale: Locale): string {
	return value.toLocaleString(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: digits });
}

/** A percentage with its one decimal, `60,0 %`: in a column of shares the commas stand below each other. */
export function formatShare(percent: number, locale: Locale): string {
	const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
	return `${percent.toLocaleString(locale === "vi" ? "vi-VN" : "en-GB", digits)} %`;
}

/** A calendar day as `23/11/2026`, in both languages. */
export function formatDay(day: string): string {
	const [year, month, date] = day.split("-");
	return `${date}/${month}/${year}`;
}

const parts = new Intl.DateTimeFormat("en-GB", {
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
	const p = Object.fromEntries(parts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
	return `${p.hour}:${p.minute} ${p.day}/${p.month}/${p.year}`;
}

/** Tenths of a percent (925) as `92,5 %`. */
export function formatTenths(tenths: number, locale: Locale): string {
	return `${formatNumber(tenths / 10, locale)} %`;
}
