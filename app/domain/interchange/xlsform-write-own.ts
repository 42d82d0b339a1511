/** Sheets of our own: what ODK has nothing for. */
import type { Expression, Words } from "../forms/expression-schema.ts";
import type { Definition } from "../forms/schema.ts";
import { flagText, listText } from "./cells.ts";
import type { OutSheet } from "./xlsform-write.ts";
import { checksCarried } from "./xlsform-write-survey.ts";

/** An expression as it stands in the file, `self` being the item that `.` stands for. */
export type Print = (expression: Expression, self?: string) => string;

export function ownSheets(definition: Definition, print: Print): OutSheet[] {
	const maybe = (expression: Expression | undefined) => (expression === undefined ? "" : print(expression));
	const carried = new Set(checksCarried(definition).values());
	const sheets: OutSheet[] = [
		{
			name: "dtb_checks",
			rows: [
				["code", "holds", "message", "message_en", "items", "severity"],
				...definition.checks.map((check) => [
					check.code,
					// It stands in the constraint of its first item, where an author would change it.
					carried.has(check) ? "" : print(check.holds),
					...(carried.has(check) ? ["", ""] : both(check.message)),
					listText(check.items),
					check.severity,
				]),
			],
		},
		{ name: "dtb_rule", rows: ruleRows(definition) },
		{
			name: "dtb_figures",
			rows: [
				[
					"code",
					"label",
					"label_en",
					"unit",
					"unit_en",
					"group",
					"group_en",
					"type",
					"value",
					"of",
					"digits",
					"watched",
				],
				...definition.figures.map(({ code, label, unit, group, type, value, of, digits, watched }) => [
					...[code, ...both(label), ...both(unit), ...both(group), type, print(value), maybe(of)],
					...[String(digits), flagText(watched)],
				]),
			],
		},
		{
			name: "dtb_lights",
			rows: [
				["code", "label", "label_en", "known", "green", "amber", ...saysHeader],
				...definition.lights.map(({ code, label, known, green, amber, says }) => [
					...[code, ...both(label), maybe(known), print(green), print(amber)],
					...[...both(says.green), ...both(says.amber), ...both(says.red)],
				]),
			],
		},
		{
			name: "dtb_lists",
			rows: [
				["code", "title", "title_en", "roster", "where", "items"],
				...definition.lists.map(({ code, title, roster, where, items }) => [
					...[code, ...both(title), roster ?? "", print(where), listText(items)],
				]),
			],
		},
	];
	return sheets.filter(({ name, rows }) => name === "dtb_rule" || rows.length > 1);
}

const saysHeader = ["green_says", "green_says_en", "amber_says", "amber_says_en", "red_says", "red_says_en"];

function both(words: Words | undefined): [string, string] {
	return [words?.vi ?? "", words?.en ?? ""];
}

/** The rule in its first line, its lines by kind of school or its levels below. */
function ruleRows({ rule }: Definition): string[][] {
	const header = ["part", "type", "na", "by", "at_least", "all_mandatory", "mandatory", "kinds"];
	const levels = ["code", "label", "label_en", "must_meet", "pass"];
	const line = (cells: Partial<Record<string, string>>) => [...header, ...levels].map((name) => cells[name] ?? "");
	const head = { part: "rule", type: rule.type };
	const rows: string[][] = [];
	switch (rule.type) {
		case "none":
			rows.push(line(head));
			break;
		case "percent":
			rows.push(
				line({ ...head, na: rule.na, at_least: String(rule.atLeast), all_mandatory: flagText(rule.allMandatory) }),
			);
			break;
		case "count":
			rows.push(line({ ...head, na: rule.na }));
			for (const { kinds, atLeast, mandatory } of rule.bands) {
				const figures = { at_least: String(atLeast), mandatory: String(mandatory) };
				rows.push(line({ part: "band", ...figures, kinds: kinds ? listText(kinds) : "" }));
			}
			break;
		case "levels":
			rows.push(line({ ...head, na: rule.na, by: rule.by }));
			for (const { code, label, atLeast, mustMeet, pass } of rule.levels) {
				const [vi, en] = both(label);
				const figures = { at_least: String(atLeast), must_meet: mustMeet.length === 0 ? "" : listText(mustMeet) };
				rows.push(line({ part: "level", code, label: vi, label_en: en, ...figures, pass: flagText(pass) }));
			}
	}
	return [[...header, ...levels], ...rows];
}
