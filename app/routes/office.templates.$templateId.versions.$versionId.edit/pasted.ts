import { newItem } from "#app/domain/authoring/make.ts";
import type { Item } from "#app/domain/forms/schema.ts";
import { cleanText, searchKey } from "#app/domain/text.ts";

/** What rows that were copied from a workbook come to: `title` "" for items above the first heading. */
export type Pasted = { sections: { title: string; items: Item[] }[]; notes: string[] };

const heading = /^(phan|muc|chuong|nhom)\b|^[ivx]{1,5}$|^[a-h]$/;

/** Reads the clipboard of a workbook: rows of cells between tabs. The longest column is the text; headings become sections. */
export function readPastedRows(text: string): Pasted {
	const rows = cellsOf(text).filter((row) => row.some((cell) => cell !== ""));
	const names = rows.findIndex((row) =>
		row.some((cell) => /^(noi dung|tieu chi|yeu cau|cau hoi)/.test(searchKey(cell))),
	);
	const header = (rows[names] ?? []).map(searchKey);
	const body = rows.slice(names + 1);
	const textAt =
		names >= 0 ? header.findIndex((cell) => /^(noi dung|tieu chi|yeu cau|cau hoi)/.test(cell)) : longestColumn(body);
	const at = (pattern: RegExp) => header.findIndex((cell, place) => place !== textAt && pattern.test(cell));
	const [mandatoryAt, basisAt, codeAt] = [at(/bat buoc|★/), at(/can cu|van ban/), at(/^(ma|code)\b/)];
	const sections: Pasted["sections"] = [];
	let count = 0;
	for (const row of body) {
		const words = (row[textAt] ?? "").trim() || (row.find((cell) => cell !== "") ?? "");
		const first = searchKey(row[0] ?? "");
		const filled = row.filter((cell) => cell !== "").length;
		if (
			(heading.test(first) && filled <= 2) ||
			(filled === 1 && words === words.toLocaleUpperCase("vi") && /\p{L}/u.test(words))
		) {
			sections.push({ title: words, items: [] });
			continue;
		}
		if (sections.length === 0) sections.push({ title: "", items: [] });
		count += 1;
		const code = /^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u.exec(row[codeAt] ?? "")?.[0] ?? `D.${count}`;
		const basis = row[basisAt]?.trim();
		const starred = words.includes("★");
		sections.at(-1)?.items.push({
			...newItem("verdict", code),
			text: { vi: words.replace(/★/g, "").trim() },
			mandatory: starred || /^(x|co|★|1|bat buoc)$/.test(searchKey(row[mandatoryAt] ?? "") || (row[mandatoryAt] ?? "")),
			...(basis ? { legalBasis: { text: basis.slice(0, 600), verified: false } } : {}),
		});
	}
	return { sections: sections.filter(({ items }) => items.length > 0), notes: [] };
}

function longestColumn(rows: readonly string[][]): number {
	const widths: number[] = [];
	for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = (widths[at] ?? 0) + cell.length;
	return Math.max(0, widths.indexOf(Math.max(...widths, 0)));
}

/** Cells of tab-separated text; a cell with line ends or tabs stands in quotes, which are doubled inside. */
function cellsOf(text: string): string[][] {
	const rows: string[][] = [[]];
	const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
	const given = cleanText(text);
	for (let found = pattern.exec(given); found; found = pattern.exec(given)) {
		rows.at(-1)?.push((found[1]?.replace(/""/g, '"') ?? found[2] ?? "").trim());
		if (found[3] === "\n") rows.push([]);
		if (found[3] === "" || pattern.lastIndex >= given.length) break;
	}
	return rows;
}
