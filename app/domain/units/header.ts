import { searchKey } from "../text.ts";
import { shownText } from "./cells.ts";
import { type Field, fields, type Header, type Mapping, type RawSheet, type SheetRow } from "./import-schema.ts";

/** How far down a header may stand, and over how many rows. */
const SEARCHED_ROWS = 60;
const TALLEST = 3;
const WIDEST = 80;

/**
 * Words by which a column is known, as search keys. The first list names the column outright, the second is found within longer
 * headings; staff stands before manager, because *CBQL* are people.
 */
const columnWords: Record<Field, readonly [exact: RegExp, within: RegExp]> = {
	code: [
		/^(ma|ma so|ma truong|ma don vi|ma co so|ma dinh danh|code|school code|unit code)$/,
		/^ma (truong|don vi|co so|dinh danh|csgd|csdl|so)\b/,
	],
	name: [
		/^(ten|ten truong|ten don vi|ten co so|ten co so giao duc|don vi|truong|co so giao duc|name|school|school name)$/,
		/^ten (truong|don vi|co so)\b/,
	],
	kind: [
		/^(cap hoc|bac hoc|cap|bac|loai truong|khoi|kind|type|level)$/,
		/\b(cap hoc|bac hoc|loai truong|khoi truong|loai co so)\b/,
	],
	ownership: [/^(loai hinh|loai hinh truong|hinh thuc so huu|ownership)$/, /\b(loai hinh|so huu|cong lap)\b/],
	commune: [
		/^(xa|xa thi tran|xa phuong|xa phuong thi tran|phuong xa|ten xa|dia ban|commune|commune name)$/,
		/\b(xa|thi tran|commune)\b/,
	],
	staff: [
		/^(cbgvnv|cb gv nv|can bo giao vien nhan vien|doi ngu|nhan su|tong so cbgvnv|staff)$/,
		/\b(cbgvnv|cbgv|cbql|can bo|giao vien|nhan vien|doi ngu|staff)\b/,
	],
	manager: [/^(co quan quan ly|don vi quan ly|cap quan ly|truc thuoc|managed by|manager)$/, /\b(quan ly|truc thuoc)\b/],
	classrooms: [
		/^(so lop|so nhom lop|nhom lop|lop|classrooms|classes)$/,
		/\b(so lop|so nhom|nhom lop|phong hoc|classrooms)\b/,
	],
	pupils: [
		/^(so tre hs|so hs|so hoc sinh|hoc sinh|so tre|hs|tre|nguoi hoc|hoc vien|pupils|students)$/,
		/\b(hoc sinh|so tre|so hs|nguoi hoc|hoc vien|pupils)\b/,
	],
	sites: [/^(so diem truong|diem truong|so diem|sites)$/, /\b(diem truong|sites)\b/],
};
const inOrder = Object.keys(columnWords) as Field[];

/**
 * Finds the table's header by itself: the rows, one to three high, whose words name the most fields. Titles above it have too few,
 * blocks below it too. Null when no rows name a code or a name and two fields more.
 */
export function findHeader(sheet: RawSheet): Header | null {
	let best: { at: number; height: number; mapping: Mapping; score: number } | null = null;
	for (let at = 0; at < Math.min(sheet.rows.length, SEARCHED_ROWS); at++) {
		for (let height = 1; height <= TALLEST; height++) {
			const rows = sheet.rows.slice(at, at + height);
			if (rows.length < height || !rows.every(couldBeHeader)) break;
			const mapping = mapColumns(rows);
			const score = Object.keys(mapping).length;
			const named = mapping.code !== undefined || mapping.name !== undefined;
			if (named && score >= 3 && score > (best?.score ?? 0)) best = { at, height, mapping, score };
		}
	}
	return best && headerFrom(sheet, best.at, best.height, best.mapping);
}

/** Headings are words: at least two different ones, none long, no numbers beside them. */
function couldBeHeader(row: SheetRow): boolean {
	const texts = new Set(row.cells.map(shownText).filter((text) => text !== ""));
	return (
		texts.size >= 2 &&
		row.cells.every((cell) => typeof cell !== "number") &&
		[...texts].every((text) => text.length <= 80)
	);
}

/** Each field's column: an outright name wins over one found within longer words, the left column over the right. */
function mapColumns(rows: SheetRow[]): Mapping {
	const headings = headingsOf(rows).map((parts) => ({
		last: searchKey(parts.at(-1) ?? ""),
		whole: searchKey(parts.join(" ")),
	}));
	const mapping: Mapping = {};
	const taken = new Set<number>();
	for (const rank of [0, 1, 2, 3]) {
		for (const field of inOrder) {
			if (mapping[field] !== undefined) continue;
			const words = columnWords[field][rank < 2 ? 0 : 1];
			const column = headings.findIndex(
				(heading, index) => !taken.has(index) && words.test(rank % 2 === 0 ? heading.last : heading.whole),
			);
			if (column === -1) continue;
			mapping[field] = column;
			taken.add(column);
		}
	}
	return mapping;
}

/** The words of each column from top to bottom; a merged cell is said once. */
function headingsOf(rows: SheetRow[]): string[][] {
	const width = Math.min(WIDEST, Math.max(0, ...rows.map((row) => row.cells.length)));
	return Array.from({ length: width }, (_, column) => {
		const parts = rows.map((row) => shownText(row.cells[column])).filter((text) => text !== "");
		return parts.filter((text, index) => text !== parts[index - 1]);
	});
}

function headerFrom(sheet: RawSheet, at: number, height: number, mapping: Mapping): Header {
	const rows = sheet.rows.slice(at, at + height);
	const below = sheet.rows.slice(at + height, at + height + 20);
	const columns = headingsOf(rows).map((parts, index) => ({
		index,
		header: parts.join(" › "),
		// A block's heading stands alone; what the column holds is seen in a full row.
		sample:
			below
				.map((row) => (row.cells.filter((cell) => cell !== null).length > 2 ? shownText(row.cells[index]) : ""))
				.find(Boolean) ?? "",
	}));
	return {
		sheet: sheet.name,
		from: at + height,
		lines: [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0],
		columns,
		mapping,
	};
}

/** The sheet whose header names the most fields. */
export function findTable(sheets: RawSheet[]): { sheet: RawSheet; header: Header } | null {
	let best: { sheet: RawSheet; header: Header } | null = null;
	for (const sheet of sheets) {
		const header = findHeader(sheet);
		if (header && named(header.mapping) > (best ? named(best.header.mapping) : 0)) best = { sheet, header };
	}
	return best;
}

const named = (mapping: Mapping) => fields.filter((field) => mapping[field] !== undefined).length;

/** The mapping with what a person chose instead; a column holds one field. */
export function withChoice(header: Header, chosen: Mapping | null): Header {
	if (!chosen) return header;
	const width = header.columns.length;
	const mapping: Mapping = {};
	const taken = new Set<number>();
	for (const field of fields) {
		const column = chosen[field];
		if (column === undefined || column >= width || taken.has(column)) continue;
		mapping[field] = column;
		taken.add(column);
	}
	return { ...header, mapping };
}
