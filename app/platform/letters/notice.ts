import { dayOf } from "#app/domain/days.ts";
import { answerKey } from "#app/domain/forms/answers.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import type { VerdictReason, VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import type { Block, Cell, Paper } from "#app/domain/paper.ts";
import { textBlocks } from "#app/domain/papers/body.ts";
import type { LetterContent, NoticeFacts, Unmet } from "#app/domain/papers/letter-schema.ts";
import { filled, shortDay, wordedNumber } from "#app/domain/papers/rules.ts";
import { formatTenths } from "#app/i18n/format.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";
import { closingOf, headOf, type Signing } from "./head.ts";
import { itemName } from "./item-name.ts";

/** The notice of a result to one school: what it came to and why, what it does not meet and will do about it, what it asks for. */
export function noticePaper(
	{ head, abstract, opening, closing }: LetterContent,
	definition: Definition,
	facts: NoticeFacts,
	signing: Signing | null,
	year: string,
): Paper {
	const say = (text: string) => filled(text, { "don-vi": { text: facts.name } });
	const remark = remarkBlocks(facts.remark);
	return {
		letterhead: headOf(head, signing, year),
		subject: { form: "titled", kind: "Thông báo", abstract: say(abstract) },
		body: [
			...textBlocks(say(opening)),
			{ kind: "heading", level: 1, text: "I. Kết quả" },
			resultTable(facts),
			{ kind: "heading", level: 1, text: "II. Tiêu chí chưa đạt, biện pháp và thời hạn khắc phục" },
			unmetBlock(definition, facts),
			{ kind: "heading", level: 1, text: "III. Kiến nghị của đơn vị" },
			requestBlock(definition, facts),
			...remark,
			...(closing.trim() === ""
				? []
				: [
						{ kind: "heading", level: 1, text: `${remark.length > 0 ? "V" : "IV"}. Yêu cầu` } as const,
						...textBlocks(say(closing)),
					]),
		],
		...closingOf(head.recipients.map(say), signing),
	};
}

function resultTable(facts: NoticeFacts): Block {
	const { verdict, met, counted, percentTenths, code, submittedAt, unmet } = facts;
	const mandatory = unmet.filter((one) => one.mandatory).length;
	const rows: [string, string][] = [
		["Đơn vị", `${facts.name} (mã ${code})`],
		["Kết quả", verdictName(verdict as VerdictResult, "vi")],
		["Số tiêu chí đạt/áp dụng", `${wordedNumber(met)}/${wordedNumber(counted)}${share(percentTenths)}`],
		["Số tiêu chí bắt buộc chưa đạt", wordedNumber(mandatory)],
		...(facts.reasons === null ? [] : reasons(facts.reasons)),
		["Ngày đơn vị nộp báo cáo", shortDay(dayOf(submittedAt))],
	];
	return {
		kind: "table",
		columns: [{ width: 5 }, { width: 9 }],
		head: [],
		rows: rows.map(([term, value]): Cell[] => [{ text: [{ text: term, bold: true }] }, value]),
	};
}

function share(tenths: number | null): string {
	return tenths === null ? "" : ` (${formatTenths(tenths, "vi")})`;
}

function reasons(json: string): [string, string][] {
	const list = JSON.parse(json) as VerdictReason[];
	// By code alone: the criteria stand in full below.
	const said = list.map((reason) => reasonSentence(reason, "vi"));
	return said.length === 0 ? [] : [["Lý do", said.join(";\n")]];
}

function unmetBlock(definition: Definition, { unmet, rowTitles }: NoticeFacts): Block {
	if (unmet.length === 0) return { kind: "paragraph", text: "Đơn vị không có tiêu chí nào chưa đạt." };
	return {
		kind: "table",
		columns: [
			{ width: 13, align: "center" },
			{ width: 52 },
			{ width: 39 },
			{ width: 40 },
			{ width: 24, align: "center" },
		],
		head: [["STT", "Tiêu chí", "Nội dung chưa đạt", "Biện pháp, người thực hiện", "Thời hạn"]],
		rows: unmet.map((one, at): Cell[] => [
			String(at + 1),
			titled(definition, one, rowTitles),
			one.remark,
			[one.measure, one.owner && `(${one.owner})`].filter(Boolean).join("\n"),
			one.dueOn ? shortDay(one.dueOn) : "",
		]),
	};
}

function titled(definition: Definition, one: Unmet, rowTitles: Record<string, string>): Cell {
	const section = definition.sections.find(({ items }) => items.some(({ code }) => code === one.item));
	const row = one.row && section?.roster ? rowTitles[answerKey(section.roster.code, one.row)] : "";
	const marks = [one.knockout ? "loại trực tiếp" : "", one.mandatory ? "bắt buộc" : ""].filter(Boolean).join(", ");
	return [
		{ text: one.item, bold: true },
		`. ${itemName(definition, one.item)}${row ? ` – ${row}` : ""}`,
		...(marks ? [{ text: ` (${marks})`, italic: true }] : []),
	];
}

function requestBlock(definition: Definition, { unmet }: NoticeFacts): Block {
	const asked = unmet.filter(({ request }) => request !== "");
	if (asked.length === 0) return { kind: "paragraph", text: "Đơn vị không có kiến nghị với cấp trên." };
	const items = asked.map((one) => `${one.item} (${itemName(definition, one.item)}): ${one.request}`);
	return { kind: "list", marker: "dash", items };
}

function remarkBlocks(remark: string): Block[] {
	if (remark.trim() === "") return [];
	return [{ kind: "heading", level: 1, text: "IV. Nhận xét" }, ...textBlocks(remark)];
}
