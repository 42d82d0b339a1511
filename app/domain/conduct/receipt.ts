/** The receipt of an acknowledgement as a paper: who signed what, when, and the text itself. Pure; Vietnamese, as papers are. */
import { type Block, type Paper, type Text, wordedDay } from "../paper.ts";
import { people, towards } from "./articles.ts";
import type { ConductGroup } from "./content-schema.ts";
import type { Issuer } from "./issuer.ts";
import type { OwnSignature } from "./own-queries.ts";
import { hashGroups, saysNot } from "./rules.ts";
import type { ReadableClause, ReadableCode } from "./schema.ts";

export type SignedReceipt = {
	school: Pick<Issuer, "name" | "superior" | "place">;
	signature: OwnSignature & { code: ReadableCode };
	/** The calendar day of the signature and the time as the office's clock showed it: `2026-11-23`, `10:00 23/11/2026`. */
	signedOn: string;
	signedAt: string;
};

/** One page of facts, then the text exactly as it was signed: a wording that the fingerprint stands for and nothing added. */
export function receiptPaper({ school, signature, signedOn, signedAt }: SignedReceipt): Paper {
	const { version, receipt, signedName, sha256, code } = signature;
	const { decision } = version;
	const rows: [string, string][] = [
		["Người ký", signedName],
		["Văn bản", `Bộ Quy tắc ứng xử của ${school.name}, bản ${version.number}`],
		...(decision
			? [["Quyết định ban hành", `Số ${decision.number} ${wordedDay(decision.decidedOn)}`] as [string, string]]
			: []),
		["Thời điểm ký", signedAt],
		["Mã phiếu", receipt],
		["Mã băm văn bản (SHA-256)", hashGroups(sha256)],
	];
	return {
		letterhead: { ...school, issuer: school.name, number: null, sign: "", day: signedOn },
		subject: { form: "titled", kind: "Phiếu xác nhận", abstract: "Đã đọc và cam kết thực hiện Bộ Quy tắc ứng xử" },
		body: [
			{
				kind: "paragraph",
				text: "Tôi đã đọc, hiểu và cam kết thực hiện Bộ Quy tắc ứng xử có nội dung tại Phụ lục kèm theo.",
			},
			{
				kind: "table",
				columns: [{ width: 2 }, { width: 5 }],
				head: [],
				rows: rows.map(([term, value]) => [[{ text: term, bold: true }], value]),
			},
			{
				kind: "paragraph",
				text: "Phiếu gắn với đúng văn bản có mã băm nêu trên. Văn bản thay đổi nội dung thì phải ký lại.",
			},
		],
		signatures: [{ capacity: ["Người ký xác nhận"], note: "Đã xác nhận bằng tài khoản cá nhân", name: signedName }],
		annexes: [{ kind: null, title: "Nội dung đã ký xác nhận", body: asSigned(code) }],
	};
}

function asSigned({ basis, groups }: ReadableCode): Block[] {
	return [
		...groups.flatMap(({ group, basis, relations }): Block[] => [
			{ kind: "heading", level: 1, text: nameOf(group) },
			...relations.flatMap(({ relation, clauses }): Block[] => [
				...(relation === "general" ? [] : [{ kind: "heading", level: 2, text: towards[relation] } as const]),
				{
					kind: "list",
					marker: "dash",
					items: clauses.map(clauseLine),
				},
			]),
			...basisLine(basis),
		]),
		...basisLine(basis),
	];
}

function clauseLine({ stance, text }: ReadableClause): Text {
	if (saysNot(stance, text.vi)) return text.vi;
	return [{ text: stance === "should" ? "Nên: " : "Không: ", bold: true }, text.vi];
}

function basisLine(lines: string[]): Block[] {
	if (lines.length === 0) return [];
	return [{ kind: "paragraph", text: [{ text: `Căn cứ: ${lines.join("; ")}.`, italic: true }] }];
}

function nameOf(group: ConductGroup): string {
	if (group === "everyone") return "Quy tắc chung";
	const name = people[group];
	return name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);
}
