import type { z } from "zod";
import type { AnswerValue, definition } from "#app/domain/forms/schema.ts";
import type { Operation } from "#app/domain/returns/schema.ts";
import type { World } from "./build.ts";
import { answer, smallForm } from "./build-returns.ts";

type Form = z.input<typeof definition>;
type Where = NonNullable<Form["sections"][number]["visibleIf"]>;

const said = (item: string): Where => ({ op: "answer", item });
const is = (item: string, value: string | number): Where => ({
	op: "eq",
	left: said(item),
	right: { op: "const", value },
});
const more = (left: Where, value: number): Where => ({ op: "gt", left, right: { op: "const", value } });
const covered: Where = {
	op: "rows",
	roster: "K",
	where: { op: "and", args: [is("K.2", "lop"), more(said("K.3"), 0)] },
};
const eyes = (area: string): Where => ({ op: "total", item: "K.3", where: is("K.2", area) });
const yesNo = [
	{ value: "co", label: { vi: "Có", en: "Yes" } },
	{ value: "khong", label: { vi: "Không", en: "No" } },
];

/** A camera status form in small: one roster, columns of every type, a light, a list of rows and one of returns. No verdict. */
export const cameraForm = {
	sections: [
		{
			code: "P",
			title: { vi: "Thông tin chung", en: "General" },
			items: [{ type: "integer", code: "P.1", text: { vi: "Số phòng nhóm, lớp", en: "Classrooms" }, min: 0 }],
		},
		{
			code: "KV",
			title: { vi: "Khu vực lắp camera", en: "Areas with cameras" },
			roster: { code: "K", row: { vi: "khu vực", en: "area" }, title: "K.1", max: 500 },
			items: [
				{ type: "text", code: "K.1", text: { vi: "Tên khu vực", en: "Name of the area" } },
				{
					type: "choice",
					code: "K.2",
					text: { vi: "Loại khu vực", en: "Kind of area" },
					options: [
						{ value: "lop", label: { vi: "Phòng nhóm, lớp", en: "Classroom" } },
						{ value: "san", label: { vi: "Sân chơi", en: "Playground" } },
					],
				},
				{ type: "integer", code: "K.3", text: { vi: "Số mắt camera", en: "Cameras" }, min: 0 },
				{ type: "integer", code: "K.4", text: { vi: "Số mắt camera hỏng", en: "Broken cameras" }, min: 0 },
				{
					type: "computed",
					code: "K.5",
					text: { vi: "Số mắt đang hoạt động", en: "Working cameras" },
					expression: { op: "sub", left: said("K.3"), right: said("K.4") },
				},
				{
					type: "longtext",
					code: "K.6",
					text: { vi: "Lý do hỏng", en: "Why broken" },
					required: false,
					visibleIf: more(said("K.4"), 0),
				},
			],
		},
		{
			code: "Q",
			title: { vi: "Quản lý, kế hoạch", en: "Governance" },
			items: [
				{ type: "choice", code: "Q.1", text: { vi: "Có quy chế", en: "Has rules" }, options: yesNo },
				{
					type: "choices",
					code: "Q.2",
					text: { vi: "Nguồn kinh phí", en: "Paid from" },
					required: false,
					options: [
						{ value: "ns", label: { vi: "Ngân sách", en: "Budget" } },
						{ value: "xh", label: { vi: "Xã hội hóa", en: "Donations" } },
					],
				},
				{ type: "decimal", code: "Q.3", text: { vi: "Chi phí" }, required: false, digits: 1 },
				{ type: "longtext", code: "Q.4", text: { vi: "Nhu cầu lắp thêm", en: "Needs" }, required: false },
			],
		},
	],
	checks: [
		{
			code: "qua_nhieu",
			holds: { op: "le", left: said("K.4"), right: said("K.3") },
			message: { vi: "Số hỏng nhiều hơn số mắt", en: "More broken than there are" },
			items: ["K.4"],
			severity: "warning",
		},
	],
	figures: [
		{ code: "phong", label: { vi: "Số phòng lớp", en: "Classrooms" }, type: "sum", value: said("P.1") },
		{ code: "phong_camera", label: { vi: "Phòng có camera" }, type: "sum", value: covered },
		{ code: "ty_le", label: { vi: "Tỷ lệ phòng có camera" }, type: "share", value: covered, of: said("P.1") },
		{ code: "mat_lop", label: { vi: "Lớp" }, group: { vi: "Số mắt" }, type: "sum", value: eyes("lop") },
		{ code: "mat_san", label: { vi: "Sân" }, group: { vi: "Số mắt" }, type: "sum", value: eyes("san") },
		{ code: "hong", label: { vi: "Hỏng" }, type: "sum", value: { op: "total", item: "K.4" }, watched: true },
		{ code: "quy_che", label: { vi: "Có quy chế" }, type: "yes", value: is("Q.1", "co") },
		{
			code: "chi_phi",
			label: { vi: "Chi phí" },
			unit: { vi: "triệu đồng" },
			type: "sum",
			value: said("Q.3"),
			digits: 1,
		},
		{ code: "nguon", label: { vi: "Nguồn kinh phí" }, type: "text", value: said("Q.2") },
	],
	lights: [
		{
			code: "phu",
			label: { vi: "Phòng lớp có camera", en: "Classrooms covered" },
			known: more(said("P.1"), 0),
			green: { op: "ge", left: covered, right: said("P.1") },
			amber: more(covered, 0),
			says: {
				green: { vi: "Đủ mọi phòng", en: "Every room" },
				amber: { vi: "Một phần", en: "Some rooms" },
				red: { vi: "Chưa có", en: "None" },
			},
		},
	],
	lists: [
		{
			code: "hong",
			title: { vi: "Camera hỏng", en: "Broken cameras" },
			roster: "K",
			where: more(said("K.4"), 0),
			items: ["K.2", "K.4", "K.6"],
		},
		{
			code: "nhu_cau",
			title: { vi: "Nhu cầu lắp thêm", en: "Needs" },
			where: { op: "answered", item: "Q.4" },
			items: ["Q.4", "Q.3"],
		},
	],
	rule: { type: "none" },
} satisfies Form;

/** `smallForm` with a figure of each kind and a light beside its verdict. */
export const ratedForm = {
	...smallForm,
	figures: [
		{ code: "phong", label: { vi: "Số phòng" }, type: "sum", value: said("B.2") },
		{ code: "phan", label: { vi: "Phần" }, type: "share", value: said("B.2"), of: said("B.4") },
		{ code: "lan_can", label: { vi: "Lan can" }, type: "yes", value: is("A.1", "met") },
	],
	lights: [
		{
			code: "an_toan",
			label: { vi: "Lan can" },
			known: { op: "ne", left: said("A.1"), right: { op: "const", value: "na" } },
			green: is("A.1", "met"),
			amber: is("A.3", "na"),
			says: { green: { vi: "Tốt" }, amber: { vi: "Tạm" }, red: { vi: "Hỏng" } },
		},
	],
} satisfies Form;

export type CameraRow = { name: string; area: "lop" | "san"; eyes: number; broken: number; why?: string };

/** What a device sends for `cameraForm`. Rows get the ids `r1`, `r2`, … in the order given. */
export function cameras(rows: readonly CameraRow[], over: Record<string, AnswerValue> = {}, base = 0): Operation[] {
	const values = { "P.1": 4, "Q.1": "co", ...over };
	return [
		...Object.entries(values).map(([item, value]) => answer(item, value, { base })),
		...rows.flatMap(({ name, area, eyes: many, broken, why }, at) => {
			const row = `r${at + 1}`;
			const said = { "K.1": name, "K.2": area, "K.3": many, "K.4": broken, ...(why ? { "K.6": why } : {}) };
			return [
				answer("K", at + 1, { row, base }),
				...Object.entries(said).map(([item, value]) => answer(item, value, { row, base })),
			];
		}),
	];
}

/** Makes a campaign a round on the same template as an earlier one, issued on a later day. */
export async function nextRound(world: World, earlier: string, later: string, issuedAt: string): Promise<void> {
	const version = async (id: string) =>
		world.store.read
			.selectFrom("campaign")
			.innerJoin("template_version", "template_version.id", "campaign.version_id")
			.select(["template_version.id", "template_version.template_id", "template_version.number"])
			.where("campaign.id", "=", id)
			.executeTakeFirstOrThrow();
	const [old, fresh] = [await version(earlier), await version(later)];
	await world.store.read
		.updateTable("template_version")
		.set({ template_id: old.template_id, number: old.number + 1 })
		.where("id", "=", fresh.id)
		.execute();
	await world.store.read.updateTable("campaign").set({ issued_at: issuedAt }).where("id", "=", later).execute();
}
