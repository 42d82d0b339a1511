/** Items, checks and figures that the library's status and number forms share. */
import type { z } from "zod";
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import type { figure } from "../../../app/domain/forms/figure-schema.ts";
import type { CrossCheck } from "../../../app/domain/forms/schema.ts";
import { type Bilingual, type DraftItem, type DraftSection, w } from "./draft.ts";
import { answer, le } from "./expressions.ts";

type Draft<Type extends DraftItem["type"]> = Extract<DraftItem, { type: Type }>;
type More<Type extends DraftItem["type"]> = Partial<Omit<Draft<Type>, "type" | "code" | "text">>;
export type DraftFigure = z.input<typeof figure>;
export type Option = Draft<"choice">["options"][number];

/** Nobody passes or fails. */
export const statusOnly = { type: "none" } as const;

/** So that no form gathers what tells a child apart. */
export const noChild = w(
	"Không ghi tên, lớp, ngày sinh, hình ảnh hay thông tin riêng của trẻ, học sinh.",
	"No name, class, birthday, picture or private fact of any child or pupil.",
);

export function option(code: string, vi: string, en: string): Option {
	return { value: code, label: w(vi, en) };
}

const yes = option("co", "Có", "Yes");
const no = option("khong", "Không", "No");

export function choice(code: string, text: Bilingual, options: Option[], more: More<"choice"> = {}): Draft<"choice"> {
	return { type: "choice", code, text, options, ...more };
}

export function yesNo(code: string, text: Bilingual, more: More<"choice"> = {}): Draft<"choice"> {
	return choice(code, text, [yes, no], more);
}

export function choices(
	code: string,
	text: Bilingual,
	options: Option[],
	more: More<"choices"> = {},
): Draft<"choices"> {
	return { type: "choices", code, text, options, min: 1, ...more };
}

/** A whole number that cannot be negative. */
export function count(code: string, text: Bilingual, unit: Bilingual, more: More<"integer"> = {}): Draft<"integer"> {
	return { type: "integer", code, text, unit, min: 0, max: 100_000, ...more };
}

/** An amount in đồng. */
export function money(code: string, text: Bilingual, more: More<"integer"> = {}): Draft<"integer"> {
	return count(code, text, w("đồng", "đồng"), { max: 1_000_000_000_000, ...more });
}

export function day(code: string, text: Bilingual, more: More<"date"> = {}): Draft<"date"> {
	return { type: "date", code, text, min: "1990-01-01", ...more };
}

export function computed(
	code: string,
	text: Bilingual,
	expression: Expression,
	more: More<"computed"> = {},
): Draft<"computed"> {
	return { type: "computed", code, text, expression, required: false, ...more };
}

/** Free text, never demanded, that warns when it looks as if it named a child. */
export function remark(code: string, text: Bilingual, more: More<"longtext"> = {}): Draft<"longtext"> {
	return { type: "longtext", code, text, hint: noChild, required: false, maxLength: 2000, anonymous: true, ...more };
}

/** The days between which things are counted. */
export function periodItems(prefix: string): DraftItem[] {
	return [
		day(`${prefix}-TT.1`, w("Số liệu tính từ ngày", "Counted from")),
		day(`${prefix}-TT.2`, w("Đến hết ngày", "Up to and including"), {
			hint: w(
				"Ghi đúng kỳ báo cáo nêu trong công văn của đợt này.",
				"Take the period named in the letter of this campaign.",
			),
		}),
	];
}

export function periodCheck(prefix: string): CrossCheck {
	return check(
		`${prefix}-KT.1`,
		le(answer(`${prefix}-TT.1`), answer(`${prefix}-TT.2`)),
		w("Ngày đầu kỳ không được sau ngày cuối kỳ.", "The period cannot begin after it ends."),
		[`${prefix}-TT.2`],
	);
}

export function check(
	code: string,
	holds: Expression,
	message: Bilingual,
	items: string[],
	severity: CrossCheck["severity"] = "error",
): CrossCheck {
	return { code, holds, message, items, severity };
}

/** A part that cannot be larger than its whole. */
export function partCheck(code: string, part: string, whole: string, message: Bilingual): CrossCheck {
	return check(code, le(answer(part), answer(whole)), message, [part]);
}

export function remarksSection(item: DraftItem): DraftSection {
	return { code: "NX", title: w("Khó khăn, kiến nghị", "Difficulties and requests"), items: [item] };
}

export function sumFigure(
	code: string,
	label: Bilingual,
	value: Expression,
	more: Partial<DraftFigure> = {},
): DraftFigure {
	return { code, label, type: "sum", value, ...more };
}

export function shareFigure(
	code: string,
	label: Bilingual,
	[part, whole]: [Expression, Expression],
	more: Partial<DraftFigure> = {},
): DraftFigure {
	return { code, label, type: "share", value: part, of: whole, digits: 1, unit: w("%", "%"), ...more };
}

export function yesFigure(
	code: string,
	label: Bilingual,
	holds: Expression,
	more: Partial<DraftFigure> = {},
): DraftFigure {
	return { code, label, type: "yes", value: holds, ...more };
}

export function textFigure(code: string, label: Bilingual, item: string, more: Partial<DraftFigure> = {}): DraftFigure {
	return { code, label, type: "text", value: answer(item), ...more };
}
