/**
 * How a preschool criterion is kept in the bank, and how it enters a template.
 *
 * The 40 criteria come from a private preschool's published rules that rework a longer official list without naming it. Many of them match
 * articles of Thông tư 45/2021, so that list is probably its annex, but nobody has compared the two: the wording here is our own, the
 * numbers are the positions on that page and not official ones, and no criterion is marked mandatory.
 */
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import { type Bilingual, type DraftVerdict, type LegalBasis, read, unread } from "./draft.ts";

export type BankEntry = {
	code: string;
	text: Bilingual;
	hint?: Bilingual;
	/** The same duty in a document in force since before 2019 whose text was read. */
	since2017?: string;
	/** The same duty in the body of Thông tư 45/2021, whose text was read. */
	since2022?: string;
	/** True when the criterion may not exist at a school, so that *Không áp dụng* is an honest answer. */
	mayLack?: boolean;
	/** Asked only of schools with a kitchen, wherever the criterion stands. */
	kitchenOnly?: boolean;
};

/** Which rule the template is for: the bases shown to a school must be in force under that rule. */
export type Era = "2010" | "2021";

const wording = "Câu chữ tiêu chí là bản chép lại, chưa đối chiếu";

const annexOf: Record<Era, string> = {
	"2010": "Bảng kiểm của Thông tư 13/2010/TT-BGDĐT",
	"2021": "Phụ lục Thông tư 45/2021/TT-BGDĐT",
};

function basis(entry: BankEntry, era: Era): LegalBasis {
	const duties = [era === "2021" ? entry.since2022 : undefined, entry.since2017].filter((duty) => duty !== undefined);
	if (duties.length > 0) return read(`${duties.join("; ")}. ${wording} ${annexOf[era]}.`);
	if (era === "2021") return unread("Bản chép lại, gần Thông tư 45/2021/TT-BGDĐT; chưa đối chiếu Phụ lục.");
	return unread(`Bản làm việc của Phòng; chưa đối chiếu ${annexOf[era]}.`);
}

export function counted(entry: BankEntry, era: Era, hasKitchen: Expression): DraftVerdict {
	return {
		type: "verdict",
		code: entry.code,
		text: entry.text,
		legalBasis: basis(entry, era),
		allowNa: entry.mayLack ?? false,
		...(entry.hint && { hint: entry.hint }),
		...(entry.kitchenOnly && { visibleIf: hasKitchen }),
	};
}

/** The district's own additions are looked at and mended like the others, and stay outside the count of the circular. */
export function supplementary(entry: BankEntry, era: Era, hasKitchen: Expression): DraftVerdict {
	const anchored = entry.since2017 ?? (era === "2021" ? entry.since2022 : undefined);
	return {
		...counted(entry, era, hasKitchen),
		counted: false,
		legalBasis: anchored
			? read(`${anchored}. Huyện bổ sung, không tính vào số tiêu chí đạt.`)
			: unread("Huyện bổ sung, không tính vào số tiêu chí đạt; chưa đối chiếu văn bản gốc."),
	};
}
