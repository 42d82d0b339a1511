/** What the type of a question makes of it: figures, texts, choices, verdicts, computed items. */
import type { Words } from "../forms/expression-schema.ts";
import { readFailure, readFigure, readFlag, readList, wordsOf } from "./cells.ts";
import type { Option } from "./xlsform-choices.ts";
import type { Around } from "./xlsform-item.ts";
import { verdictWords } from "./xlsform-names.ts";
import type { Row } from "./xlsform-sheet.ts";
import type { Question } from "./xlsform-tree.ts";

const yesWords = { vi: "Đã xác nhận", en: "Acknowledged" };
const noWords = { vi: "Chưa xác nhận", en: "Not acknowledged" };

/** What an item has by its type. */
type Typed = Record<string, unknown> & { type: string };

/** Null when nothing of ours answers to the type; the report says why. */
export function typedPart(question: Question, inRows: boolean, around: Around): Typed | null {
	const { row, type } = question;
	const { report } = around;
	const calculated = row.cell("calculation") !== "" && type.kind !== "select" && type.kind !== "date";
	if (type.kind === "calculate" || calculated) return computedPart(question, around);
	switch (type.kind) {
		case "integer":
			return { type: "integer", ...unit(row) };
		case "decimal":
			return { type: "decimal", ...unit(row), ...figure(row, "digits") };
		case "range":
			return rangePart(row);
		case "date":
			return { type: "date" };
		case "barcode":
			report.add(row.line, "warning", "became_text", "barcode");
			return { type: "text" };
		case "acknowledge":
			report.add(row.line, "warning", "became_choice", row.cell("type"));
			return {
				type: "choice",
				options: [
					{ value: "OK", label: yesWords },
					{ value: "no", label: noWords },
				],
			};
		case "select":
			return selectPart(question, inRows, around);
		case "text": {
			const long = /\bmultiline\b/i.test(row.cell("appearance"));
			const refused = row.cell("dtb_refuses");
			const message = wordsOf(row.cell("dtb_refuses_message"), row.cell("dtb_refuses_message_en"));
			const anonymous = readFlag(row.cell("dtb_anonymous"));
			return {
				type: long ? "longtext" : "text",
				...(around.foreign ? { maxLength: long ? 4000 : 1000 } : {}),
				...(refused && message ? { refuses: { words: readList(refused), message } } : {}),
				...(typeof anonymous === "boolean" ? { anonymous } : {}),
			};
		}
		default:
			return null;
	}
}

function computedPart({ row, type }: Question, { read, report, foreign }: Around): Typed | null {
	const text = row.cell("calculation");
	if (text === "") {
		report.add(row.line, "error", "calculation_missing", row.cell("name"));
		return null;
	}
	const expression = read(row.line, text, "calculation_left", { severity: "error" });
	if (!expression) return null;
	if (type.kind !== "calculate") report.add(row.line, "warning", "became_computed", row.cell("type"));
	const digits = foreign && type.kind !== "integer" ? { digits: 2 } : {};
	return { type: "computed", expression, ...digits, ...figure(row, "digits"), ...unit(row) };
}

function rangePart(row: Row): Typed {
	const parameters = Object.fromEntries(
		[...row.cell("parameters").matchAll(/\b(\w+)\s*=\s*(-?\d+(?:\.\d+)?)/g)].map(([, name, value]) => [
			name,
			Number(value),
		]),
	);
	const { start = 1, end = 10, step = 1 } = parameters;
	const whole = [start, end, step].every(Number.isInteger);
	return { type: whole ? "integer" : "decimal", min: Math.min(start, end), max: Math.max(start, end) };
}

function selectPart({ row, type, code }: Question, inRows: boolean, { lists, report, foreign }: Around): Typed | null {
	if (type.kind !== "select") return null;
	const options = lists.get(type.list);
	if (options === undefined || options.length === 0) {
		report.add(row.line, "error", "list_missing", type.list);
		return null;
	}
	const values = options.map(({ value }) => value);
	const verdict =
		["met", "unmet"].every((one) => values.includes(one)) && values.every((one) => Object.hasOwn(verdictWords, one));
	const asked = row.cell("dtb_type").toLowerCase();
	if (verdict && !type.many && asked !== "choice") {
		if (!(foreign && inRows)) return verdictPart(row, options, values);
		report.add(row.line, "warning", "verdict_in_repeat", code);
	}
	const given: { value: string; label: Words; refused?: Words }[] = options.map(({ own: _, ...option }) => option);
	if (type.other && !values.includes("other")) given.push({ value: "other", label: { vi: "Khác", en: "Other" } });
	if (type.other) report.add(row.line, "warning", "or_other", type.list);
	if (row.cell("choice_filter") !== "")
		report.add(row.line, "warning", "choice_filter_left", row.cell("choice_filter"));
	if (given.length < 2 || given.length > 100) {
		report.add(row.line, "error", given.length < 2 ? "list_short" : "list_long", type.list);
		return null;
	}
	return { type: type.many ? "choices" : "choice", options: given };
}

function verdictPart(row: Row, options: readonly Option[], values: readonly string[]): Typed {
	const same = (a: Words, b: Words) => a.vi === b.vi && (a.en === undefined || a.en === b.en);
	const labelled = options.filter(
		({ value, label, own }) =>
			value !== "na" && (own === "yes" || !same(label, verdictWords[value as "met" | "unmet"])),
	);
	const marked = options.some(({ own }) => own !== "");
	const mandatory = row.cell("dtb_mandatory");
	const flag = readFlag(mandatory);
	const failure = readFailure(row.cell("dtb_failure"));
	return {
		type: "verdict",
		allowNa: values.includes("na"),
		mandatory: typeof flag === "boolean" ? flag : mandatory === "" ? false : readList(mandatory),
		knockout: readFlag(row.cell("dtb_knockout")) === true,
		counted: readFlag(row.cell("dtb_counted")) !== false,
		...figure(row, "weight"),
		...(labelled.length > 0 || marked
			? { labels: Object.fromEntries(labelled.map(({ value, label }) => [value, label])) }
			: {}),
		...(failure ? { failure } : {}),
	};
}

function unit(row: Row) {
	const words = wordsOf(row.cell("dtb_unit"), row.cell("dtb_unit_en"));
	return words ? { unit: words } : {};
}

function figure(row: Row, name: string) {
	const value = readFigure(row.cell(`dtb_${name}`));
	return value === undefined ? {} : { [name]: value };
}
