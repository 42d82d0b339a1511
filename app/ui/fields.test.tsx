import { expect, test } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { DateField, NumberField, TextArea, TextField } from "./field.tsx";
import { FileField } from "./file-field.tsx";
import { Segmented } from "./segmented.tsx";
import { Select } from "./select.tsx";
import { attribute, danglingIds, draw, tag } from "./testing.tsx";

const verdicts = [
	{ value: "met", label: "Đạt", tone: "good" as const },
	{ value: "unmet", label: "Chưa đạt", tone: "bad" as const },
	{ value: "na", label: "Không áp dụng", tone: "neutral" as const },
];

test("a field is named by its label and described by its hint, then its error", async () => {
	const html = await draw(<TextField name="title" label="Tên đợt" hint="Ngắn gọn" error="Hãy điền ô này." />);
	const input = tag(html, "<input");
	expect(attribute(input, "id")).toBe("f-title");
	expect(attribute(tag(html, "<label"), "for")).toBe("f-title");
	expect(attribute(input, "aria-describedby")).toBe("f-title-hint f-title-error");
	expect(attribute(input, "aria-invalid")).toBe("true");
	expect(html).toMatch(/id="f-title-error"[^>]*>(<span[^>]*>Lỗi: <\/span>)Hãy điền ô này\./);
});

test("a field without hint and error names no description", async () => {
	const input = tag(await draw(<TextField name="title" label="Tên đợt" />), "<input");
	expect(attribute(input, "aria-describedby")).toBeNull();
	expect(attribute(input, "aria-invalid")).toBeNull();
	expect(attribute(input, "placeholder")).toBeNull();
});

test("no field of any kind points at an id that is not there", async () => {
	const html = await draw(
		<form>
			<TextField name="a" label="A" hint="h" error="e" />
			<TextArea name="b" label="B" hint="h" error="e" />
			<DateField name="c" label="C" error="e" />
			<NumberField name="d" label="D" hint="h" />
			<Select name="e" label="E" hint="h" error="e" options={[{ value: "1", label: "Một" }]} />
			<Checkbox name="f" label="F" hint="h" error="e" />
			<RadioGroup name="g" label="G" hint="h" error="e" options={[{ value: "1", label: "Một", hint: "n" }]} />
			<CheckboxGroup name="h" label="H" error="e" options={[{ value: "1", label: "Một" }]} />
			<FileField name="i" label="I" limitBytes={10 * 1_048_576} error="e" />
			<Segmented name="j" legend="J" value={null} options={verdicts} hint="h" error="e" />
		</form>,
	);
	expect(danglingIds(html)).toEqual([]);
	const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test("a number may be typed with a decimal comma", async () => {
	const input = tag(await draw(<NumberField name="n" label="Diện tích" decimal defaultValue="1.204,5" />), "<input");
	expect(attribute(input, "type")).toBe("text");
	expect(attribute(input, "inputMode")).toBe("decimal");
	expect(attribute(input, "value")).toBe("1.204,5");
});

test("radios of a group share one name, and the summary's link lands on the first", async () => {
	const options = [
		{ value: "late", label: "Cho nộp muộn" },
		{ value: "refuse", label: "Không nhận" },
	];
	const html = await draw(
		<>
			<ErrorSummary problems={[{ field: "policy", message: "Hãy chọn một mục." }]} />
			<RadioGroup name="policy" label="Nộp muộn" options={options} defaultValue="refuse" error="Hãy chọn một mục." />
		</>,
	);
	expect(html.match(/name="policy"/g)).toHaveLength(2);
	expect(attribute(tag(html, "<a "), "href")).toBe("#f-policy");
	expect(attribute(tag(html, "<input", 'value="late"'), "id")).toBe("f-policy");
	expect(tag(html, "<input", 'value="refuse"')).toContain("checked");
	expect(tag(html, "<input", 'value="late"')).not.toContain("checked");
});

test("the summary is announced, can take the focus, and leaves what has no field without a link", async () => {
	const html = await draw(
		<ErrorSummary problems={[{ message: "Đợt đã đóng." }, { field: "a.0.b", message: "Sai" }]} />,
	);
	expect(tag(html, 'role="alert"')).toContain('tabindex="-1"');
	expect(html).toContain("Có 2 chỗ cần sửa");
	expect(html.match(/<a /g)).toHaveLength(1);
	expect(html).toContain('href="#f-a_0_b"');
	expect(await draw(<ErrorSummary problems={[]} />)).toBe("");
});

test("the big buttons are native radios of one name, the chosen one checked, usable without script", async () => {
	const html = await draw(<Segmented name="a.MN-C.3" legend="Lan can chắc chắn" value="unmet" options={verdicts} />);
	expect(html.match(/type="radio"/g)).toHaveLength(3);
	expect(html.match(/name="a\.MN-C\.3"/g)).toHaveLength(3);
	expect(tag(html, "<input", 'value="unmet"')).toContain("checked");
	expect(tag(html, "<input", 'value="met"')).not.toContain("checked");
	expect(html).toMatch(/<legend[^>]*>Lan can chắc chắn<\/legend>/);
	for (const { label } of verdicts) expect(html).toContain(label);
	for (const [input] of html.matchAll(/<input[^>]*>/g)) {
		expect(html).toContain(`for="${attribute(input, "id")}"`);
		expect(attribute(input, "disabled")).toBeNull();
	}
});

test("the read-only form takes no choice and still shows it", async () => {
	const html = await draw(<Segmented name="x" legend="X" value="met" options={verdicts} readOnly />);
	expect(html.match(/disabled=""/g)).toHaveLength(3);
	expect(tag(html, "<input", 'value="met"')).toContain("checked");
});
