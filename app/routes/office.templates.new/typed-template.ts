import { cleanLine, searchKey } from "#app/domain/text.ts";

/** What stands in the fields of a new template, as typed. */
export type TypedTemplate = { title: string; titleEn: string; code: string; kinds: string[]; from: string };

export function typedTemplate(fields: Record<string, string | string[]>): TypedTemplate {
	const line = (name: string) => cleanLine(String(fields[name] ?? ""));
	return {
		title: line("title.vi"),
		titleEn: line("title.en"),
		code: line("code"),
		kinds: Array.isArray(fields.kinds) ? fields.kinds : [],
		from: line("from"),
	};
}

/** A code that follows from the name: `Bảng kiểm phòng chống bão 2026` → `BKPCB-2026`. */
export function codeFromTitle(title: string): string {
	const parts = searchKey(title).toUpperCase().split(" ").filter(Boolean);
	const letters = parts.filter((part) => !/^\d+$/.test(part)).map((part) => part[0] ?? "");
	const numbers = parts.filter((part) => /^\d+$/.test(part));
	return [letters.join("").slice(0, 12), ...numbers].filter(Boolean).join("-").slice(0, 40);
}
