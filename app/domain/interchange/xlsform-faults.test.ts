import { expect, test } from "vitest";
import { checkDefinition } from "../forms/check-definition.ts";
import { formOf, sheet, survey } from "./fixtures.ts";
import { readXlsForm } from "./xlsform-read.ts";

test("names that cannot be codes are changed and kept as origin; doubles are told, also those that differ by case alone", () => {
	const { items, said, item } = formOf(
		survey(
			["integer", "_1 số", "Một"],
			["integer", "Tong", "Hai"],
			["integer", "tong", "Ba"],
			["integer", "tong", "Bốn"],
			["integer", "", "Năm"],
			["integer", "sau", "Sáu", "", "${_1 số} = 1 and ${tong} = 2"],
		),
	);
	expect(items.map(({ code }) => code)).toEqual(["1_số", "Tong", "tong", "tong-2", "C6", "sau"]);
	expect(item("1_số").origin).toBe("_1 số");
	expect(said).toEqual([
		[2, "name_changed"],
		[4, "name_case"],
		[5, "name_twice"],
		[6, "name_missing"],
	]);
	expect(item("sau").visibleIf).toMatchObject({ args: [{ left: { item: "1_số" } }, { left: { item: "tong" } }] });
});

test("lists: doubles, nameless, too long, too short; a list of met and unmet makes a verdict", () => {
	const { said, item, items } = formOf(
		survey(["select_one a", "x", "X"], ["select_one mot", "y", "Y"], ["select_one kq", "v", "V"]),
		sheet(
			"choices",
			["list_name", "name", "label"],
			["a", "1", "Một"],
			["a", "1", "Lại một"],
			["a", "", "Không tên"],
			["a", "2".repeat(61), "Dài"],
			["a", "2", ""],
			["mot", "1", "Một"],
			["kq", "met", "Tốt"],
			["kq", "unmet", "Chưa đạt"],
		),
	);
	expect(items.map(({ code }) => code)).toEqual(["x", "v"]);
	expect(item("v")).toMatchObject({ type: "verdict", allowNa: false, labels: { met: { vi: "Tốt" } } });
	expect(said).toEqual(
		expect.arrayContaining([
			[3, "list_short"],
			[3, "option_twice"],
			[4, "option_nameless"],
			[5, "option_long"],
			[6, "label_missing"],
			[0, "rule_missing"],
		]),
	);
});

test("a circle comes in and is found by the check; HTML stays text; a cell of 1 MB is cut", () => {
	const { definition, item, said } = formOf(
		survey(
			["integer", "a", "<script>alert(1)</script>", "", "${b} = 1"],
			["integer", "b", "x".repeat(1_000_000), "", "${a} = 1"],
		),
	);
	expect(checkDefinition(definition)).toContainEqual({ severity: "error", code: "circular", codes: ["a", "b"] });
	expect(item("a").text.vi).toBe("<script>alert(1)</script>");
	expect(item("b").text.vi).toHaveLength(4000);
	expect(said).toEqual([[3, "text_cut"]]);
});

test("words that every object of JavaScript has are columns, types and options like any other", () => {
	const { said, item } = formOf(
		sheet(
			"survey",
			["type", "name", "label", "constructor"],
			["constructor", "x", "X", "?"],
			["select_one kq", "v", "V"],
			["integer", "n", "N"],
		),
		sheet(
			"choices",
			["list_name", "name", "label"],
			...["met", "unmet", "constructor"].map((name) => ["kq", name, name]),
		),
	);
	expect(said).toEqual([
		[0, "column_left"],
		[2, "type_unknown"],
	]);
	expect(item("v")).toMatchObject({ type: "choice", options: [{}, {}, { value: "constructor" }] });
});

test("a condition of a picture that is nothing but blanks is read at once", () => {
	const begun = performance.now();
	const { said } = formOf(
		survey(["select_one yn", "a", "A"], ["image", "p", "P", "", `\${${" ".repeat(3000)}x`]),
		sheet("choices", ["list_name", "name", "label"], ["yn", "yes", "Có"], ["yn", "no", "Không"]),
	);
	expect(said).toEqual([[3, "type_without_equal"]]);
	expect(performance.now() - begun).toBeLessThan(2000);
});

test("a note goes to the question below it, at the head or the end to the section, and alone is left out and told", () => {
	const { definition, item, said } = formOf(
		survey(
			["note", "chung", "Đọc kỹ"],
			["begin_group", "g", "Bếp"],
			["note", "dau", "Đọc trước"],
			["integer", "a", "A"],
			["note", "giua", "Về B"],
			["note", "giua_2", "Thêm về B"],
			["integer", "b", "B"],
			["note", "cuoi", "Xem phụ lục"],
			["end_group"],
			["begin_group", "loi", "Lời cuối"],
			["note", "cam_on", "Cảm ơn"],
			["end_group"],
		),
	);
	expect(definition.sections).toHaveLength(1);
	expect(definition.sections[0]?.hint).toEqual({ vi: "Đọc kỹ\nĐọc trước\nXem phụ lục" });
	expect(item("a")).not.toHaveProperty("hint");
	expect(item("b").hint).toEqual({ vi: "Về B\nThêm về B" });
	expect(said).toEqual([
		[6, "note_moved"],
		[7, "note_moved"],
		[9, "note_at_end"],
		[12, "note_left"],
	]);
});

test("no choices sheet, unclosed groups, nothing but groups: a sentence each and no form where there is nothing to ask", () => {
	const missing = readXlsForm([survey(["begin_group", "g", "G"], ["select_one yn", "a", "A"])]);
	expect(missing.form).toBeNull();
	expect(missing.notes.map(({ code }) => code)).toEqual(["group_unclosed", "list_missing", "items_missing"]);
	const deep = readXlsForm([
		survey(...Array.from({ length: 500 }, (_, at) => ["begin_group", `g${at}`, "G"]), ["integer", "a", "A"]),
	]);
	expect(deep.form?.definition.sections).toHaveLength(1);
});

test("5,000 rows with conditions are read in less than two seconds", () => {
	const rows = Array.from({ length: 5000 }, (_, at) =>
		at % 100 === 0
			? ["begin_group", `g${at}`, `Phần ${at}`]
			: at % 100 === 99
				? ["end_group"]
				: [
						"integer",
						`n${at}`,
						`Câu ${at}`,
						"yes",
						at % 100 > 1 ? `\${n${at - 1}} > 3 and \${n${at - 1}} != 7` : "",
						". >= 0",
					],
	);
	// The faster of two: the first warms up, and other work may hold up either.
	const times = [0, 1].map(() => {
		const begun = performance.now();
		expect(formOf(survey(...rows)).items).toHaveLength(4900);
		return performance.now() - begun;
	});
	expect(Math.min(...times)).toBeLessThan(2000);
});
