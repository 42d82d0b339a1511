/**
 * How a criterion of the general and continuing education checklist is made. Only two of the fifty official criteria could be read,
 * at second hand; the rest are worked out from the duties in the body of Thông tư 18/2023 and Nghị định 80/2017. Numbers 3–50 are our
 * working order and the mandatory marks our proposals.
 */
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import { type Bilingual, type DraftVerdict, type LegalBasis, read, unread } from "./draft.ts";

type Details = {
	/** Duties in documents whose text was read. */
	duty?: string;
	hint?: Bilingual;
	mandatory?: true;
	/** True when the criterion may not exist at a school, so that *Không áp dụng* is an honest answer. */
	mayLack?: true;
	visibleIf?: Expression;
};

function basis(duty: string | undefined): LegalBasis {
	if (duty)
		return read(`${duty}. Câu chữ, thứ tự tiêu chí là bản làm việc, chưa đối chiếu Phụ lục Thông tư 18/2023/TT-BGDĐT.`);
	return unread("Bản làm việc; chưa đối chiếu Phụ lục Thông tư 18/2023/TT-BGDĐT.");
}

export function pt(number: number, text: Bilingual, details: Details = {}): DraftVerdict {
	return {
		type: "verdict",
		code: `PT-${number}`,
		text,
		legalBasis: basis(details.duty),
		mandatory: details.mandatory ?? false,
		allowNa: details.mayLack ?? false,
		...(details.hint && { hint: details.hint }),
		...(details.visibleIf && { visibleIf: details.visibleIf }),
	};
}
