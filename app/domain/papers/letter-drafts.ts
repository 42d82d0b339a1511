/** What letters say before somebody changes them. Pure; Vietnamese, as papers are. Figures stand as `{{qua-han}}`. */
import { addDays } from "../days.ts";
import { rateTenths } from "../tallies/rules.ts";
import type { LetterContent, LetterHead, LetterKind } from "./letter-schema.ts";
import { officeNames } from "./outline.ts";
import { letterName, shortDay, wordedNumber, wordedRate } from "./rules.ts";

export type DraftOf = {
	campaign: { title: string; dueOn: string };
	office: string;
	today: string;
	/** Letters whose tasks the campaign serves. */
	directives: readonly { number: string; issuedOn: string; issuer: string }[];
	/** Rules that the form stands on. */
	bases: readonly string[];
	/** How the office's last paper was headed. */
	last: LetterHead | null;
};

/** Days that a late school is given unless somebody says otherwise. */
const GRACE = 3;
/** A list of up to so many schools stands in the letter itself. */
export const IN_THE_TEXT = 10;

export function reminderDraft({ campaign, office, today, directives, last }: DraftOf): LetterContent {
	const head = headFor("reminder", office, last);
	const by = directives.map((one) => `${letterName(one)} của ${one.issuer}`).join("; ");
	const begun = by
		? `Thực hiện ${by}, ${head.issuer} đã triển khai đợt báo cáo “${campaign.title}”`
		: `${head.issuer} đã triển khai đợt báo cáo “${campaign.title}”`;
	return {
		head,
		abstract: `đôn đốc nộp báo cáo “${campaign.title}”`,
		opening: `${begun}, hạn nộp ngày {{han-nop}}. Đến ngày {{ngay}}, đã có {{da-nop}}/{{tong}} đơn vị nộp báo cáo, đạt {{ty-le}}; còn {{qua-han}} đơn vị quá hạn chưa nộp.`,
		closing: [
			`${head.issuer} yêu cầu người đứng đầu các đơn vị quá hạn:`,
			`- Hoàn thành và nộp báo cáo trên hệ thống chậm nhất ngày ${shortDay(addDays(today, GRACE))};`,
			`- Báo cáo ngay về ${head.issuer} nếu có khó khăn, vướng mắc để được hướng dẫn.`,
			"Đề nghị các đơn vị nghiêm túc thực hiện.",
		].join("\n"),
	};
}

export function noticeDraft({ campaign, office, bases, last }: DraftOf): LetterContent {
	const head = headFor("result", office, last);
	const by = bases.length > 0 ? `Căn cứ ${bases.join("; ")}, sau` : "Sau";
	return {
		head,
		abstract: `Kết quả đánh giá của {{don-vi}} trong đợt “${campaign.title}”`,
		opening: `${by} khi kiểm tra báo cáo của {{don-vi}} trong đợt “${campaign.title}”, ${head.issuer} thông báo kết quả như sau:`,
		closing: [
			"Đề nghị đơn vị:",
			"- Khắc phục các tiêu chí chưa đạt theo đúng biện pháp và thời hạn nêu trên; báo cáo kết quả khắc phục trước khi bước vào năm học mới;",
			"- Công khai kết quả này tại trang thông tin điện tử, bảng tin của đơn vị.",
		].join("\n"),
	};
}

/** How a letter is headed: as the office's last paper was, with the sign of its kind. */
export function headFor(kind: LetterKind, office: string, last: LetterHead | null): LetterHead {
	const body = last?.sign.replace(/^\p{L}+-(?=PGD|SGD|UBND|VHXH)/u, "") ?? "PGDĐT";
	const { superior, issuer, place } = last ?? officeNames(office);
	return {
		superior,
		issuer,
		place,
		sign: kind === "result" ? `TB-${body}` : body,
		recipients: kind === "result" ? ["{{don-vi}}", "Lưu: VT"] : ["Như trên", "Lưu: VT"],
	};
}

export type ReminderCounts = { recipients: number; reported: number; late: number; dueOn: string; today: string };

/** The figures that the text of a reminder may hold. */
export function reminderFigures({
	recipients,
	reported,
	late,
	dueOn,
	today,
}: ReminderCounts): Record<string, { text: string }> {
	return {
		tong: { text: wordedNumber(recipients) },
		"da-nop": { text: wordedNumber(reported) },
		"chua-nop": { text: wordedNumber(recipients - reported) },
		"qua-han": { text: wordedNumber(late) },
		"ty-le": { text: wordedRate(rateTenths(reported, recipients)) },
		"han-nop": { text: shortDay(dueOn) },
		ngay: { text: shortDay(today) },
	};
}

/** Keys that the text of a letter may hold. */
export function figureKeys(kind: LetterKind): string[] {
	if (kind === "result") return ["don-vi"];
	return Object.keys(reminderFigures({ recipients: 0, reported: 0, late: 0, dueOn: "", today: "" }));
}
