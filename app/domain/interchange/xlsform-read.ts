/**
 * XLSForm into a form of ours. Every row gets its fate and every thing that does not come in its sentence; what was written by
 * `writeXlsForm` comes back as it was. Nothing is thrown, and there is a whole form or none.
 */
import { definition as definitionSchema } from "../forms/schema.ts";
import { cleanText } from "../forms/texts.ts";
import { readFailure, readFlag, readList, wordsOf } from "./cells.ts";
import { Report } from "./report.ts";
import type { CellTable, FormFile, Note, Reading, RowFate } from "./schema.ts";
import { readChoices } from "./xlsform-choices.ts";
import { expressionReader } from "./xlsform-expressions.ts";
import type { RawCheck } from "./xlsform-item.ts";
import { ownSheetNames, readOwnSheets } from "./xlsform-read-own.ts";
import { sectionsOf } from "./xlsform-sections.ts";
import {
	joinPieces,
	languageNotes,
	noNames,
	openSheet,
	type Row,
	type Sheet,
	settingsAliases,
} from "./xlsform-sheet.ts";
import { treeOf } from "./xlsform-tree.ts";

/** More rows than any form has: the schema allows 200 sections, and a phone does not. */
const rowLimit = 20_000;

const known: ReadonlySet<string> = new Set(
	`type name label hint guidance_hint required required_message relevant constraint constraint_message calculation appearance
	parameters default choice_filter repeat_count read_only trigger disabled media::image media::audio media::video
	media::big-image`.split(/\s+/),
);

/** Whether a workbook is an XLSForm: it has a sheet `survey` with types. */
export function isXlsForm(tables: readonly CellTable[]): boolean {
	return surveyOf(tables) !== null;
}

function surveyOf(tables: readonly CellTable[]): Sheet | null {
	const table = sheetNamed(tables, "survey");
	return table ? openSheet(table, ["type"]) : null;
}

function sheetNamed(tables: readonly CellTable[], name: string): CellTable | undefined {
	return tables.find((table) => table.name.trim().toLowerCase() === name);
}

export function readXlsForm(given: readonly CellTable[]): Reading {
	const tables = joinPieces(given);
	const survey = surveyOf(tables);
	if (survey === null) return { format: null, form: null, notes: [], rows: [] };
	const reports: Report[] = [];
	const settingsTable = sheetNamed(tables, "settings");
	const settings = (
		settingsTable ? openSheet(settingsTable, ["form_title", "form_id", "dtb_format"], settingsAliases) : null
	)?.rows[0];
	const foreign = (settings?.cell("dtb_format") ?? "") === "";
	const reportOf = (sheet: string) => {
		const report = new Report(sheet, foreign);
		reports.push(report);
		return report;
	};
	const report = reportOf(survey.name);
	report.notes.push(...languageNotes(survey), ...columnNotes(survey), ...sheetNotes(tables));
	if (survey.rows.length > rowLimit) {
		report.add(0, "error", "too_many_rows", String(rowLimit));
		return { format: "xlsform", form: null, ...said(reports) };
	}
	const choices = sheetNamed(tables, "choices");
	const lists = readChoices(choices ? openSheet(choices, ["list_name"]) : null, reportOf(choices?.name ?? "choices"));
	const tree = treeOf(survey.rows, report);
	const optionsOf = (list: string) => (lists.get(list) ?? []).map(({ value }) => value);
	const checks: RawCheck[] = [];
	const read = expressionReader(tree, optionsOf, foreign, report);
	const sections = sectionsOf(tree.children, { lists, read, report, foreign, checks });
	const readerOf = (other: Report) => expressionReader(tree, optionsOf, foreign, other);
	const own = readOwnSheets(tables, readerOf, reportOf, checks);
	if (sections.length === 0) {
		report.add(0, "error", "items_missing", survey.name);
		return { format: "xlsform", form: null, ...said(reports) };
	}
	if (own.rule === undefined && sections.some(({ items }) => items.some(({ type }) => type === "verdict"))) {
		report.add(0, "info", "rule_missing");
	}
	const failure = readFailure(settings?.cell("dtb_failure") ?? "");
	const whole = {
		sections,
		rule: { type: "none" },
		...own,
		checks: [...own.checks, ...checks.map((check, at) => numbered(check, at))],
		...(failure ? { failure } : {}),
	};
	const parsed = definitionSchema.safeParse(whole);
	if (!parsed.success) {
		for (const issue of parsed.error.issues.slice(0, 20))
			report.add(0, "error", "form_invalid", placeOf(issue.path, whole, issue.message));
		return { format: "xlsform", form: null, ...said(reports) };
	}
	return { format: "xlsform", form: { ...headOf(settings, tables), definition: parsed.data }, ...said(reports) };
}

function said(reports: readonly Report[]): { notes: Note[]; rows: RowFate[] } {
	return { notes: reports.flatMap(({ notes }) => notes), rows: reports.flatMap((report) => report.fates()) };
}

function numbered({ item, holds, message, own }: RawCheck, at: number) {
	const standard = { vi: "Câu trả lời chưa hợp lệ.", en: "This answer is not valid." };
	return { code: own || `RB-${at + 1}`, holds, message: message ?? standard, items: [item], severity: "error" };
}

/** Where in the form something does not fit, in codes that a person finds again. */
function placeOf(
	path: readonly PropertyKey[],
	whole: { sections: { items: { code: string }[] }[] },
	message: string,
): string {
	const [part, section, , item] = path;
	const code = part === "sections" ? whole.sections[Number(section)]?.items[Number(item)]?.code : undefined;
	return `${code ?? path.map(String).join(".")}: ${message}`;
}

function headOf(settings: Row | undefined, tables: readonly CellTable[]): Omit<FormFile, "definition"> {
	const cell = (name: string) => cleanText(settings?.cell(name) ?? "", false);
	const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(cell(name)) ? cell(name) : null);
	const basis = sheetNamed(tables, "dtb_basis");
	return {
		code: (cell("dtb_code") || cell("form_id")).slice(0, 40),
		title: wordsOf(settings?.words("form_title")?.vi ?? "", cell("dtb_title_en")) ?? { vi: cell("form_id") || "?" },
		kinds: cell("dtb_kinds") === "" ? [] : readList(cell("dtb_kinds")),
		validFrom: day("dtb_valid_from"),
		validTo: day("dtb_valid_to"),
		legalBasis: ((basis ? openSheet(basis, ["text"], noNames) : null)?.rows ?? []).flatMap((row) =>
			row.cell("text") === ""
				? []
				: { text: cleanText(row.cell("text"), true).slice(0, 600), verified: readFlag(row.cell("verified")) === true },
		),
	};
}

function columnNotes(survey: Sheet): Note[] {
	const used = survey.columns.filter(
		({ name }) => !known.has(name) && !name.startsWith("dtb_") && survey.rows.some((row) => row.cell(name) !== ""),
	);
	return used.map(({ header }) => ({
		sheet: survey.name,
		line: 0,
		severity: "info",
		code: "column_left",
		found: header,
	}));
}

function sheetNotes(tables: readonly CellTable[]): Note[] {
	return tables.flatMap(({ name, rows }): Note[] => {
		const plain = name.trim().toLowerCase();
		const read = ["survey", "choices", "settings"].includes(plain) || ownSheetNames.has(plain);
		if (read || rows.length === 0) return [];
		return [{ sheet: name, line: 0, severity: "info", code: "sheet_left", found: name }];
	});
}
