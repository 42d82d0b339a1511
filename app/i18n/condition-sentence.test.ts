import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { constant, equals, form, given } from "#app/domain/forms/fixtures.ts";
import { roomsForm } from "#app/domain/forms/fixtures-rosters.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { definition as definitionSchema } from "#app/domain/forms/schema.ts";
import { library } from "#db/seed/library/library.ts";
import { formWith, randomCodes, randomExpression } from "#tests/support/random-forms.ts";
import { sentencesOf } from "./condition-sentence.ts";

const kitchen = form({
	sections: [
		{
			code: "A",
			title: { vi: "Bếp ăn" },
			items: [
				{
					type: "choice",
					code: "K1",
					text: { vi: "Có bếp ăn.", en: "There is a kitchen" },
					options: [
						{ value: "y", label: { vi: "Có", en: "Yes" } },
						{ value: "n", label: { vi: "Không", en: "No" } },
					],
				},
				{ type: "verdict", code: "V1", text: { vi: "Bếp một chiều" } },
				{ type: "verdict", code: "V2", text: { vi: "Lưu mẫu thức ăn" }, labels: { unmet: { vi: "Không lưu" } } },
				{ type: "integer", code: "N1", text: { vi: "Số suất ăn" } },
				{ type: "integer", code: "N2", text: { vi: "Số trẻ bán trú" } },
				{ type: "date", code: "D1", text: { vi: "Ngày kiểm tra" } },
				{
					type: "computed",
					code: "C1",
					text: { vi: "Đủ suất" },
					expression: { op: "ge", left: given("N1"), right: given("N2") },
				},
			],
		},
		{ code: "B", title: { vi: "Khác" }, items: [{ type: "verdict", code: "V3", text: { vi: "Y tế" } }] },
	],
});
const vi = sentencesOf(prepare(kitchen), "vi");
const num = (op: "lt" | "le" | "gt" | "ge" | "eq", item: string, value: number | string): Expression => ({
	op,
	left: given(item),
	right: constant(value),
});

describe("conditions in words", () => {
	test.each<[Expression, string]>([
		[equals(given("K1"), constant("y")), "“Có bếp ăn” là Có"],
		[{ op: "ne", left: given("V2"), right: constant("unmet") }, "“Lưu mẫu thức ăn” không phải Không lưu"],
		[equals({ op: "school", field: "kind" }, constant("MN")), "loại hình trường là Trường mầm non"],
		[equals({ op: "school", field: "conduct_on_web" }, constant(1)), "công khai trên trang thông tin điện tử là Có"],
		[
			equals({ op: "school", field: "conduct_decision" }, constant("12/QĐ")),
			"số quyết định ban hành Bộ quy tắc là “12/QĐ”",
		],
		[num("ge", "N1", 1204), "“Số suất ăn” từ 1.204 trở lên"],
		[{ op: "lt", left: constant(0), right: given("N1") }, "“Số suất ăn” lớn hơn 0"],
		[{ op: "ge", left: constant(10), right: given("N1") }, "“Số suất ăn” không quá 10"],
		[num("lt", "D1", "2026-09-05"), "“Ngày kiểm tra” trước 05/09/2026"],
		[{ op: "le", left: given("N1"), right: given("N2") }, "“Số suất ăn” không quá “Số trẻ bán trú”"],
		[{ op: "not", arg: { op: "answered", item: "K1" } }, "chưa trả lời “Có bếp ăn”"],
		[{ op: "not", arg: equals(given("V1"), constant("met")) }, "không phải trường hợp (“Bếp một chiều” là Đạt)"],
		[equals(given("C1"), constant(true)), "“Đủ suất” là Có"],
		[
			{
				op: "and",
				args: [
					{ op: "answered", item: "N1" },
					{ op: "or", args: [num("gt", "N1", 0), num("gt", "N2", 0)] },
				],
			},
			"đã trả lời “Số suất ăn” và (“Số suất ăn” lớn hơn 0 hoặc “Số trẻ bán trú” lớn hơn 0)",
		],
		[
			{ op: "ge", left: { op: "count", outcome: "met", items: ["V1", "V2"] }, right: constant(2) },
			"số mục Đạt trong phần “Bếp ăn” từ 2 trở lên",
		],
		[
			{ op: "gt", left: { op: "count", outcome: "unmet", items: ["V3", "V1", "V2"] }, right: constant(0) },
			"số mục Chưa đạt trong cả biểu lớn hơn 0",
		],
	])("%j", (expression, sentence) => {
		expect(vi.condition(expression)).toBe(sentence);
	});

	test("figures: sums, shares, arithmetic, rows", () => {
		const [n1, n2] = [given("N1"), given("N2")];
		expect(vi.quantity({ op: "sub", left: n1, right: n2 })).toBe("“Số suất ăn” − “Số trẻ bán trú”");
		expect(vi.quantity({ op: "div", left: { op: "mul", args: [n1, constant(100)] }, right: n2 })).toBe(
			"tỷ lệ phần trăm của “Số suất ăn” trên “Số trẻ bán trú”",
		);
		expect(vi.quantity({ op: "mul", args: [{ op: "sum", args: [n1, n2] }, constant(0.5)] })).toBe(
			"(“Số suất ăn” + “Số trẻ bán trú”) × 0,5",
		);
		const rooms = sentencesOf(prepare(definitionSchema.parse(roomsForm)), "vi");
		const inClass = equals(given("AREA"), constant("class"));
		expect(rooms.quantity({ op: "total", item: "N", where: inClass })).toBe(
			"tổng “Số mắt” của những khu vực mà (“Loại khu vực” là Phòng nhóm, lớp)",
		);
		expect(rooms.quantity({ op: "rows", roster: "R" })).toBe("số khu vực");
	});

	test("English where it was written, Vietnamese where it was not", () => {
		const en = sentencesOf(prepare(kitchen), "en");
		expect(en.condition(equals(given("K1"), constant("y")))).toBe("“There is a kitchen” is Yes");
		expect(en.condition(num("gt", "N1", 3))).toBe("“Số suất ăn” is more than 3");
	});

	test("a long question is cut at a word", () => {
		const text = "Có tường rào, cổng trường, biển tên trường chắc chắn và an toàn cho trẻ khi vui chơi ngoài trời";
		const long = form({ items: [{ type: "verdict", code: "V", text: { vi: text } }] });
		const said = sentencesOf(prepare(long), "vi").condition({ op: "answered", item: "V" });
		expect(said).toBe("đã trả lời “Có tường rào, cổng trường, biển tên trường chắc chắn và an toàn…”");
	});
});

describe("any expression", () => {
	const truth: Expression = { op: "const", value: true };
	const named = prepare(formWith({}, { figure: truth, yes: equals(given("QX-INT"), constant(3)) }));

	test("has words in both languages, and names what has a name by it", () => {
		fc.assert(
			fc.property(randomExpression, fc.constantFrom("vi" as const, "en" as const), (expression, locale) => {
				const { condition, quantity } = sentencesOf(named, locale);
				for (const said of [condition(expression), quantity(expression)]) {
					expect(said.trim()).not.toBe("");
					expect(said).not.toMatch(/undefined|\[object|NaN|Infinity/);
					for (const code of randomCodes) expect(said).not.toContain(code);
					expect(said.split("(").length).toBe(said.split(")").length);
				}
			}),
			{ numRuns: 800 },
		);
	});

	test("does not go deeper than anybody reads", () => {
		let deep: Expression = { op: "answered", item: "QX-INT" };
		for (let at = 0; at < 20_000; at += 1) deep = { op: "not", arg: deep };
		expect(sentencesOf(named, "vi").condition(deep)).toContain("…");
	});

	test("the library's own conditions are said without codes", () => {
		for (const { definition } of library) {
			const form = prepare(definition);
			const { condition } = sentencesOf(form, "vi");
			for (const section of definition.sections)
				for (const item of section.items)
					if (item.visibleIf) expect(condition(item.visibleIf)).not.toMatch(/\b[A-Z]{1,4}-?[A-Z]?\.?\d+\b/);
		}
	});
});
