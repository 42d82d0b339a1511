import { dayOf } from "#app/domain/days.ts";
import { answerKey, answerOf, isBlankMeasure } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRoster, rowsOf, rowTitle } from "#app/domain/forms/rows.ts";
import type { Answer, Item, Section } from "#app/domain/forms/schema.ts";
import type { VerdictResult } from "#app/domain/forms/verdict-schema.ts";
import type { Block, Cell, Paper, Picture, Text } from "#app/domain/paper.ts";
import { shortDay, wordedNumber } from "#app/domain/papers/rules.ts";
import { codeText } from "#app/domain/papers/slip-code.ts";
import type { Slip } from "#app/domain/papers/slips.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { formatTime } from "#app/i18n/format.ts";
import { reasonSentence, verdictName } from "#app/i18n/verdict.ts";
import { itemName } from "./item-name.ts";

export type SlipOf = {
	slip: Slip;
	/** Who stands above the school and where it writes; from `conduct/issuer.ts`. */
	school: { superior: string | null; place: string };
	/** Where a code is looked up: `https://antoan.example.vn/xac-minh`. */
	verifyAt: string;
	photographs: SlipPhotographs;
};

/** Photographs of answers by section, in form order. */
export type SlipPhotographs = {
	sections: readonly { heading: string; pictures: readonly Picture[] }[];
	/** Further ones, for which there is no room on paper. */
	left: number;
};

/** A return as it was sent, on paper: facts, result, every answer, photographs, who sent it, and how to tell it from a made-up one. */
export function slipPaper({ slip, school, verifyAt, photographs }: SlipOf): Paper {
	const { definition } = slip;
	return {
		letterhead: {
			superior: school.superior,
			issuer: slip.school.name,
			number: null,
			sign: "",
			place: school.place,
			day: dayOf(slip.sentAt),
		},
		subject: { form: "titled", kind: "Phiếu kết quả", abstract: slip.campaign },
		body: [
			facts(slip),
			...verdictBlocks(slip),
			verification(slip, verifyAt),
			...definition.sections.flatMap((section) => sectionBlocks(slip, section)),
			...photographBlocks(photographs),
		],
		signatures: [
			{
				capacity: [headTitle(slip.school.kind)],
				note: `Đã ký gửi bằng tài khoản cá nhân\nlúc ${formatTime(slip.sentAt)}`,
				name: slip.sentBy || "(tài khoản không còn)",
			},
		],
	};
}

/** Who answers for a school of this kind: an independent group has no principal but whoever runs it. */
function headTitle(kind: string): string {
	if (kind === "GDTX") return "Giám đốc";
	if (kind === "NTDL") return "Chủ nhóm trẻ";
	return kind === "LMG" || kind === "LMN" ? "Chủ lớp" : "Hiệu trưởng";
}

function pairs(rows: readonly [string, Text][]): Block {
	return {
		kind: "table",
		columns: [{ width: 5 }, { width: 11 }],
		head: [],
		rows: rows.map(([term, value]): Cell[] => [{ text: [{ text: term, bold: true }] }, { text: value }]),
	};
}

const decisions = { accepted: "Phòng đã chấp nhận", sent_back: "Phòng trả lại để bổ sung" };

function facts(slip: Slip): Block {
	const { school, template, round, sentAt, onTime, dueOn, review } = slip;
	const checked = template.checkedAt === null ? " (bản làm việc, chưa đối chiếu)" : "";
	return pairs([
		["Đơn vị", `${school.name} (mã ${school.code})`],
		["Địa bàn", school.commune],
		["Biểu mẫu", `${template.title.vi}, phiên bản ${template.number}${checked}`],
		["Lần nộp", `Lần ${round}, lúc ${formatTime(sentAt)}`],
		["Thời hạn", `${shortDay(dueOn)} (${onTime ? "nộp đúng hạn" : "nộp muộn"})`],
		["Kết quả duyệt", review ? `${decisions[review.decision]} ngày ${shortDay(dayOf(review.at))}` : "Chờ Phòng duyệt"],
	]);
}

function verdictBlocks({ definition, verdict }: Slip): Block[] {
	if (definition.rule.type === "none") return [];
	const { result, met, counted, percent, reasons } = verdict;
	const share = percent === null ? "" : ` (${wordedNumber(percent, 1)} %)`;
	const why = reasons.map((reason) => reasonSentence(reason, "vi", (code) => itemName(definition, code))).join("; ");
	return [
		{
			kind: "paragraph",
			align: "center",
			text: [
				{ text: `Kết quả: ${verdictName(result as VerdictResult, "vi").toLocaleUpperCase("vi")}`, bold: true },
				` – đạt ${met}/${counted} tiêu chí áp dụng${share}`,
			],
		},
		...(why === "" ? [] : [{ kind: "paragraph", text: [{ text: `${why}.`, italic: true }] } as const]),
	];
}

function verification({ code, sha256 }: Slip, verifyAt: string): Block {
	const groups = sha256.replace(/(.{8})(?=.)/g, "$1 ");
	if (code === null) return pairs([["Mã băm (SHA-256)", groups]]);
	return {
		kind: "qr",
		url: `${verifyAt}/${codeText(code)}`,
		lines: [
			[{ text: "Quét mã, hoặc nhập mã tại địa chỉ dưới đây để xác minh phiếu", bold: true }],
			verifyAt,
			["Mã xác minh: ", { text: codeText(code), bold: true }],
			`Mã băm bản nộp (SHA-256): ${groups}`,
		],
	};
}

function sectionBlocks(slip: Slip, section: Section): Block[] {
	const heading: Block = { kind: "heading", level: 1, text: `${section.code}. ${section.title.vi}` };
	const { answers, definition } = slip;
	if (!isRoster(section)) {
		const items = section.items.filter((item) => answers[item.code] !== undefined);
		return items.length > 0 ? [heading, answerTable(slip, items, "")] : [];
	}
	const rows = rowsOf(answers, prepare(definition).rosterCodes).get(section.roster.code) ?? [];
	if (rows.length === 0) return [];
	return [
		heading,
		...rows.flatMap((row, at): Block[] => {
			const items = section.items.filter((item) => answers[answerKey(item.code, row)] !== undefined);
			const word = `${section.roster.row.vi} ${at + 1}`;
			const title = rowTitle(section, answers, row);
			return [
				{ kind: "heading", level: 2, text: title ? `${word}: ${title}` : word },
				...(items.length > 0 ? [answerTable(slip, items, row)] : []),
			];
		}),
	];
}

function answerTable({ answers }: Slip, items: readonly Item[], row: string): Block {
	return {
		kind: "table",
		columns: [{ width: 20 }, { width: 60 }, { width: 35 }, { width: 50 }],
		head: [["Mã", "Nội dung", "Trả lời", "Mô tả, biện pháp"]],
		rows: items.map((item): Cell[] => {
			const answer = answerOf(answers, item.code, row);
			const said = answerText(item, answer.value, "vi") || "–";
			const unit = typeof answer.value === "number" && "unit" in item && item.unit ? ` ${item.unit.vi}` : "";
			return [
				item.code,
				[item.text.vi, ...marksOf(item)],
				{ text: [{ text: `${said}${unit}`, bold: answer.value === "unmet" }] },
				details(answer),
			];
		}),
	};
}

function marksOf(item: Item): { text: string; italic: true }[] {
	if (item.type !== "verdict") return [];
	const marks = [item.knockout ? "loại trực tiếp" : "", item.mandatory === false ? "" : "bắt buộc"].filter(Boolean);
	return marks.length === 0 ? [] : [{ text: ` (${marks.join(", ")})`, italic: true }];
}

function details({ note, measure }: Answer): string {
	const lines = note.trim() === "" ? [] : [note.trim()];
	if (measure && !isBlankMeasure(measure)) {
		const { what, who, due, superior, request } = measure;
		if (what) lines.push(`Biện pháp: ${what}${who ? ` (${who})` : ""}`);
		if (due) lines.push(`Thời hạn: ${shortDay(due)}`);
		if (superior) lines.push(`Kiến nghị: ${request || "đề nghị cấp trên hỗ trợ"}`);
	}
	return lines.join("\n");
}

function photographBlocks({ sections, left }: SlipPhotographs): Block[] {
	if (sections.length === 0 && left === 0) return [];
	return [
		{ kind: "heading", level: 1, text: "Ảnh kèm theo" },
		...sections.flatMap(({ heading, pictures }): Block[] => [
			{ kind: "heading", level: 2, text: heading },
			{ kind: "images", images: pictures },
		]),
		...(left === 0
			? []
			: [
					{
						kind: "paragraph",
						text: `Còn ${left} ảnh không in trong phiếu này, xem tại bản nộp trên hệ thống.`,
					} as const,
				]),
	];
}
