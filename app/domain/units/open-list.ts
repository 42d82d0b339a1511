import { problem } from "../problem.ts";
import { findTable, withChoice } from "./header.ts";
import type { Header, Mapping, RawSheet, SkippedRow } from "./import-schema.ts";
import { type Entry, ROW_LIMIT, readRows } from "./list-rows.ts";

/**
 * Finds the list in a file's sheets and tells its rows apart. `chosen` is the mapping that a person corrected, null for the one
 * found. Throws `sheet_empty`, `header_not_found`, `too_many_rows`.
 */
export function openList(
	sheets: RawSheet[],
	chosen: Mapping | null,
): { header: Header; entries: Entry[]; skipped: SkippedRow[] } {
	if (sheets.every((sheet) => sheet.rows.length === 0)) throw problem("sheet_empty", {});
	const table = findTable(sheets);
	if (!table) throw problem("header_not_found", {});
	const header = withChoice(table.header, chosen);
	const { entries, skipped } = readRows(table.sheet, header);
	if (entries.length === 0) throw problem("sheet_empty", {});
	if (entries.length > ROW_LIMIT) throw problem("too_many_rows", { limit: ROW_LIMIT });
	return { header, entries, skipped };
}
