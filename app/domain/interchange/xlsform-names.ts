/** Names of ODK for codes of ours, words and lists that every file of ours has. */
import type { Words } from "../forms/expression-schema.ts";

/** XML wants a letter or an underscore first; a code of ours may begin with a digit and never with an underscore. */
export function odkName(code: string): string {
	return /^[\p{L}_]/u.test(code) ? code : `_${code}`;
}

/** The way back; null for what is the name of no code. */
export function codeOfName(name: string): string | null {
	const code = name.replace(/^_/, "");
	return /^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u.test(code) ? code : null;
}

/** Columns and sheets that are ours; ODK and Kobo pass over them. */
export const formatVersion = "1";
export const languages = { vi: "Tiếng Việt (vi)", en: "English (en)" } as const;

export const verdictLists = { withNa: "dtb_verdict", withoutNa: "dtb_verdict_2" } as const;

export const verdictWords: Record<"met" | "unmet" | "na", Words> = {
	met: { vi: "Đạt", en: "Met" },
	unmet: { vi: "Chưa đạt", en: "Not met" },
	na: { vi: "Không áp dụng", en: "Not applicable" },
};

/** Longest text that a cell of Excel takes, with room to spare; what is longer stands in pieces in a sheet of its own. */
export const cellLimit = 32_000;
export const longSheet = "dtb_long";
