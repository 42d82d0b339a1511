/**
 * A form as XLSForm: ODK's columns for what ODK has, so that Kobo and ODK show and check the same, and columns and sheets of our own
 * (`dtb_…`, `dtb_…`), which they pass over, for the rest. `readXlsForm` makes the same form of it.
 */

import { prepare } from "../forms/prepare.ts";
import { failureText, flagText, listText } from "./cells.ts";
import type { FormFile } from "./schema.ts";
import { cellLimit, formatVersion, languages, longSheet, odkName } from "./xlsform-names.ts";
import { ownSheets, type Print } from "./xlsform-write-own.ts";
import { surveySheets } from "./xlsform-write-survey.ts";
import { printXPath } from "./xpath-print.ts";

/** A sheet to write: the header first. */
export type OutSheet = { name: string; rows: string[][] };

/** The sheets of a workbook that `readXlsForm` reads back as the same form. */
export function writeXlsForm(form: FormFile): OutSheet[] {
	const { rosterOf } = prepare(form.definition);
	const print: Print = (expression, self) =>
		printXPath(expression, { self, nameOf: odkName, rosterOf: (item) => rosterOf.get(item) });
	return inPieces([
		...surveySheets(form.definition, print),
		{ name: "settings", rows: settings(form) },
		...ownSheets(form.definition, print),
		...(form.legalBasis.length === 0
			? []
			: [
					{
						name: "dtb_basis",
						rows: [["text", "verified"], ...form.legalBasis.map(({ text, verified }) => [text, flagText(verified)])],
					},
				]),
	]);
}

function settings({ code, title, kinds, validFrom, validTo, definition }: FormFile): string[][] {
	const cells: [string, string][] = [
		["form_title", title.vi],
		["form_id", odkName(code)],
		["default_language", languages.vi],
		["dtb_format", formatVersion],
		["dtb_code", code],
		["dtb_title_en", title.en ?? ""],
		["dtb_kinds", kinds.length === 0 ? "" : listText(kinds)],
		["dtb_valid_from", validFrom ?? ""],
		["dtb_valid_to", validTo ?? ""],
		["dtb_failure", failureText(definition.failure)],
	];
	return [cells.map(([header]) => header), cells.map(([, value]) => value)];
}

/** Texts that are too long for a cell, in pieces. */
function inPieces(sheets: OutSheet[]): OutSheet[] {
	const pieces: string[][] = [];
	let count = 0;
	const shortened = sheets.map(({ name, rows }) => ({
		name,
		rows: rows.map((row) =>
			row.map((text) => {
				if (text.length <= cellLimit) return text;
				count += 1;
				for (let at = 0; at < text.length; at += cellLimit) {
					// In brackets: a piece may begin or end with a blank, which a reader would take away.
					pieces.push([String(count), `[${text.slice(at, at + cellLimit)}]`]);
				}
				return `${longSheet}:${count}`;
			}),
		),
	}));
	return pieces.length === 0 ? sheets : [...shortened, { name: longSheet, rows: [["number", "piece"], ...pieces] }];
}
