/** Text and calendar days as people type them. */

/** Signs that no text of ours needs: control characters, halves of a surrogate pair, and those that turn the reading direction. */
const unwanted = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text as it is stored: NFC, trimmed, without control characters. `lines`: new lines (as `\n`) and tabs stay; else each becomes
 * a blank, so that pasted lines do not run into one word.
 */
export function cleanText(raw: string, lines: boolean): string {
	const unified = raw.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
	const kept = lines
		? unified.replace(unwanted, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
		: unified.replace(/[\n\t]+/g, " ").replace(unwanted, "");
	// Composed last: taking a sign away may bring a letter and its tone mark together.
	return kept.normalize("NFC").trim();
}

/** A day typed as `2026-11-23` or `23/11/2026`, as `2026-11-23`; null when it is not a day of the calendar. */
export function readDay(raw: string): string | null {
	const text = raw.trim();
	const [, day, month, year] = /^(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})$/.exec(text) ?? [];
	const iso = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
	return isDay(iso) ? iso : null;
}

/** Whether a text is a day of the calendar, written `2026-11-23`; years before 1900 are slips of the finger. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return year >= 1900 && day >= 1 && day <= days;
}
