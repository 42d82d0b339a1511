import { expect, test } from "vitest";
import type { Expression } from "#app/domain/forms/expression-schema.ts";
import { criteria, form, given, preschool } from "#app/domain/forms/fixtures.ts";
import { roomsForm } from "#app/domain/forms/fixtures-rosters.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { definition as definitionSchema, type Item } from "#app/domain/forms/schema.ts";
import { attribute, danglingIds, draw, tag } from "../testing.tsx";
import { ChecksEditor } from "./checks-editor.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { placeOf } from "./expert-box.tsx";
import { ExpressionEditor } from "./expression-editor.tsx";
import { LimitsEditor } from "./limits-editor.tsx";
import { PhonePreview } from "./phone-preview.tsx";
import { RuleEditor } from "./rule-editor.tsx";

const yes: Expression = { op: "eq", left: given("K"), right: { op: "const", value: "co" } };
const kitchen = form({
	items: [
		{
			type: "choice",
			code: "K",
			text: { vi: "Có bếp ăn" },
			options: [
				{ value: "co", label: { vi: "Có" } },
				{ value: "khong", label: { vi: "Không" } },
			],
		},
		{ type: "verdict", code: "V", text: { vi: "Bếp một chiều" }, visibleIf: yes },
		{ type: "integer", code: "N", text: { vi: "Số suất ăn" }, min: 0, max: 2000 },
		{ type: "integer", code: "M", text: { vi: "Số trẻ bán trú" } },
		{
			type: "computed",
			code: "C",
			text: { vi: "Còn thiếu" },
			expression: { op: "sub", left: given("M"), right: given("N") },
		},
	],
	checks: [
		{
			code: "k",
			holds: { op: "le", left: given("N"), right: given("M") },
			message: { vi: "Số suất ăn không quá số trẻ." },
			items: ["N"],
		},
	],
});
const itemOf = (code: string) => prepare(kitchen).itemByCode.get(code) as Item;
const nothing = () => undefined;

/** What every editor owes to people and to the security policy. */
function sound(html: string): string {
	expect(danglingIds(html)).toEqual([]);
	expect(html).not.toMatch(/\sstyle="|undefined|\[object/);
	for (const [, attributes = ""] of html.matchAll(
		/<(?:select|textarea|input(?! type="(?:hidden|checkbox|radio)"))\s([^>]*)>/g,
	))
		expect(html).toContain(`for="${/id="([^"]+)"/.exec(attributes)?.[1]}"`);
	return html;
}

test("the phone shows the cards that schools get, without what is skipped, and what it would come to", async () => {
	const html = sound(await draw(<PhonePreview definition={kitchen} facts={preschool} onFactsChange={nothing} />));
	expect(html).toContain('id="preview-K"');
	expect(html).not.toContain('id="preview-V"');
	expect(tag(html, 'name="v.K"', 'value="co"')).toContain('type="radio"');
	expect(html).toContain("Kết quả nếu gửi ngay");
	expect(html).toContain("3 mục chưa trả lời");
	expect(tag(html, "data-phone")).toContain("aria-label");
});

test("a thousand items are drawn a part at a time, as far as the one that is edited", async () => {
	const long = form({ items: criteria(1000) });
	const first = await draw(<PhonePreview definition={long} facts={preschool} onFactsChange={nothing} />);
	expect(first.match(/id="preview-C\d+"/g)).toHaveLength(30);
	expect(first).toContain("còn 970 mục");
	const at = await draw(<PhonePreview definition={long} facts={preschool} onFactsChange={nothing} focusItem="C70" />);
	expect(at.match(/id="preview-C\d+"/g)).toHaveLength(70);
});

test("a list of rows begins empty, with the button that adds one", async () => {
	const { sections, ...rest } = definitionSchema.parse(roomsForm);
	const rows = { ...rest, sections: sections.slice(1).map(({ visibleIf: _always, ...section }) => section) };
	const html = sound(await draw(<PhonePreview definition={rows} facts={preschool} onFactsChange={nothing} />));
	expect(tag(html, 'name="rows"', 'value="add"')).toContain('type="submit"');
});

test("a condition is said, chosen and written", async () => {
	const html = sound(
		await draw(
			<ConditionEditor
				definition={kitchen}
				home={{ section: "S", item: "V" }}
				value={yes}
				onChange={nothing}
				name="visibleIf"
			/>,
		),
	);
	expect(html).toContain("Chỉ hỏi khi “Có bếp ăn” là Có.");
	expect(tag(html, 'role="combobox"')).toContain('value="Có bếp ăn"');
	expect(html).toMatch(/<option value="co" selected="">Có</);
	expect(html).toMatch(/name="visibleIf"[^>]*>\$\{K\} = &#x27;co&#x27;</);
	const always = await draw(
		<ConditionEditor definition={kitchen} home={{ section: "S", item: "V" }} value={undefined} onChange={nothing} />,
	);
	expect(always).toContain("Luôn hỏi, không có điều kiện.");
});

test("what was not made by choosing is left to the expression, which stands open", async () => {
	const written: Expression = { op: "not", arg: yes };
	const html = sound(
		await draw(
			<ConditionEditor definition={kitchen} home={{ section: "S", item: "V" }} value={written} onChange={nothing} />,
		),
	);
	expect(html).toContain("không dựng lại được bằng cách chọn");
	expect(html).toContain("không phải trường hợp (“Có bếp ăn” là Có)");
	expect(tag(html, "<details")).toContain("open");
	expect(html).not.toContain('role="combobox"');
});

test("a computed item and its limits are said", async () => {
	const figure = sound(
		await draw(
			<ExpressionEditor
				definition={kitchen}
				home={{ section: "S", item: "C" }}
				value={(itemOf("C") as Extract<Item, { type: "computed" }>).expression}
				onChange={nothing}
			/>,
		),
	);
	expect(figure).toContain("Bằng “Số trẻ bán trú” − “Số suất ăn”.");
	expect(figure).toMatch(/<option value="difference" selected="">/);
	expect(sound(await draw(<LimitsEditor item={itemOf("N")} onChange={nothing} />))).toContain("Nhận từ 0 đến 2.000.");
	const reversed = { ...itemOf("N"), min: 9, max: 1 } as Item;
	expect(await draw(<LimitsEditor item={reversed} onChange={nothing} />)).toContain("không câu trả lời nào được nhận");
	expect(await draw(<LimitsEditor item={itemOf("V")} onChange={nothing} />)).toBe("");
});

test("a check says what must hold, its message, and where it is shown", async () => {
	const html = sound(await draw(<ChecksEditor definition={kitchen} value={kitchen.checks} onChange={nothing} />));
	expect(html).toContain("Báo cáo chỉ hợp lệ khi “Số suất ăn” không quá “Số trẻ bán trú”.");
	expect(html).toContain("Số suất ăn không quá số trẻ.");
	expect(html).toContain("Câu nhắc bằng tiếng Anh");
	expect(html).not.toContain("chưa có tác dụng");
	expect(await draw(<ChecksEditor definition={kitchen} value={[]} onChange={nothing} />)).toContain(
		"Chưa có ràng buộc nào",
	);
});

test("a rule stands beside what the form has: 20 mandatory asked, 18 there", async () => {
	const rule = {
		type: "count",
		na: "leave_out",
		bands: [{ kinds: ["MN", "NT"], atLeast: 40, mandatory: 20 }],
	} as const;
	const stars = form({ items: criteria(44, (at) => ({ mandatory: at <= 18 })) });
	const html = sound(
		await draw(
			<RuleEditor
				definition={stars}
				value={{ ...rule, bands: [...rule.bands.map((b) => ({ ...b, kinds: [...b.kinds] }))] }}
				onChange={nothing}
			/>,
		),
	);
	expect(html).toContain("Biểu có 44 tiêu chí được tính, trong đó 18 tiêu chí bắt buộc (★).");
	expect(html).toContain("Trường mầm non, Nhà trẻ: có 18 tiêu chí bắt buộc, cách xếp loại yêu cầu 20.");
	expect(attribute(tag(html, 'type="checkbox"', 'value="MN"'), "checked")).toBe("");
	const fits = await draw(
		<RuleEditor
			definition={stars}
			value={{ type: "percent", na: "leave_out", atLeast: 80, allMandatory: true }}
			onChange={nothing}
		/>,
	);
	expect(fits).toContain("Cách xếp loại khớp với biểu.");
});

test.each([
	["${A", { at: 0, length: 3 }, { line: 1, column: 1, before: "", wrong: "${A", behind: "" }],
	["3 + 4 =", { at: 7, length: 0 }, { line: 1, column: 8, before: "3 + 4 =", wrong: " ", behind: "" }],
	[
		"1 = 1\nand foo(2)\nor 3",
		{ at: 10, length: 3 },
		{ line: 2, column: 5, before: "and ", wrong: "foo", behind: "(2)" },
	],
])("a fault in %j is shown at its place", (text, fault, place) => {
	expect(placeOf(text, fault)).toEqual(place);
});

test("a fault far along a line is shown with what stands around it", () => {
	const { before, behind, column } = placeOf(`${"x".repeat(200)}!${"y".repeat(200)}`, { at: 200, length: 1 });
	expect(column).toBe(201);
	expect(before).toBe(`…${"x".repeat(32)}`);
	expect(behind).toBe(`${"y".repeat(32)}…`);
});
