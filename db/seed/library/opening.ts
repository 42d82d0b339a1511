/** The first and the last section of every checklist: facts of the day that help the office and never touch the verdict. */
import type { Expression } from "../../../app/domain/forms/expression-schema.ts";
import type { CrossCheck } from "../../../app/domain/forms/schema.ts";
import { type Bilingual, type DraftItem, type DraftSection, w } from "./draft.ts";

function answer(item: string): Expression {
	return { op: "answer", item };
}

export function sessionItems(prefix: string): DraftItem[] {
	return [
		{ type: "date", code: `${prefix}-TT.1`, text: w("Ngày rà soát", "Day of the review") },
		{
			type: "integer",
			code: `${prefix}-TT.2`,
			text: w("Số người tham gia rà soát", "Number of people taking part"),
			min: 1,
			max: 500,
			unit: w("người", "people"),
		},
		{
			type: "choices",
			code: `${prefix}-TT.3`,
			text: w("Thành phần tham gia", "Who took part"),
			hint: w(
				"Chọn mọi thành phần có người tham gia; không ghi họ tên.",
				"Choose every group that took part; no names are asked.",
			),
			min: 1,
			options: [
				{ value: "leaders", label: w("Lãnh đạo cơ sở", "School leadership") },
				{ value: "teachers", label: w("Giáo viên", "Teachers") },
				{
					value: "staff",
					label: w("Nhân viên y tế, bảo vệ, bếp, văn phòng", "Health, guard, kitchen and office staff"),
				},
				{ value: "parents", label: w("Đại diện cha mẹ", "Parents' representatives") },
				{ value: "commune", label: w("Chính quyền, ban, ngành địa phương", "Local authorities") },
			],
		},
	];
}

export function kitchenItem(prefix: string, text: Bilingual): DraftItem {
	return {
		type: "choice",
		code: `${prefix}-TT.4`,
		text,
		hint: w(
			"Chọn Không thì các tiêu chí về bếp ăn không hiện ra và không tính vào kết quả.",
			"Choose No and the kitchen criteria are neither shown nor counted.",
		),
		options: [
			{ value: "yes", label: w("Có", "Yes") },
			{ value: "no", label: w("Không", "No") },
		],
	};
}

/** The condition of everything that concerns a kitchen. */
export function hasKitchen(prefix: string): Expression {
	return { op: "eq", left: answer(`${prefix}-TT.4`), right: { op: "const", value: "yes" } };
}

/** How many rooms were looked at: three figures that must agree, and a share that nobody types. */
export function roomItems(prefix: string, all: Bilingual): DraftItem[] {
	const unit = w("phòng", "rooms");
	return [
		{ type: "integer", code: `${prefix}-TT.5`, text: all, min: 1, max: 1000, unit },
		{
			type: "integer",
			code: `${prefix}-TT.6`,
			text: w("Trong đó: số phòng an toàn", "Of these: rooms that are safe"),
			min: 0,
			max: 1000,
			unit,
		},
		{
			type: "integer",
			code: `${prefix}-TT.7`,
			text: w("Trong đó: số phòng cần sửa chữa", "Of these: rooms that need repair"),
			min: 0,
			max: 1000,
			unit,
		},
		{
			type: "computed",
			code: `${prefix}-TT.8`,
			text: w("Tỷ lệ phòng an toàn", "Share of safe rooms"),
			digits: 1,
			unit: w("%", "%"),
			required: false,
			expression: {
				op: "div",
				left: { op: "mul", args: [answer(`${prefix}-TT.6`), { op: "const", value: 100 }] },
				right: answer(`${prefix}-TT.5`),
			},
		},
	];
}

export function roomCheck(prefix: string): CrossCheck {
	return {
		code: `${prefix}-KT.1`,
		holds: {
			op: "eq",
			left: { op: "sum", args: [answer(`${prefix}-TT.6`), answer(`${prefix}-TT.7`)] },
			right: answer(`${prefix}-TT.5`),
		},
		message: w(
			"Số phòng an toàn cộng số phòng cần sửa chữa phải bằng tổng số phòng được rà soát.",
			"Safe rooms plus rooms that need repair must equal all rooms reviewed.",
		),
		items: [`${prefix}-TT.5`, `${prefix}-TT.6`, `${prefix}-TT.7`],
		severity: "error",
	};
}

export function openingSection(items: DraftItem[]): DraftSection {
	return { code: "TT", title: w("Thông tin đợt rà soát", "About this review"), items };
}

export function closingSection(prefix: string): DraftSection {
	return {
		code: "NX",
		title: w("Nhận xét chung", "General remarks"),
		items: [
			{
				type: "longtext",
				code: `${prefix}-NX.1`,
				text: w("Nhận xét, kiến nghị chung của đơn vị", "The school's general remarks and requests"),
				hint: w(
					"Không bắt buộc. Không ghi tên, lớp hay thông tin riêng của trẻ, học sinh.",
					"Optional. No name, class or private fact of any child or pupil.",
				),
				required: false,
				maxLength: 4000,
			},
		],
	};
}
