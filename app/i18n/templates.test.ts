import { describe, expect, test } from "vitest";
import { kindsInWords, ruleInWords, validityInWords } from "./templates.ts";

describe("templates in words", () => {
	test("a share with every mandatory criterion and knock-outs", () => {
		const rule = { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true } as const;
		expect(ruleInWords(rule, true, "vi")).toEqual([
			"Đạt khi ít nhất 80 % số tiêu chí được đánh giá đạt và mọi tiêu chí bắt buộc (★) đều đạt.",
			"Có xảy ra một điều kiện loại trực tiếp thì kết quả là Chưa đạt, dù các tiêu chí khác đều đạt.",
			"Tiêu chí Không áp dụng không tính vào mẫu số.",
		]);
	});

	test("a count says for which kinds, and how many of them are mandatory", () => {
		const bands = [
			{ kinds: ["NTDL", "XX"], atLeast: 30, mandatory: 15 },
			{ atLeast: 40, mandatory: 0 },
		];
		const [first, second] = ruleInWords({ type: "count", na: "counts_as_unmet", bands }, false, "vi");
		expect(first).toBe(
			"Nhóm trẻ độc lập, XX: Đạt khi có ít nhất 30 tiêu chí đạt, trong đó đủ 15 tiêu chí bắt buộc (★).",
		);
		expect(second).toBe("Các loại hình khác: Đạt khi có ít nhất 40 tiêu chí đạt.");
	});

	test("levels from the best down, a status form in one sentence", () => {
		const levels = [{ code: "tot", label: { vi: "Tốt", en: "Good" }, atLeast: 90, mustMeet: ["A.1"], pass: true }];
		expect(ruleInWords({ type: "levels", na: "counts_as_met", by: "percent", levels }, false, "en")).toEqual([
			"Level Good: from 90% of the criteria met. Must be met: A.1. Counts as Met.",
			"Criteria that do not apply count as met.",
		]);
		expect(ruleInWords({ type: "none" }, true, "vi")).toHaveLength(1);
	});

	test("kinds and validity", () => {
		expect(kindsInWords([], "vi")).toBe("Mọi loại hình");
		expect(validityInWords("01/06/2010", "14/02/2022", "vi")).toBe("01/06/2010 đến 14/02/2022");
		expect(validityInWords(null, null, "en")).toBe("without limit");
	});
});
