import type { Block, Paper } from "#app/domain/paper.ts";
import { textBlocks } from "#app/domain/papers/body.ts";
import { IN_THE_TEXT, type ReminderCounts, reminderFigures } from "#app/domain/papers/letter-drafts.ts";
import type { LateSchool, LetterContent } from "#app/domain/papers/letter-schema.ts";
import { filled, shortDay, wordedNumber } from "#app/domain/papers/rules.ts";
import { closingOf, headOf, type Signing } from "./head.ts";

/** The letter to the schools that are late. Few stand in it by name; many in an annex. */
export function reminderPaper(
	{ head, abstract, opening, closing }: LetterContent,
	late: readonly LateSchool[],
	counts: ReminderCounts,
	signing: Signing | null,
): Paper {
	const figures = reminderFigures(counts);
	const say = (text: string) => filled(text, figures);
	const few = late.length <= IN_THE_TEXT;
	return {
		letterhead: headOf(head, signing, counts.today.slice(0, 4)),
		subject: { form: "letter", abstract: say(abstract) },
		addressees: few ? late.map(({ name }) => name) : ["Các cơ sở giáo dục có tên tại Phụ lục kèm theo"],
		body: [
			...textBlocks(say(opening)),
			...(few ? [lateTable(late)] : [inAnnex(late.length)]),
			...textBlocks(say(closing)),
		],
		...closingOf(head.recipients.map(say), signing),
		annexes: few
			? []
			: [{ kind: null, title: "Danh sách đơn vị quá hạn chưa nộp báo cáo", body: [lateTable(late, "Tổng số")] }],
	};
}

function inAnnex(count: number): Block {
	return {
		kind: "paragraph",
		text: `Danh sách ${wordedNumber(count)} đơn vị quá hạn chưa nộp báo cáo tại Phụ lục kèm theo.`,
	};
}

function lateTable(late: readonly LateSchool[], total?: string): Block {
	const rows = late.map(({ name, code, commune, dueOn, daysLate }, at) => [
		String(at + 1),
		code,
		name,
		commune,
		shortDay(dueOn),
		wordedNumber(daysLate),
	]);
	const sum = total
		? [[{ text: [{ text: `${total}: ${wordedNumber(late.length)} đơn vị`, bold: true }], columns: 6 }]]
		: [];
	return {
		kind: "table",
		columns: [
			{ width: 13, align: "center" },
			{ width: 25 },
			{ width: 54 },
			{ width: 28 },
			{ width: 25, align: "center" },
			{ width: 20, align: "right" },
		],
		head: [["STT", "Mã", "Đơn vị", "Xã", "Hạn nộp", "Số ngày quá hạn"]],
		rows: [...rows, ...sum],
	};
}
