import { expect, test } from "vitest";
import { checkDefinition } from "../forms/check-definition.ts";
import type { SchoolFacts } from "../forms/schema.ts";
import { situation } from "../forms/situation.ts";
import { validateReturn } from "../forms/validate.ts";
import { formOf, header, sheet, survey, yesNo } from "./fixtures.ts";

const nowhere: SchoolFacts = {
	kind: "MN",
	ownership: "public",
	classrooms: null,
	pupils: null,
	staff: null,
	sites: null,
};

test("a form of Kobo: groups, repeats, relevance, constraints and calculations", () => {
	const { definition, item, said } = formOf(
		survey(
			["begin_group", "bep", "Bếp ăn"],
			["select_one yn", "co_bep", "Có bếp ăn?", "yes"],
			["integer", "suat", "Số suất", "yes", "${co_bep} = 'yes'", ". >= 0 and . <= 500", "Từ 0 đến 500"],
			["integer", "an", "Số trẻ ăn", "", "", ". <= ${suat}", "Không quá số suất"],
			["calculate", "thua", "Suất thừa", "", "", "", "", "${suat} - ${an}"],
			["end_group"],
			["begin_repeat", "phong", "Phòng"],
			["text", "ten", "Tên phòng", "yes"],
			["decimal", "m2", "Diện tích", "", "", ". > 0"],
			["end_repeat"],
			["calculate", "tong", "Tổng diện tích", "", "", "", "", "sum(${m2})"],
			["calculate", "to", "Phòng rộng", "", "", "", "", "count(${phong}[m2 > 30])"],
		),
		yesNo,
		sheet("settings", ["form_title", "form_id"], ["Kiểm tra bếp", "kt-bep"]),
	);
	expect(
		definition.sections.map(({ code, title, items, roster }) => [code, title.vi, items.length, roster?.code]),
	).toEqual([
		["A", "Bếp ăn", 4, undefined],
		["B", "Phòng", 2, "phong"],
		["C", "Nội dung chung", 2, undefined],
	]);
	expect(item<"choice">("co_bep")).toMatchObject({
		type: "choice",
		required: true,
		options: [{ value: "yes" }, { value: "no" }],
	});
	expect(item<"integer">("suat")).toMatchObject({ min: 0, max: 500, visibleIf: { op: "eq" } });
	expect(item<"integer">("an")).toMatchObject({ required: false });
	expect(definition.checks).toMatchObject([
		{ items: ["an"], message: { vi: "Không quá số suất" }, holds: { op: "le", right: { op: "answer", item: "suat" } } },
		{ items: ["m2"], holds: { op: "gt" } },
	]);
	expect(definition.sections[1]?.roster).toMatchObject({ title: "ten", row: { vi: "Phòng" } });
	expect(item<"computed">("to").expression).toMatchObject({ op: "rows", roster: "phong", where: { op: "gt" } });
	expect(said).toEqual([
		[4, "constraint_message_left"],
		[6, "calculate_shown"],
		[12, "calculate_shown"],
		[13, "calculate_shown"],
	]);
	expect(checkDefinition(definition).filter(({ severity }) => severity === "error")).toEqual([]);
});

test("headers and sheets in any case and language, older spellings, smart quotes, both languages kept apart", () => {
	const { item, definition } = formOf(
		sheet(
			"SURVEY",
			[
				"Type",
				"Name",
				"Label::Tiếng Việt (vi)",
				"label::English (en)",
				"Hint::Tiếng Việt (vi)",
				"Required",
				"Relevance",
			],
			["begin group", "g", "Phần một", "Part one"],
			["Select one from yn", "a", "Câu a", "Question a", "Gợi ý", "TRUE"],
			["select all that apply from yn", "b", "Câu b", "", "", 1, "selected(${a}, “yes”)"],
			["int", "c", "Câu c", "", "", "No"],
			["end group"],
		),
		sheet("Choices ", ["List Name", "Name", "Label::Tiếng Việt (vi)"], ["yn", "yes", "Có"], ["yn", "no", "Không"]),
	);
	expect(definition.sections[0]?.title).toEqual({ vi: "Phần một", en: "Part one" });
	expect(item("a")).toMatchObject({ text: { vi: "Câu a", en: "Question a" }, hint: { vi: "Gợi ý" }, required: true });
	expect(item("b")).toMatchObject({
		type: "choices",
		required: true,
		visibleIf: { op: "has", item: "a", value: "yes" },
	});
	expect(item("c")).toMatchObject({ type: "integer", required: false });
});

test("nested groups: their questions stay under their conditions; a group of groups gives each its section", () => {
	const { definition, item } = formOf(
		survey(
			["begin_group", "ngoai", "Ngoài", "", "${x} = 1"],
			["begin_group", "g1", "Một"],
			["integer", "x", "X"],
			["begin_group", "trong", "", "", "${x} > 2"],
			["integer", "y", "Y", "", "${x} < 9"],
			["end_group"],
			["end_group"],
			["begin_group", "g2", "Hai", "", "${x} = 2"],
			["integer", "z", "Z"],
			["end_group"],
			["end_group"],
		),
	);
	expect(definition.sections.map(({ title }) => title.vi)).toEqual(["Một", "Hai"]);
	expect(definition.sections[1]?.visibleIf).toMatchObject({ op: "and", args: [{ op: "eq" }, { op: "eq" }] });
	expect(item("y").visibleIf).toMatchObject({ op: "and", args: [{ op: "gt" }, { op: "lt" }] });
});

test("values compare by the kind of answer, as XPath would; `!=` holds without an answer", () => {
	const lists = sheet(
		"choices",
		["list_name", "name", "label"],
		["so", 1, "Một"],
		["so", 2, "Hai"],
		["so", 10, "Mười"],
	);
	const { item } = formOf(
		survey(
			["select_one so", "q", "Q"],
			["integer", "n", "N", "", "${q} = 1"],
			["integer", "m", "M", "", "${q} > 1"],
			["integer", "p", "P", "", "${n} = '3'"],
			["integer", "r", "R", "", "${q} != '2'"],
		),
		lists,
	);
	expect(item("n").visibleIf).toMatchObject({ right: { value: "1" } });
	expect(item("m").visibleIf).toMatchObject({
		op: "or",
		args: [{ right: { value: "2" } }, { right: { value: "10" } }],
	});
	expect(item("p").visibleIf).toMatchObject({ right: { value: 3 } });
	expect(item("r").visibleIf).toMatchObject({ op: "not", arg: { op: "eq" } });
});

test("what the language has not is told row by row, and the rest comes in", () => {
	const { said, items, rows } = formOf(
		sheet(
			"survey",
			[...header, "default", "choice_filter", "media::image", "appearance", "read_only", "repeat_count", "xa_la"],
			["geopoint", "o_dau", "Ở đâu"],
			["start", "start"],
			["chua_co", "x", "X"],
			["", "y", "Không có loại"],
			["select_one thieu", "z", "Danh sách thiếu"],
			["select_one yn or_other", "k", "Khác", "", "", "", "", "", "yes", "loc = 1", "a.png", "minimal", "yes"],
			["integer", "n", "N", "${k} = 'yes'", "today() > 1", "regex(., '[0-9]')"],
			["integer", "m", "Chào ${n}", "", "${khong_co} = 1"],
			["note", "ghi", "Xem phụ lục"],
			["text", "t", "Họ tên", "", "", "string-length(.) <= 50"],
			["acknowledge", "ok", "Đồng ý"],
			["calculate", "c", "", "", "", "", "", "coalesce(${n}, 0)"],
			["begin_repeat", "r", "Dòng", "", "", "", "", "", "", "", "", "", "", "${n}"],
			["begin_repeat", "r2", "Trong"],
			["text", "u", "U"],
			["end_repeat"],
			["text", "v", "V", "", "", "", "", "", "", "", "", "", "", "", "lạ"],
			["end_repeat"],
			["end_group"],
		),
		yesNo,
		sheet("khac", ["a"]),
	);
	expect(items.map(({ code }) => code)).toEqual(["k", "n", "m", "t", "ok", "v"]);
	expect(items.find(({ code }) => code === "t")).toMatchObject({ maxLength: 50, hint: { vi: "Xem phụ lục" } });
	expect(said).toEqual(
		expect.arrayContaining([
			[0, "column_left"],
			[0, "sheet_left"],
			[2, "type_without_equal"],
			[3, "metadata_left"],
			[4, "type_unknown"],
			[5, "type_missing"],
			[6, "list_missing"],
			...(
				["or_other", "choice_filter_left", "default_left", "media_left", "appearance_left", "read_only_left"] as const
			).map((code) => [7, code]),
			[8, "required_unclear"],
			[8, "relevant_left"],
			[8, "constraint_left"],
			[9, "relevant_left"],
			[9, "label_names_items"],
			[10, "note_moved"],
			[12, "became_choice"],
			[13, "calculation_left"],
			[14, "repeat_count_left"],
			[15, "repeat_in_repeat"],
			[16, "repeat_in_repeat"],
			[20, "group_unopened"],
		]),
	);
	const fates = Object.fromEntries(rows.map(({ line, fate }) => [line, fate]));
	expect(fates).toMatchObject({ 2: "left", 4: "left", 7: "partly", 9: "partly", 11: "whole", 13: "left", 16: "left" });
});

test("filled in, the form skips, reckons and stops where its author meant it to", () => {
	const { definition } = formOf(
		survey(
			["select_one yn", "co_bep", "Có bếp ăn?", "yes"],
			["integer", "suat", "Số suất", "yes", "${co_bep} = 'yes'"],
			["integer", "an", "Số trẻ ăn", "yes", "${co_bep} != 'no'", ". <= ${suat}", "Không quá số suất"],
			["text", "ly_do", "Vì sao không có", "yes", "${co_bep} = 'no'"],
			["calculate", "thua", "Suất thừa", "", "", "", "", "${suat} - ${an}"],
		),
		yesNo,
	);
	const seen = (answers: Record<string, string | number>) => {
		const given = Object.fromEntries(
			Object.entries(answers).map(([code, value]) => [code, { value, note: "", measure: null }]),
		);
		const state = situation(definition, given, nowhere);
		const faults = validateReturn(definition, given, nowhere);
		return [[...state.items].join(" "), state.computed.get("thua"), faults.map(({ item, code }) => `${item}: ${code}`)];
	};
	expect(seen({})).toEqual(["co_bep an thua", null, ["co_bep: answer_missing", "an: answer_missing"]]);
	expect(seen({ co_bep: "no", suat: 9 })).toEqual(["co_bep ly_do thua", null, ["ly_do: answer_missing"]]);
	expect(seen({ co_bep: "yes", suat: 20, an: 15 })).toEqual(["co_bep suat an thua", 5, []]);
	expect(seen({ co_bep: "yes", suat: 20, an: 25 })).toEqual(["co_bep suat an thua", -5, ["an: check_failed"]]);
});

test("a picture right below a choice comes with its answer; any other is told and left out", () => {
	const { item, said, rows } = formOf(
		survey(
			["image", "dau", "Ảnh đầu"],
			["select_one yn", "bep", "Có bếp?", "yes"],
			["image", "anh1", "Ảnh bếp"],
			["photo", "anh2", "Ảnh tủ lưu mẫu", "yes", "${bep} = 'yes'"],
			["select_one dat", "lan_can", "Lan can chắc chắn"],
			["image", "anh3", "Ảnh lan can"],
			["select_one yn", "cong", "Có cổng?"],
			["image", "anh4", "Ảnh cổng", "", "${bep} = 'no'"],
			["integer", "so", "Số phòng"],
			["image", "anh5", "Ảnh phòng"],
			["select_one thieu", "x", "Danh sách thiếu"],
			["image", "anh6", "Ảnh thiếu"],
		),
		sheet(
			"choices",
			["list_name", "name", "label"],
			...["yes", "no"].map((name) => ["yn", name, name]),
			...["met", "unmet"].map((name) => ["dat", name, name]),
		),
	);
	expect(item("bep")).toMatchObject({ type: "choice", photos: 2 });
	expect(item("lan_can")).toMatchObject({ type: "verdict", photos: 1 });
	for (const code of ["cong", "so"]) expect(item(code)).not.toHaveProperty("photos");
	expect(said.filter(([line]) => line > 0)).toEqual(
		expect.arrayContaining([
			[2, "type_without_equal"],
			[4, "photo_joined"],
			[5, "photo_free"],
			[7, "photo_joined"],
			[9, "type_without_equal"],
			[11, "type_without_equal"],
			[13, "type_without_equal"],
		]),
	);
	const fates = Object.fromEntries(rows.map(({ line, fate, became }) => [line, `${fate} ${became}`]));
	expect(fates).toMatchObject({ 2: "left ", 4: "whole bep", 5: "partly bep", 7: "whole lan_can", 9: "left " });
});

test("no more pictures than an item may have", () => {
	const pictures = Array.from({ length: 11 }, (_, at) => ["image", `anh${at}`, `Ảnh ${at}`]);
	const { item, said } = formOf(survey(["select_one yn", "bep", "Có bếp?"], ...pictures), yesNo);
	expect(item("bep")).toMatchObject({ photos: 10 });
	expect(said.filter(([, code]) => code === "type_without_equal")).toEqual([[13, "type_without_equal"]]);
});
