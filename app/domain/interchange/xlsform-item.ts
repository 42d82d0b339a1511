/** A question of the survey as an item of ours. */
import type { Expression, Words } from "../forms/expression-schema.ts";
import { cleanText } from "../forms/texts.ts";
import { readFigure, readFlag } from "./cells.ts";
import type { Report } from "./report.ts";
import type { Lists } from "./xlsform-choices.ts";
import type { ReadExpression } from "./xlsform-expressions.ts";
import { type Split, splitLimits } from "./xlsform-limits.ts";
import type { Row } from "./xlsform-sheet.ts";
import type { Question } from "./xlsform-tree.ts";
import { typedPart } from "./xlsform-typed.ts";

/** An item before the schema has judged it. */
export type RawItem = Record<string, unknown> & { code: string; type: string; text: Words };
/** A condition of this item that the whole return must fulfil; `own` is the code of a check of ours that stands in its constraint. */
export type RawCheck = { item: string; holds: Expression; message: Words | undefined; own: string; line: number };

export type Around = { lists: Lists; read: ReadExpression; report: Report; foreign: boolean; checks: RawCheck[] };

const textLimit = 4000;
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

/** What our own columns say of every kind of item. */
function ownPart(row: Row) {
	const basis = cleanText(row.cell("dtb_basis"), true);
	const carry = readFlag(row.cell("dtb_carry"));
	const origin = row.cell("dtb_origin");
	const record = row.cell("dtb_record");
	const photos = readFigure(row.cell("dtb_photos"));
	return {
		...(basis ? { legalBasis: { text: basis, verified: readFlag(row.cell("dtb_basis_verified")) === true } } : {}),
		...(typeof carry === "boolean" ? { carry } : {}),
		...(origin ? { origin } : {}),
		...(record ? { record } : {}),
		...(photos === undefined ? {} : { photos }),
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
	if (report.foreign && /\$\{[^{}]+\}/.test(vi)) report.add(row.line, "warning", "label_names_items", vi);
	if (vi.length <= textLimit && (en?.length ?? 0) <= textLimit) return words;
	report.add(row.line, "warning", "text_cut", vi.slice(0, 60));
	return { vi: vi.slice(0, textLimit).trim(), ...(en ? { en: en.slice(0, textLimit).trim() } : {}) };
}

/** A demand under a condition becomes a check across items: the language has no other way to say it. */
function requiredOf({ row, code }: Question, type: string, { read, checks, report }: Around): boolean {
	if (type === "computed") return readFlag(row.cell("dtb_required")) !== false;
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
	const own = row.cell("dtb_check");
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
