/** A question of the survey as an item of ours. */
import type { Expression, Words } from "../forms/expression-schema.ts";
import { cleanText } from "../forms/texts.ts";
import { readFailure, readFigure, readFlag, readList, wordsOf } from "./cells.ts";
import type { Report } from "./report.ts";
import type { Lists, Option } from "./xlsform-choices.ts";
import type { ReadExpression } from "./xlsform-expressions.ts";
import { type Split, splitLimits } from "./xlsform-limits.ts";
import { verdictWords } from "./xlsform-names.ts";
import type { Row } from "./xlsform-sheet.ts";
import type { Question } from "./xlsform-tree.ts";

/** An item before the schema has judged it. */
export type RawItem = Record<string, unknown> & { code: string; type: string; text: Words };
/** A condition of this item that the whole return must fulfil; `own` is the code of a check of ours that stands in its constraint. */
export type RawCheck = { item: string; holds: Expression; message: Words | undefined; own: string; line: number };

export type Around = { lists: Lists; read: ReadExpression; report: Report; foreign: boolean; checks: RawCheck[] };

const textLimit = 4000;
const yesWords = { vi: "Đã xác nhận", en: "Acknowledged" };
const noWords = { vi: "Chưa xác nhận", en: "Not acknowledged" };

/** Null when nothing of ours answers to it; the report says why. */
export function itemOf(
	question: Question,
	conditions: readonly Expression[],
	inRows: boolean,
	around: Around,
): RawItem | null {
	const { row, code, origin } = question;
	const { report } = around;
	const typed = typedPart(question, inRows, around);
	const label = row.words("label");
	const name = label?.vi ?? row.cell("name");
	if (typed === null) {
		report.row(row.line, name || row.cell("type"), "");
		return null;
	}
	if (label === undefined && typed.type !== "computed")
		report.add(row.line, "warning", "label_missing", row.cell("name"));
	if (typed.type === "computed" && question.type.kind === "calculate" && around.foreign) {
		report.add(row.line, "info", "calculate_shown", row.cell("name"));
	}
	const relevant = around.read(row.line, row.cell("relevant"), "relevant_left");
	const visible = [...conditions, ...(relevant ? [relevant] : [])];
	const item: RawItem = {
		code,
		text: cut(label ?? { vi: row.cell("name") || code }, row, report),
		required: requiredOf(question, typed.type, around),
		...hintOf(row, report),
		...(visible.length > 0 ? { visibleIf: all(visible) } : {}),
		...(origin === "" ? {} : { origin }),
		...ownPart(row),
		...typed,
		...limitsPart(question, typed.type, around),
	};
	if (item.type === "text" && Number(item.maxLength) > 1000) item.type = "longtext";
	sayWhatIsLeft(question, typed.type, report);
	report.row(row.line, item.text.vi, code);
	return item;
}

export function all(conditions: readonly Expression[]): Expression {
	const [first, ...rest] = conditions;
	if (first === undefined) return { op: "const", value: true };
	return rest.length === 0 ? first : { op: "and", args: [...conditions] };
}

type Typed = Record<string, unknown> & { type: string };

function typedPart(question: Question, inRows: boolean, around: Around): Typed | null {
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
			const refused = row.cell("dtb::refuses");
			const message = wordsOf(row.cell("dtb::refuses_message"), row.cell("dtb::refuses_message_en"));
			const anonymous = readFlag(row.cell("dtb::anonymous"));
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
		[...row.cell("parameters").matchAll(/(\w+)\s*=\s*(-?[\d.]+)/g)].map(([, name, value]) => [name, Number(value)]),
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
	const verdict = ["met", "unmet"].every((one) => values.includes(one)) && values.every((one) => one in verdictWords);
	const asked = row.cell("dtb::type").toLowerCase();
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
	const mandatory = row.cell("dtb::mandatory");
	const flag = readFlag(mandatory);
	const failure = readFailure(row.cell("dtb::failure"));
	return {
		type: "verdict",
		allowNa: values.includes("na"),
		mandatory: typeof flag === "boolean" ? flag : mandatory === "" ? false : readList(mandatory),
		knockout: readFlag(row.cell("dtb::knockout")) === true,
		counted: readFlag(row.cell("dtb::counted")) !== false,
		...figure(row, "weight"),
		...(labelled.length > 0 || marked
			? { labels: Object.fromEntries(labelled.map(({ value, label }) => [value, label])) }
			: {}),
		...(failure ? { failure } : {}),
	};
}

function unit(row: Row) {
	const words = wordsOf(row.cell("dtb::unit"), row.cell("dtb::unit_en"));
	return words ? { unit: words } : {};
}

function figure(row: Row, name: string) {
	const value = readFigure(row.cell(`dtb::${name}`));
	return value === undefined ? {} : { [name]: value };
}

/** What our own columns say of every kind of item. */
function ownPart(row: Row) {
	const basis = cleanText(row.cell("dtb::basis"), true);
	const carry = readFlag(row.cell("dtb::carry"));
	const origin = row.cell("dtb::origin");
	const record = row.cell("dtb::record");
	return {
		...(basis ? { legalBasis: { text: basis, verified: readFlag(row.cell("dtb::basis_verified")) === true } } : {}),
		...(typeof carry === "boolean" ? { carry } : {}),
		...(origin ? { origin } : {}),
		...(record ? { record } : {}),
	};
}

function hintOf(row: Row, report: Report) {
	const [hint, more] = [row.words("hint"), row.words("guidance_hint")];
	if (!hint && !more) return {};
	const vi = [hint?.vi, more?.vi].filter(Boolean).join("\n");
	const en = [hint?.en, more?.en].filter(Boolean).join("\n");
	return { hint: cut({ vi, ...(en ? { en } : {}) }, row, report) };
}

/** Words within the schema's bounds; longer ones are cut, and said to be. */
export function cut(words: Words, row: Row, report: Report): Words {
	const { vi, en } = words;
	if (report.foreign && /\$\{[^}]+\}/.test(vi)) report.add(row.line, "warning", "label_names_items", vi);
	if (vi.length <= textLimit && (en?.length ?? 0) <= textLimit) return words;
	report.add(row.line, "warning", "text_cut", vi.slice(0, 60));
	return { vi: vi.slice(0, textLimit).trim(), ...(en ? { en: en.slice(0, textLimit).trim() } : {}) };
}

/** A demand under a condition becomes a check across items: the language has no other way to say it. */
function requiredOf({ row, code }: Question, type: string, { read, checks, report }: Around): boolean {
	if (type === "computed") return readFlag(row.cell("dtb::required")) !== false;
	const text = row.cell("required");
	const flag = readFlag(text);
	if (flag !== null) return flag === true;
	const condition = read(row.line, text, "required_left");
	if (!condition) return false;
	const holds: Expression = {
		op: "or",
		args: [
			{ op: "not", arg: condition },
			{ op: "answered", item: code },
		],
	};
	checks.push({ item: code, holds, message: row.words("required_message") ?? demanded, own: "", line: row.line });
	report.add(row.line, "info", "required_unclear", text);
	return false;
}

const demanded = { vi: "Nội dung này phải trả lời.", en: "This has to be answered." };

function limitsPart({ row, code }: Question, type: string, { read, report, checks, foreign }: Around) {
	const text = row.cell("constraint");
	const whole = read(row.line, text, "constraint_left", { self: code, limits: true });
	if (!whole) return {};
	const own = row.cell("dtb::check");
	const message = row.words("constraint_message");
	// Ours: the limits, then the check in brackets of its own.
	const parts = own !== "" && whole.op === "and" && whole.args.length === 2 ? whole.args : null;
	const split: Split = splitLimits(parts?.[0] ?? whole, code, type);
	const check = parts?.[1] ?? (split.rest.length > 0 ? all(split.rest) : undefined);
	if (split.beyond) report.add(row.line, "warning", "constraint_left", text);
	else if (check) checks.push({ item: code, holds: check, message, own: parts ? own : "", line: row.line });
	else if (message && foreign) report.add(row.line, "info", "constraint_message_left", message.vi);
	return split.limits;
}

function sayWhatIsLeft({ row, type }: Question, became: string, report: Report): void {
	const say = (severity: "warning" | "info", code: Parameters<Report["add"]>[2], column: string) => {
		if (row.cell(column) !== "") report.add(row.line, severity, code, row.cell(column));
	};
	say("warning", "default_left", "default");
	for (const kind of ["image", "audio", "video", "big-image"]) say("warning", "media_left", `media::${kind}`);
	if (!(type.kind === "text" && /^multiline$/i.test(row.cell("appearance"))))
		say("info", "appearance_left", "appearance");
	if (type.kind !== "range") say("info", "parameters_left", "parameters");
	if (readFlag(row.cell("read_only")) === true && became !== "computed") say("warning", "read_only_left", "read_only");
	say("warning", "trigger_left", "trigger");
	if (became !== "computed") say("warning", "calculation_left", "calculation");
}
