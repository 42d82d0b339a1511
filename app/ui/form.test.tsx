import { expect, test } from "vitest";
import { z } from "zod";
import type { ProblemBody } from "#app/domain/problem.ts";
import { TextField } from "./field.tsx";
import { SubmitButton, useZodForm, ZodForm } from "./form.tsx";
import { issueMessage } from "./issue-message.ts";
import { ProblemBanner, problemOf } from "./problem-banner.tsx";
import { attribute, danglingIds, draw, tag } from "./testing.tsx";
import { zodResolver } from "./zod-resolver.ts";

const schema = z.object({
	title: z.string().min(1),
	due: z.iso.date(),
	rooms: z.array(z.object({ area: z.coerce.number().min(1.5) })),
});

const start = { title: "Rà soát", due: "2026-11-20", rooms: [{ area: "12" }] };

function Page({ problem }: { problem?: ProblemBody }) {
	const form = useZodForm(schema, { defaultValues: start, problem });
	return (
		<ZodForm form={form}>
			<TextField {...form.field("title")} label="Tên đợt" />
			<TextField {...form.field("rooms.0.area")} label="Diện tích" />
			<SubmitButton>Lưu</SubmitButton>
		</ZodForm>
	);
}

test("the form posts without script, with what it holds in the fields", async () => {
	const html = await draw(<Page />, { url: "/office/campaigns/new" });
	expect(attribute(tag(html, "<form"), "method")).toBe("post");
	expect(attribute(tag(html, "<form"), "action")).toBe("/office/campaigns/new");
	expect(attribute(tag(html, 'name="title"'), "value")).toBe("Rà soát");
	expect(attribute(tag(html, 'name="rooms.0.area"'), "value")).toBe("12");
	expect(attribute(tag(html, "<button"), "type")).toBe("submit");
	expect(html).not.toContain('role="alert"');
});

test("the server's problem stands in the summary and at its field, in the first HTML already", async () => {
	const fields = [
		{ field: "title", message: "Tên này đã có." },
		{ field: "rooms.0.area", message: "Hãy nhập số từ 1,5 trở lên." },
	];
	const html = await draw(<Page problem={{ code: "invalid_input", details: { fields } }} />);
	expect(html).toContain("Có 2 chỗ cần sửa");
	expect(html).toContain('href="#f-title"');
	expect(html).toContain('href="#f-rooms_0_area"');
	expect(attribute(tag(html, 'name="title"'), "aria-describedby")).toBe("f-title-error");
	expect(danglingIds(html)).toEqual([]);
});

test("a problem of no field is said as a sentence", async () => {
	const html = await draw(<Page problem={{ code: "too_many_requests", details: { retryAfterSeconds: 30 } }} />);
	expect(tag(html, 'role="alert"')).toBeTruthy();
	expect(html).toContain("30 giây");
	expect(problemOf({ problem: { code: "forbidden", details: {} } })?.code).toBe("forbidden");
	expect(problemOf({ ok: true })).toBeUndefined();
	expect(problemOf(undefined)).toBeUndefined();
	expect(await draw(<ProblemBanner problem={undefined} />)).toBe("");
});

test("the resolver nests errors by path, keeps the first of each field and hands on parsed values", async () => {
	const resolve = zodResolver(schema, "vi");
	const options = { fields: {}, shouldUseNativeValidation: false };
	const bad = await resolve({ title: "", due: "2026-02-31", rooms: [{ area: "1" }] }, undefined, options);
	expect(bad.errors.title?.message).toBe("Hãy điền ô này.");
	expect(bad.errors.due?.message).toBe("Hãy nhập ngày có thật, ví dụ 23/11/2026.");
	expect(bad.errors.rooms?.[0]?.area?.message).toBe("Hãy nhập số từ 1,5 trở lên.");
	const good = await resolve(start, undefined, options);
	expect(good).toEqual({ values: { ...start, rooms: [{ area: 12 }] }, errors: {} });
});

test.each([
	[z.string(), undefined, "Hãy điền ô này.", "Fill in this field."],
	[
		z.string().max(1000),
		"x".repeat(1001),
		"Hãy rút gọn còn tối đa 1000 ký tự.",
		"Shorten this to at most 1,000 characters.",
	],
	[z.enum(["a"]), "b", "Hãy chọn một mục.", "Choose one."],
	[z.literal(true), false, "Hãy đánh dấu ô này.", "Tick this box."],
	[z.array(z.string()).min(1), [], "Hãy chọn ít nhất 1 mục.", "Choose at least 1."],
	[z.coerce.number(), "abc", "Hãy nhập một số.", "Enter a number."],
	[z.int(), 1.5, "Hãy nhập số nguyên.", "Enter a whole number."],
	[z.number().max(1204.5), 2000, "Hãy nhập số không quá 1.204,5.", "Enter 1,204.5 or less."],
	[
		z.email(),
		"a@",
		"Hãy nhập địa chỉ thư điện tử, ví dụ ten@truong.edu.vn.",
		"Enter an e-mail address, for example name@school.edu.vn.",
	],
])("what zod finds is said in both languages: %#", (one, input, vi, en) => {
	expect(one.safeParse(input, { error: issueMessage("vi") }).error?.issues[0]?.message).toBe(vi);
	expect(one.safeParse(input, { error: issueMessage("en") }).error?.issues[0]?.message).toBe(en);
});

test("a message written in the schema wins", () => {
	const one = z.string().min(1, "Hãy nhập tên đợt báo cáo.");
	expect(one.safeParse("", { error: issueMessage("vi") }).error?.issues[0]?.message).toBe("Hãy nhập tên đợt báo cáo.");
});
