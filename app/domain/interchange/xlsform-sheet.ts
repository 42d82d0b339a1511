/** A sheet of an XLSForm with its columns known by meaning, whatever case, spelling and languages its header has. */
import type { Words } from "../forms/expression-schema.ts";
import { cleanText } from "../forms/texts.ts";
import { wordsOf } from "./cells.ts";
import type { CellTable, Note } from "./schema.ts";
import { longSheet } from "./xlsform-names.ts";

type Column = { index: number; name: string; language: string; header: string };

export type Row = {
	line: number;
	/** The text of a column, "" when there is none. */
	cell(name: string): string;
	/** The text in both languages; undefined when neither has any. */
	words(name: string): Words | undefined;
};

export type Sheet = { name: string; columns: readonly Column[]; rows: readonly Row[] };

/** What else a column may be called. A map, so that a column `constructor` is only itself. */
type Names = ReadonlyMap<string, string>;

/** Other names of columns, of older XLSForms and of pyxform's own making. */
const aliases: Names = new Map([
	["list name", "list_name"],
	["relevance", "relevant"],
	["bind::relevant", "relevant"],
	["bind::required", "required"],
	["bind::constraint", "constraint"],
	["bind::calculate", "calculation"],
	["bind::readonly", "read_only"],
	["bind::jr:constraintmsg", "constraint_message"],
	["constraint message", "constraint_message"],
	["constraint-msg", "constraint_message"],
	["required message", "required_message"],
	["bind::jr:requiredmsg", "required_message"],
	["control::appearance", "appearance"],
	["body::appearance", "appearance"],
	["calculate", "calculation"],
	["caption", "label"],
	["readonly", "read_only"],
	["read only", "read_only"],
	["repeat count", "repeat_count"],
	["count", "repeat_count"],
	["jr:count", "repeat_count"],
	["choice filter", "choice_filter"],
	["image", "media::image"],
	["audio", "media::audio"],
	["video", "media::video"],
	["big-image", "media::big-image"],
]);
/** Those of the settings. */
export const settingsAliases: Names = new Map([
	["title", "form_title"],
	["form title", "form_title"],
	["form id", "form_id"],
	["id_string", "form_id"],
]);
const translated = /^(label|hint|guidance_hint|constraint_message|required_message|media::[a-z-]+)$/;

/** Sheets of our own call their columns by one name. */
export const noNames: Names = new Map();

/** Reads the header among the first rows; null when none of them has one of `wanted`. */
export function openSheet(table: CellTable, wanted: readonly string[], names: Names = aliases): Sheet | null {
	const at = table.rows.slice(0, 20).findIndex(({ cells }) => {
		const found = cells.map((text) => columnOf(text, 0, names).name);
		return wanted.some((name) => found.includes(name));
	});
	const header = table.rows[at];
	if (header === undefined) return null;
	const columns = header.cells.map((text, index) => columnOf(text, index, names)).filter(({ name }) => name !== "");
	const byName = new Map<string, Column[]>();
	for (const column of columns) byName.set(column.name, [...(byName.get(column.name) ?? []), column]);
	const rows = table.rows
		.slice(at + 1)
		.filter(({ cells }) => cells.some((text) => text.trim() !== ""))
		.map(({ line, cells }): Row => {
			const text = (column: Column | undefined) => (column === undefined ? "" : (cells[column.index] ?? ""));
			return {
				line,
				cell: (name) => text(byName.get(name)?.[0]).trim(),
				words(name) {
					const given = byName.get(name) ?? [];
					const vi = given.find(({ language }) => language === "vi") ?? given.find(({ language }) => language === "");
					const en = given.find(({ language }) => language === "en");
					return wordsOf(text(vi ?? (en ? undefined : given[0])), text(en));
				},
			};
		});
	return { name: table.name, columns, rows };
}

function columnOf(header: string, index: number, names: Names): Column {
	const text = cleanText(header, false)
		.toLowerCase()
		.replace(/\s+/g, " ")
		.replace(/\s*::\s*/g, "::");
	const whole = names.get(text) ?? text;
	if (text.startsWith("dtb_")) return { index, name: text, language: "", header };
	const cut = Math.max(text.lastIndexOf("::"), /^\w+:[^:]/.test(text) ? text.indexOf(":") : -1);
	if (cut > 0 && !names.has(text)) {
		const base = text.slice(0, cut);
		const name = names.get(base) ?? base;
		if (translated.test(name)) return { index, name, language: languageOf(text.slice(cut).replace(/^:+/, "")), header };
	}
	return { index, name: whole, language: "", header };
}

/** `vi`, `en`, or the language as it is named. */
function languageOf(text: string): string {
	const code = /\(([a-z]{2,3})[^)]*\)\s*$/.exec(text)?.[1] ?? text.trim();
	if (/^vi$|^vn$|việt|viet/.test(code)) return "vi";
	return /^en$|english|tiếng anh|anh$/.test(code) ? "en" : text.trim();
}

/** What the languages of the labels come to: others than ours are passed over, and said to be. */
export function languageNotes(sheet: Sheet): Note[] {
	const labels = sheet.columns.filter(({ name }) => name === "label");
	const known = labels.filter(({ language }) => ["", "vi", "en"].includes(language));
	const left = labels.filter((column) => !known.includes(column));
	const note = (severity: Note["severity"], code: Note["code"], found: string): Note => ({
		...{ sheet: sheet.name, line: 0, severity, code, found },
	});
	const unread = known.length === 0 ? left.slice(1) : left;
	return [
		...unread.map(({ language }) => note("warning", "language_left", language)),
		...(labels.length > 0 && !labels.some(({ language }) => language === "" || language === "vi")
			? [note("warning", "vietnamese_missing", labels[0]?.header ?? "")]
			: []),
	];
}

/** Long texts put together again; see `writeXlsForm`. */
export function joinPieces(tables: readonly CellTable[]): CellTable[] {
	const long = tables.find(({ name }) => name.trim().toLowerCase() === longSheet);
	if (!long) return [...tables];
	const texts = new Map<string, string>();
	for (const { cells } of long.rows) {
		const [number = "", piece = ""] = cells;
		texts.set(number, (texts.get(number) ?? "") + piece.slice(1, -1));
	}
	return tables
		.filter((table) => table !== long)
		.map((table) => ({
			...table,
			rows: table.rows.map((row) => ({
				...row,
				cells: row.cells.map((text) =>
					text.startsWith(`${longSheet}:`) ? (texts.get(text.slice(longSheet.length + 1)) ?? text) : text,
				),
			})),
		}));
}
