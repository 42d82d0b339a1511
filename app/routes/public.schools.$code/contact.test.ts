import { expect, test } from "vitest";
import { emailParts, phoneParts, webParts } from "./contact.ts";

const called = (line: string) => phoneParts(line).flatMap(({ href }) => href ?? []);

test("every number in a line can be called, and nothing of the line is lost", () => {
	const lines: [string, string[]][] = [
		["0228 3895 123", ["tel:02283895123"]],
		["(0228) 3895.123 giờ hành chính", ["tel:02283895123"]],
		["0228 3895 123 - 0912 345 678", ["tel:02283895123", "tel:0912345678"]],
		["+84 912-345-678; cô Hà: 0912345678", ["tel:+84912345678", "tel:0912345678"]],
		["gặp bảo vệ, phòng 12", []],
		["", []],
	];
	for (const [line, wanted] of lines) {
		expect(called(line), line).toEqual(wanted);
		expect(
			phoneParts(line)
				.map(({ text }) => text)
				.join(""),
		).toBe(line);
	}
});

test("only addresses become links: no script, no second recipient", () => {
	expect(emailParts("mngiaoan@giaothuy.edu.vn")[0]?.href).toBe("mailto:mngiaoan@giaothuy.edu.vn");
	expect(emailParts("a@b.vn?bcc=c@d.vn")[0]?.href).toBeUndefined();
	expect(emailParts("hỏi văn thư")[0]?.href).toBeUndefined();
	expect(webParts("https://mngiaoan.edu.vn/gop-y")[0]?.href).toBe("https://mngiaoan.edu.vn/gop-y");
	expect(webParts("javascript:alert(1)")[0]?.href).toBeUndefined();
	expect(webParts("https://")[0]?.href).toBeUndefined();
});
