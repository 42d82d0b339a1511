/** How a module of the code of conduct is written down. */
import type { z } from "zod";
import type { ConductGroup, ConductRelation, conductModule } from "../../../app/domain/conduct/content-schema.ts";
import { type Bilingual, type LegalBasis, read, type SchoolKind } from "./draft.ts";

export type DraftModule = z.input<typeof conductModule>;
type DraftClause = DraftModule["clauses"][number];

/** A clause without its code: codes follow the order of the module and are kept for good. */
type Line = Omit<DraftClause, "code" | "text"> & { text: Bilingual };

/** The law itself asks for it, in other words than ours. */
export function should(vi: string, en: string): Line {
	return { stance: "should", text: { vi, en }, demanded: true };
}

export function mustNot(vi: string, en: string): Line {
	return { stance: "must_not", text: { vi, en }, demanded: true };
}

/** The office's own proposal: a school may drop it. */
export function proposed(line: Line): Line {
	return { ...line, demanded: false };
}

export const generalFrom = "2019-05-28";
/** Thông tư 03/2026 Đ15: from the day after, Điều 6 of Thông tư 06/2019 no longer holds. */
export const teachersUntil = "2026-01-29";
export const teachersFrom = "2026-01-30";

export function circular06(place: string): LegalBasis {
	return read(`Thông tư 06/2019/TT-BGDĐT, ${place}`);
}

export function circular03(place: string): LegalBasis {
	return read(`Thông tư 03/2026/TT-BGDĐT, ${place}`);
}

/** A module; in force since Thông tư 06/2019 unless `more` says otherwise. */
export function conductPart(
	code: string,
	[group, relation]: [ConductGroup, ConductRelation],
	legalBasis: LegalBasis[],
	lines: Line[],
	more: { validFrom?: string; validTo?: string; kinds?: SchoolKind[] } = {},
): DraftModule {
	return {
		code,
		group,
		relation,
		legalBasis,
		validFrom: generalFrom,
		validTo: null,
		...more,
		clauses: lines.map((line, at) => ({ code: `${code}.${at + 1}`, ...line })),
	};
}
