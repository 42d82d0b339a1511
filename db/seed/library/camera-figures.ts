/** What the office draws from camera returns: the columns of its roll-up, three lights, two lists. */
import type { z } from "zod";
import type { drawnList, light } from "../../../app/domain/forms/figure-schema.ts";
import { area, hasCamera, isInside, roster } from "./camera-areas.ts";
import { w } from "./draft.ts";
import { and, answer, eq, ge, has, hasAny, mul, not, or, positive, rows, total, value } from "./expressions.ts";
import { type DraftFigure, shareFigure, sumFigure, textFigure, yesFigure } from "./fields.ts";

const eye = w("mắt", "cameras");
const classrooms = w("Phòng nhóm, lớp", "Classrooms");
const places = w("Số mắt camera theo khu vực", "Cameras by area");
const state = w("Tình trạng camera", "State of the cameras");
const governance = w("Quản lý, sử dụng", "Governance");
const sides = w("Có camera", "Has cameras");
const consent = w("Tỷ lệ đồng ý", "Agreement");
const needs = w("Nhu cầu bổ sung", "Needs");

const camerasIn = (...types: string[]) => total(area.cameras, and(hasCamera, hasAny(area.type, types)));
const insideWithCamera = and(isInside, hasCamera);
const hasRules = has("CAM-QL.1", "co");
const toldAll = has("CAM-QL.7", "day_du");
const asked = has("CAM-QL.8", "co");

export const cameraFigures: DraftFigure[] = [
	sumFigure("PHONG", w("Số phòng nhóm, lớp", "Classrooms"), answer("CAM-TT.4"), {
		group: classrooms,
		unit: w("phòng", "rooms"),
		watched: true,
	}),
	sumFigure("PHONG-CO", w("Phòng có camera", "With a camera"), answer("CAM-TH.1"), {
		group: classrooms,
		unit: w("phòng", "rooms"),
		watched: true,
	}),
	shareFigure("PHONG-TL", w("Tỷ lệ phòng có camera", "Share with a camera"), [answer("CAM-TH.1"), answer("CAM-TT.4")], {
		group: classrooms,
	}),
	sumFigure("MAT-LOP", w("Trong lớp", "Inside"), total(area.cameras, insideWithCamera), { group: places, unit: eye }),
	sumFigure("MAT-SAN", w("Sân chơi", "Playground"), camerasIn("san_choi"), { group: places, unit: eye }),
	sumFigure("MAT-BEP", w("Bếp", "Kitchen"), camerasIn("bep"), { group: places, unit: eye }),
	sumFigure("MAT-CONG", w("Cổng", "Gate"), camerasIn("cong"), { group: places, unit: eye }),
	sumFigure(
		"MAT-KHAC",
		w("Khu vực khác", "Elsewhere"),
		total(area.cameras, and(hasCamera, not(or(isInside, hasAny(area.type, ["san_choi", "bep", "cong"]))))),
		{ group: places, unit: eye },
	),
	sumFigure("MAT", w("Tổng số mắt", "Cameras in all"), answer("CAM-TH.3"), { group: state, unit: eye, watched: true }),
	sumFigure("MAT-HD", w("Đang hoạt động", "Working"), answer("CAM-TH.4"), { group: state, unit: eye, watched: true }),
	sumFigure("MAT-HONG", w("Hỏng", "Broken"), answer("CAM-TH.5"), { group: state, unit: eye }),
	shareFigure("MAT-TL", w("Tỷ lệ hoạt động", "Share that works"), [answer("CAM-TH.4"), answer("CAM-TH.3")], {
		group: state,
	}),
	textFigure("NGAY-LUU", w("Số ngày lưu", "Days kept"), "CAM-HT.2", { group: governance, unit: w("ngày", "days") }),
	yesFigure("XEM", w("Cha mẹ xem trực tuyến", "Parents watch online"), hasAny("CAM-QL.6", ["khung_gio", "toan_bo"]), {
		group: governance,
	}),
	yesFigure("QUY-CHE", w("Có quy chế", "Has rules"), hasRules, { group: governance }),
	yesFigure("TB-YK", w("Đã thông báo, lấy ý kiến", "Notice given, opinions asked"), and(toldAll, asked), {
		group: governance,
	}),
	textFigure("NGUON", w("Nguồn kinh phí", "Source of the money"), "CAM-HT.9", { group: governance }),
	sumFigure("THEM", w("Số mắt cần thêm", "Cameras needed"), answer("CAM-KH.1"), { group: needs, unit: eye }),
	sumFigure("KINH-PHI", w("Kinh phí dự kiến", "Money expected"), answer("CAM-KH.2"), {
		group: needs,
		unit: w("đồng", "đồng"),
	}),
	yesFigure("CO-TRONG", w("Trong lớp", "Inside the classroom"), positive(rows(roster, insideWithCamera)), {
		group: sides,
	}),
	yesFigure(
		"CO-NGOAI",
		w("Ngoài lớp (sân, hành lang…)", "Outside (yard, corridor…)"),
		positive(rows(roster, and(hasCamera, not(isInside)))),
		{ group: sides },
	),
	shareFigure("CM-DY", w("Cha mẹ", "Parents"), [answer("CAM-QL.11"), answer("CAM-QL.10")], { group: consent }),
	shareFigure("GV-DY", w("Giáo viên", "Teachers"), [answer("CAM-QL.14"), answer("CAM-QL.13")], { group: consent }),
	textFigure("GHI-CHU", w("Ghi chú", "Note"), "CAM-KH.5"),
];

export const cameraLights: z.input<typeof light>[] = [
	{
		code: "PHU",
		label: w("Phòng nhóm, lớp có camera", "Classrooms with a camera"),
		known: positive(answer("CAM-TT.4")),
		green: ge(answer("CAM-TH.1"), answer("CAM-TT.4")),
		amber: positive(answer("CAM-TH.1")),
		says: {
			green: w("Mọi phòng nhóm, lớp đều có camera", "Every classroom has a camera"),
			amber: w("Một số phòng nhóm, lớp có camera", "Some classrooms have a camera"),
			red: w(
				"Chưa phòng nhóm, lớp nào có camera (khuyến khích, không bắt buộc)",
				"No classroom has a camera (encouraged, not required)",
			),
		},
	},
	{
		code: "HOAT-DONG",
		label: w("Camera đang hoạt động", "Cameras that work"),
		known: positive(answer("CAM-TH.3")),
		green: eq(answer("CAM-TH.5"), value(0)),
		amber: ge(mul(answer("CAM-TH.4"), value(2)), answer("CAM-TH.3")),
		says: {
			green: w("Mọi mắt camera đều hoạt động", "Every camera works"),
			amber: w("Có mắt hỏng, ít nhất một nửa còn hoạt động", "Some are broken, at least half work"),
			red: w("Quá nửa số mắt camera hỏng", "More than half of the cameras are broken"),
		},
	},
	{
		code: "QUAN-LY",
		label: w("Quy chế, thông báo, lấy ý kiến", "Rules, notice, consent"),
		known: positive(answer("CAM-TH.3")),
		green: and(hasRules, toldAll, asked),
		amber: or(hasRules, hasAny("CAM-QL.7", ["day_du", "mot_phan"]), asked),
		says: {
			green: w("Đủ quy chế, biển báo và lấy ý kiến", "Rules, signs and consultation are all there"),
			amber: w("Còn thiếu quy chế, biển báo hoặc lấy ý kiến", "Rules, signs or consultation are incomplete"),
			red: w("Chưa có quy chế, biển báo, chưa lấy ý kiến", "No rules, no signs, nobody asked"),
		},
	},
];

export const cameraLists: z.input<typeof drawnList>[] = [
	{
		code: "HONG",
		title: w("Camera hỏng", "Broken cameras"),
		roster,
		where: positive(answer(area.broken)),
		items: [area.name, area.cameras, area.broken, area.brokenOn, area.reason, area.otherReason],
	},
	{
		code: "NHU-CAU",
		title: w("Nhu cầu cho năm ngân sách tới", "Needs for the next budget"),
		where: positive(answer("CAM-KH.1")),
		items: ["CAM-KH.1", "CAM-KH.2", "CAM-KH.3", "CAM-KH.4"],
	},
];
