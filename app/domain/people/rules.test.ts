import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";
import {
	addressKey,
	CODE_ALPHABET,
	CODE_LENGTH,
	groupedCode,
	plainCode,
	schoolUsername,
	suggestedUsername,
} from "./rules.ts";
import { newPassword, username } from "./schema.ts";
import { isNoPassword, newCode, noPassword } from "./secrets.ts";

describe("codes", () => {
	test("what is printed is read back, however it is typed", () => {
		const code = fc.array(fc.constantFrom(...CODE_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH });
		fc.assert(
			fc.property(code, (chars) => {
				const plain = chars.join("");
				expect(plainCode(` ${groupedCode(plain).toLowerCase()} `)).toBe(plain);
				expect(plainCode(plain.replaceAll("1", "l").replaceAll("0", "O"))).toBe(plain);
			}),
		);
	});

	test("anything else is no code, and nothing breaks on it", () => {
		fc.assert(fc.property(fc.string({ maxLength: 11 }), (text) => plainCode(text) === null));
		for (const text of ["", "AAAA-AAAA-AAAU", "đđđđ-đđđđ-đđđđ", "A".repeat(13)]) expect(plainCode(text)).toBeNull();
	});

	test("a fresh one is well formed and not the last one", () => {
		expect(plainCode(newCode())).not.toBeNull();
		expect(newCode()).not.toBe(newCode());
	});
});

describe("usernames", () => {
	test("suggestions are valid usernames", () => {
		expect(suggestedUsername("Nguyễn Văn An", "36365001")).toBe("annv.36365001");
		expect(suggestedUsername("Đỗ Đức", "")).toBe("ducd");
		expect(suggestedUsername("  ", "1")).toBe("");
		fc.assert(
			fc.property(fc.string(), fc.string(), (name, code) => {
				const suggestion = suggestedUsername(name, code);
				return suggestion.length < 3 || username.safeParse(suggestion).success;
			}),
		);
	});

	test("every school code gives one", () => {
		expect(schoolUsername("36365001")).toBe("36365001");
		fc.assert(fc.property(fc.string(), (code) => username.safeParse(schoolUsername(code)).success));
	});
});

describe("passwords", () => {
	test("long ones pass, whatever their letters; short and common ones do not", () => {
		for (const good of ["mưa rào tháng bảy", "correct horse battery", "𝒶".repeat(10), "........ ........"]) {
			expect(newPassword.safeParse(good).success, good).toBe(true);
		}
		for (const bad of [
			"ngắn quá",
			"1234567890",
			"Mật khẩu 123",
			"GIAOVIEN1234",
			"aaaaaaaaaaaa",
			"ababababab",
			"x".repeat(201),
		]) {
			expect(newPassword.safeParse(bad).success, bad).toBe(false);
		}
		expect(isCommonPassword("")).toBe(false);
	});

	test("an account that waits has no password that could be found", () => {
		expect(isNoPassword(noPassword())).toBe(true);
		expect(noPassword()).not.toBe(noPassword());
		expect(isNoPassword("5a3f:77aa")).toBe(false);
	});
});

describe("addresses", () => {
	test("a /64 of IPv6 counts as one, IPv4 as itself in both notations", () => {
		expect(addressKey("203.0.113.7")).toBe("203.0.113.7");
		expect(addressKey("::ffff:203.0.113.7")).toBe("203.0.113.7");
		expect(addressKey("2001:db8:1:2::9")).toBe(addressKey("2001:0db8:1:2:ffff:1:1:1"));
		expect(addressKey("2001:db8:1:2::9")).not.toBe(addressKey("2001:db8:1:3::9"));
		expect(addressKey("::1")).toBe("0:0:0:0");
		expect(addressKey("fe80::1%eth0")).toBe("fe80:0:0:0");
	});
});
