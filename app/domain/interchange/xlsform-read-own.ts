/** Sheets of our own, as `xlsform-write-own.ts` writes them. */
import type { Words } from "../forms/expression-schema.ts";
import { readFigure, readFlag, readList, wordsOf } from "./cells.ts";
import type { Report } from "./report.ts";
import type { CellTable } from "./schema.ts";
import type { ReadExpression } from "./xlsform-expressions.ts";
import type { RawCheck } from "./xlsform-item.ts";
import { noNames, openSheet, type Row } from "./xlsform-sheet.ts";

export type OwnParts = {
	rule?: unknown;
	figures?: unknown[];
	lights?: unknown[];
	lists?: unknown[];
	/** Checks in order: those that stand in a constraint by their code alone. */
	checks: unknown[];
};

/** Reads an expression of one of these sheets. */
type ReadHere = (row: Row, column: string) => ReturnType<ReadExpression>;

export const ownSheetNames: ReadonlySet<string> = new Set(
	"dtb_checks dtb_rule dtb_figures dtb_lights dtb_lists dtb_basis".split(" "),
);

export function readOwnSheets(
	tables: readonly CellTable[],
	readerOf: (report: Report) => ReadExpression,
	reportOf: (sheet: string) => Report,
	carried: RawCheck[],
): OwnParts {
	const rowsOf = (name: string) => {
		const table = tables.find((one) => one.name.trim().toLowerCase() === name);
		const sheet = table ? openSheet(table, ["code", "part"], noNames) : null;
		const read = readerOf(reportOf(table?.name ?? name));
		const here: ReadHere = (row, column) => read(row.line, row.cell(column), "expression_left", { severity: "error" });
		return { rows: sheet?.rows ?? [], here };
	};
	const checks = rowsOf("dtb_checks");
	const figures = rowsOf("dtb_figures");
	const lights = rowsOf("dtb_lights");
	const lists = rowsOf("dtb_lists");
	const rule = ruleOf(rowsOf("dtb_rule").rows);
	return {
		...(rule ? { rule } : {}),
		checks: checks.rows.flatMap((row) => checkOf(row, checks.here, carried) ?? []),
		figures: figures.rows.map((row) => ({
			code: row.cell("code"),
			...words("label", both(row, "label")),
			...words("unit", both(row, "unit")),
			...words("group", both(row, "group")),
			type: row.cell("type"),
			value: figures.here(row, "value"),
			...some("of", figures.here(row, "of")),
			...some("digits", readFigure(row.cell("digits"))),
			watched: readFlag(row.cell("watched")) === true,
		})),
		lights: lights.rows.map((row) => ({
			code: row.cell("code"),
			...words("label", both(row, "label")),
			...some("known", lights.here(row, "known")),
			green: lights.here(row, "green"),
			amber: lights.here(row, "amber"),
			says: { green: both(row, "green_says"), amber: both(row, "amber_says"), red: both(row, "red_says") },
		})),
		lists: lists.rows.map((row) => ({
			code: row.cell("code"),
			...words("title", both(row, "title")),
			...some("roster", row.cell("roster") || undefined),
			where: lists.here(row, "where"),
			items: readList(row.cell("items")),
		})),
	};
}

/** A check that stands in a constraint is taken from there, with its place and its items from here. */
function checkOf(row: Row, here: ReadHere, carried: RawCheck[]): object | null {
	const code = row.cell("code");
	const items = readList(row.cell("items"));
	const severity = row.cell("severity") || "error";
	if (row.cell("holds") !== "")
		return { code, holds: here(row, "holds"), message: both(row, "message"), items, severity };
	const at = carried.findIndex((check) => check.own === code && code !== "");
	const [check] = at === -1 ? [] : carried.splice(at, 1);
	return check ? { code, holds: check.holds, message: check.message, items, severity } : null;
}

function ruleOf(rows: readonly Row[]): object | undefined {
	const head = rows.find((row) => row.cell("part") === "rule");
	if (!head) return undefined;
	const figure = (row: Row, name: string) => readFigure(row.cell(name));
	const base = { type: head.cell("type"), ...some("na", head.cell("na") || undefined) };
	switch (base.type) {
		case "percent":
			return {
				...base,
				atLeast: figure(head, "at_least"),
				allMandatory: readFlag(head.cell("all_mandatory")) === true,
			};
		case "count":
			return {
				...base,
				bands: rows
					.filter((row) => row.cell("part") === "band")
					.map((row) => ({
						...(row.cell("kinds") === "" ? {} : { kinds: readList(row.cell("kinds")) }),
						atLeast: figure(row, "at_least"),
						mandatory: figure(row, "mandatory"),
					})),
			};
		case "levels":
			return {
				...base,
				by: head.cell("by"),
				levels: rows
					.filter((row) => row.cell("part") === "level")
					.map((row) => ({
						code: row.cell("code"),
						label: both(row, "label"),
						atLeast: figure(row, "at_least"),
						mustMeet: readList(row.cell("must_meet")),
						pass: readFlag(row.cell("pass")) === true,
					})),
			};
		default:
			return base;
	}
}

function both(row: Row, name: string): Words | undefined {
	return wordsOf(row.cell(name), row.cell(`${name}_en`));
}

function words(name: string, value: Words | undefined) {
	return value ? { [name]: value } : {};
}

function some(name: string, value: unknown) {
	return value === undefined ? {} : { [name]: value };
}
