/** A form with a roster, small enough to read: rooms with cameras, working and broken, and what the office adds up. */
import type { z } from "zod";
import type { Expression } from "./expression-schema.ts";
import type { Answers, definition } from "./schema.ts";

const item = (code: string): Expression => ({ op: "answer", item: code });
const is = (code: string, value: string): Expression => ({ op: "eq", left: item(code), right: { op: "const", value } });

export const roomsForm: z.input<typeof definition> = {
	sections: [
		{
			code: "A",
			title: { vi: "Chung" },
			items: [
				{ type: "integer", code: "ROOMS", text: { vi: "Số phòng nhóm, lớp" }, record: "classrooms", min: 0 },
				{
					type: "computed",
					code: "ALL",
					text: { vi: "Tổng số mắt" },
					expression: { op: "total", item: "N" },
				},
			],
		},
		{
			code: "B",
			title: { vi: "Khu vực" },
			visibleIf: { op: "answered", item: "ROOMS" },
			roster: {
				code: "R",
				row: { vi: "khu vực" },
				title: "NAME",
				max: 4,
				prefill: [
					{ from: "classrooms", name: "Phòng {n}", set: { AREA: "class" } },
					{ from: "sites", name: "Sân chơi điểm trường {n}", set: { AREA: "yard" } },
				],
			},
			items: [
				{
					type: "text",
					code: "NAME",
					text: { vi: "Tên khu vực" },
					carry: true,
					refuses: { words: ["nhà vệ sinh", "wc"], message: { vi: "Không lắp camera ở nhà vệ sinh" } },
				},
				{
					type: "choice",
					code: "AREA",
					text: { vi: "Loại khu vực" },
					carry: true,
					options: [
						{ value: "class", label: { vi: "Phòng nhóm, lớp" } },
						{ value: "yard", label: { vi: "Sân chơi" } },
						{
							value: "toilet",
							label: { vi: "Nhà vệ sinh" },
							refused: { vi: "Không lắp camera ở nhà vệ sinh, phòng thay đồ" },
						},
					],
				},
				{ type: "integer", code: "N", text: { vi: "Số mắt" }, min: 0, max: 50, carry: true },
				{
					type: "integer",
					code: "BROKEN",
					text: { vi: "Số mắt hỏng" },
					min: 0,
					visibleIf: { op: "gt", left: item("N"), right: { op: "const", value: 0 } },
				},
				{
					type: "computed",
					code: "WORKING",
					text: { vi: "Đang hoạt động" },
					expression: { op: "sub", left: item("N"), right: item("BROKEN") },
				},
			],
		},
	],
	checks: [
		{
			code: "broken",
			holds: { op: "le", left: item("BROKEN"), right: item("N") },
			message: { vi: "Số mắt hỏng không quá số mắt" },
			items: ["BROKEN"],
		},
	],
	figures: [
		{ code: "F-ALL", label: { vi: "Tổng số mắt" }, type: "sum", value: { op: "total", item: "N" }, watched: true },
		{
			code: "F-OK",
			label: { vi: "Tỷ lệ hoạt động" },
			type: "share",
			value: { op: "total", item: "WORKING" },
			of: { op: "total", item: "N" },
		},
		{
			code: "F-CLASS",
			label: { vi: "Có camera trong lớp" },
			type: "yes",
			value: {
				op: "gt",
				left: { op: "total", item: "N", where: is("AREA", "class") },
				right: { op: "const", value: 0 },
			},
		},
	],
	lights: [
		{
			code: "L",
			label: { vi: "Camera hoạt động" },
			known: { op: "gt", left: { op: "total", item: "N" }, right: { op: "const", value: 0 } },
			green: { op: "eq", left: { op: "total", item: "WORKING" }, right: { op: "total", item: "N" } },
			amber: { op: "gt", left: { op: "total", item: "WORKING" }, right: { op: "const", value: 0 } },
			says: {
				green: { vi: "Mọi camera hoạt động" },
				amber: { vi: "Có camera hỏng" },
				red: { vi: "Không camera nào hoạt động" },
			},
		},
	],
	lists: [
		{
			code: "BROKEN-LIST",
			title: { vi: "Camera hỏng" },
			roster: "R",
			where: { op: "gt", left: item("BROKEN"), right: { op: "const", value: 0 } },
			items: ["NAME", "BROKEN"],
		},
	],
	rule: { type: "none" },
};

/** Answers of rooms: one object a row, in order, by row id. */
export function roomAnswers(
	rooms: number | null,
	rows: Record<string, Partial<Record<"NAME" | "AREA" | "N" | "BROKEN", string | number>>>,
): Answers {
	const answers: Answers = {};
	const put = (key: string, value: string | number) => {
		answers[key] = { value, note: "", measure: null };
	};
	if (rooms !== null) put("ROOMS", rooms);
	for (const [at, [row, given]] of Object.entries(rows).entries()) {
		put(`R#${row}`, at + 1);
		for (const [code, value] of Object.entries(given)) put(`${code}#${row}`, value);
	}
	return answers;
}
