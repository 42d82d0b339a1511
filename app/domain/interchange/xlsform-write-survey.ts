/** The sheets `survey` and `choices`: sections as groups, rosters as repeats, items as questions. */
import type { Words } from "../forms/expression-schema.ts";
import type { CrossCheck, Definition, Item, Section } from "../forms/schema.ts";
import { failureText, flagText, listText } from "./cells.ts";
import { languages, odkName, verdictLists, verdictWords } from "./xlsform-names.ts";
import type { OutSheet } from "./xlsform-write.ts";
import type { Print } from "./xlsform-write-own.ts";

const { vi, en } = languages;
const surveyHeader = [
	"type",
	"name",
	`label::${vi}`,
	`label::${en}`,
	`hint::${vi}`,
	`hint::${en}`,
	"required",
	"relevant",
	"constraint",
	`constraint_message::${vi}`,
	`constraint_message::${en}`,
	"calculation",
	"appearance",
	...["code", "section", "type", "required", "mandatory", "knockout", "counted", "weight", "failure"].map(own),
	...["basis", "basis_verified", "origin", "carry", "record", "photos", "unit", "unit_en", "digits"].map(own),
	...["refuses", "refuses_message", "refuses_message_en", "anonymous", "check"].map(own),
	...["hotline", "row", "row_en", "title_item", "min", "max", "prefill"].map(own),
];
const choicesHeader = [
	"list_name",
	"name",
	`label::${vi}`,
	`label::${en}`,
	...["value", "refused", "refused_en", "own_label"].map(own),
];

function own(name: string): string {
	return `dtb_${name}`;
}

type Cells = Record<string, string>;
type Choice = Cells;

export function surveySheets(definition: Definition, print: Print): OutSheet[] {
	const choices: Choice[] = [];
	const carried = checksCarried(definition);
	const survey = definition.sections.flatMap((section, at) => [
		sectionRow(section, at, print),
		...(section.hint
			? [{ type: "note", name: `dtb_hint_${at + 1}`, ...labels("label", section.hint), dtb_type: "hint" }]
			: []),
		...section.items.map((item) => itemRow(item, carried.get(item.code), choices, print)),
		{ type: section.roster ? "end_repeat" : "end_group" },
	]);
	return [
		{ name: "survey", rows: inColumns(surveyHeader, survey) },
		{ name: "choices", rows: inColumns(choicesHeader, [...choices, ...verdictChoices()]) },
	];
}

/** Cells under their headers; columns that no row has anything in are left away, save ODK's first three. */
function inColumns(header: string[], rows: Cells[]): string[][] {
	const used = header.filter((name, at) => at < 3 || rows.some((row) => (row[name] ?? "") !== ""));
	return [used, ...rows.map((row) => used.map((name) => row[name] ?? ""))];
}

function labels(column: string, words: Words | undefined): Cells {
	if (words === undefined) return {};
	return { [`${column}::${vi}`]: words.vi, [`${column}::${en}`]: words.en ?? "" };
}

function ownWords(column: string, words: Words | undefined): Cells {
	return { [own(column)]: words?.vi ?? "", [own(`${column}_en`)]: words?.en ?? "" };
}

function sectionRow(section: Section, at: number, print: Print): Cells {
	const { roster } = section;
	const common: Cells = {
		...labels("label", section.title),
		relevant: section.visibleIf ? print(section.visibleIf) : "",
		dtb_hotline: flagText(section.hotline),
		dtb_section: section.code,
	};
	if (!roster) return { ...common, type: "begin_group", name: `dtb_section_${at + 1}` };
	return {
		...common,
		type: "begin_repeat",
		name: odkName(roster.code),
		dtb_code: roster.code,
		...ownWords("row", roster.row),
		dtb_title_item: roster.title,
		dtb_min: String(roster.min),
		dtb_max: String(roster.max),
		dtb_prefill: roster.prefill.length === 0 ? "" : JSON.stringify(roster.prefill),
	};
}

function itemRow(item: Item, check: CrossCheck | undefined, choices: Choice[], print: Print): Cells {
	return {
		name: odkName(item.code),
		...labels("label", item.text),
		...labels("hint", item.hint),
		required: item.type !== "computed" && item.required ? "yes" : "",
		relevant: item.visibleIf ? print(item.visibleIf) : "",
		...constraint(item, check, print),
		dtb_code: item.code,
		dtb_basis: item.legalBasis?.text ?? "",
		dtb_basis_verified: flagText(item.legalBasis?.verified),
		dtb_origin: item.origin ?? "",
		dtb_carry: flagText(item.carry),
		dtb_record: item.record ?? "",
		dtb_photos: item.photos === undefined ? "" : String(item.photos),
		...typed(item, choices, print),
	};
}

function typed(item: Item, choices: Choice[], print: Print): Cells {
	switch (item.type) {
		case "verdict":
			return {
				type: `select_one ${verdictList(item, choices)}`,
				dtb_type: "verdict",
				dtb_mandatory: Array.isArray(item.mandatory) ? listText(item.mandatory) : item.mandatory ? "yes" : "",
				dtb_knockout: item.knockout ? "yes" : "",
				dtb_counted: item.counted ? "" : "no",
				dtb_weight: item.weight === 1 ? "" : String(item.weight),
				dtb_failure: item.failure ? failureText(item.failure) : "",
			};
		case "choice":
		case "choices": {
			const list = `l_${odkName(item.code)}`;
			for (const { value, label, refused } of item.options) {
				const name = value.replace(/\s+/g, "_");
				const kept = name === value ? "" : value;
				choices.push({
					list_name: list,
					name,
					...labels("label", label),
					dtb_value: kept,
					...ownWords("refused", refused),
				});
			}
			return { type: `${item.type === "choice" ? "select_one" : "select_multiple"} ${list}`, dtb_type: item.type };
		}
		case "integer":
			return { type: "integer", ...ownWords("unit", item.unit) };
		case "decimal":
			return { type: "decimal", ...ownWords("unit", item.unit), dtb_digits: String(item.digits) };
		case "date":
			return { type: "date" };
		case "text":
		case "longtext":
			return {
				type: "text",
				appearance: item.type === "longtext" ? "multiline" : "",
				dtb_refuses: item.refuses ? listText(item.refuses.words) : "",
				...ownWords("refuses_message", item.refuses?.message),
				dtb_anonymous: flagText(item.anonymous),
			};
		case "computed":
			return {
				type: "calculate",
				calculation: print(item.expression),
				...ownWords("unit", item.unit),
				dtb_digits: String(item.digits),
				dtb_required: item.required ? "" : "no",
			};
	}
}

function verdictList(item: Extract<Item, { type: "verdict" }>, choices: Choice[]): string {
	if (item.labels === undefined) {
		return item.allowNa ? verdictLists.withNa : verdictLists.withoutNa;
	}
	const list = `l_${odkName(item.code)}`;
	for (const name of ["met", "unmet"] as const) {
		const given = item.labels?.[name];
		choices.push({
			list_name: list,
			name,
			...labels("label", given ?? verdictWords[name]),
			dtb_own_label: given ? "yes" : "no",
		});
	}
	if (item.allowNa) choices.push({ list_name: list, name: "na", ...labels("label", verdictWords.na) });
	return list;
}

function verdictChoices(): Choice[] {
	const outcomes = {
		[verdictLists.withNa]: ["met", "unmet", "na"],
		[verdictLists.withoutNa]: ["met", "unmet"],
	} as const;
	return Object.entries(outcomes).flatMap(([list_name, names]) =>
		names.map((name) => ({ list_name, name, ...labels("label", verdictWords[name]) })),
	);
}

/** Limits of the own answer, and the first check that is shown here: ODK asks for both in one place. */
function constraint(item: Item, check: CrossCheck | undefined, print: Print): Cells {
	const limits = limitsOf(item, print);
	if (check === undefined) return { constraint: limits.join(" and ") };
	return {
		constraint: `${limits.length === 0 ? "true()" : `(${limits.join(" and ")})`} and (${print(check.holds, item.code)})`,
		...labels("constraint_message", check.message),
		dtb_check: check.code,
	};
}

function limitsOf(item: Item, print: Print): string[] {
	const limit = (op: ">=" | "<=", value: string | undefined, of = ".") =>
		value === undefined ? [] : [`${of} ${op} ${value}`];
	const figure = (value: number | undefined) => (value === undefined ? undefined : print({ op: "const", value }));
	const day = (value: string | undefined) => (value === undefined ? undefined : `date('${value}')`);
	switch (item.type) {
		case "integer":
		case "decimal":
			return [...limit(">=", figure(item.min)), ...limit("<=", figure(item.max))];
		case "date":
			return [...limit(">=", day(item.min)), ...limit("<=", day(item.max))];
		case "choices":
			return [
				...limit(">=", figure(item.min), "count-selected(.)"),
				...limit("<=", figure(item.max), "count-selected(.)"),
			];
		case "text":
		case "longtext":
			return limit("<=", figure(item.maxLength), "string-length(.)");
		default:
			return [];
	}
}

/** By item: the check that its constraint carries, so that ODK stops there too. A warning stops nothing, and ODK has none. */
export function checksCarried(definition: Definition): ReadonlyMap<string, CrossCheck> {
	const carried = new Map<string, CrossCheck>();
	const plain = new Set(
		definition.sections.flatMap(({ items }) => items.filter(({ type }) => type !== "computed").map(({ code }) => code)),
	);
	for (const check of definition.checks) {
		const [first = ""] = check.items;
		if (check.severity === "error" && plain.has(first) && !carried.has(first)) carried.set(first, check);
	}
	return carried;
}
