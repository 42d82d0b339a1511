import { describe, expect, test } from "vitest";
import type { VerdictReason } from "#app/domain/forms/verdict-schema.ts";
import { reasonSentence, verdictName } from "./verdict.ts";

const texts: Record<string, string> = { "PT-8": "Lan can, tay vịn, cầu thang chắc chắn." };
const itemText = (code: string) => texts[code] ?? "";

describe("reasons in Vietnamese", () => {
	test.each<[VerdictReason, string]>([
		[{ code: "percent_below", percent: 78.4, atLeast: 80 }, "Đạt 78,4 % số tiêu chí, dưới mức 80 %"],
		[{ code: "count_below", met: 38, atLeast: 40 }, "Đạt 38 tiêu chí, dưới mức 40 tiêu chí"],
		[{ code: "mandatory_unmet", items: ["MN-C.3"] }, "Chưa đạt tiêu chí bắt buộc: MN-C.3"],
		[
			{ code: "mandatory_unmet", items: ["PT-8", "PT-9"] },
			"Chưa đạt tiêu chí bắt buộc: PT-8 (Lan can, tay vịn, cầu thang chắc chắn); PT-9",
		],
		[{ code: "knocked_out", items: ["MN-LT.3"] }, "Vi phạm điều kiện loại trực tiếp: MN-LT.3"],
		[
			{ code: "knockout_unanswered", items: ["MN-LT.1"] },
			"Chưa thể kết luận Đạt: chưa trả lời điều kiện loại trực tiếp MN-LT.1",
		],
		[
			{ code: "mandatory_not_flagged", flagged: 0, wanted: 20 },
			"Chưa thể kết luận Đạt: mẫu mới đánh dấu 0/20 tiêu chí bắt buộc",
		],
		[
			{ code: "mandatory_not_flagged", flagged: 22, wanted: 20 },
			"Chưa thể kết luận Đạt: mẫu đánh dấu 22 tiêu chí bắt buộc, quy định là 20",
		],
		[{ code: "no_rule_for_kind", kind: "THPT" }, "Mẫu chưa có quy tắc xếp loại cho loại hình THPT"],
		[{ code: "nothing_counted" }, "Không có tiêu chí nào áp dụng cho đơn vị nên không tính được tỷ lệ"],
		[{ code: "level", level: "2" }, "Xếp mức 2"],
	])("%j", (reason, sentence) => {
		expect(reasonSentence(reason, "vi", itemText)).toBe(sentence);
	});
});

test("English writes numbers its own way", () => {
	expect(reasonSentence({ code: "percent_below", percent: 78.4, atLeast: 80 }, "en")).toBe(
		"78.4% of the criteria met, below 80%",
	);
	expect(reasonSentence({ code: "count_below", met: 1, atLeast: 40 }, "en")).toBe("1 criterion met, fewer than 40");
});

test("every result has a name in both languages", () => {
	expect((["met", "not_met", "provisional", "none"] as const).map((result) => verdictName(result, "vi"))).toEqual([
		"Đạt",
		"Chưa đạt",
		"Chưa kết luận",
		"Không xếp loại",
	]);
	expect(verdictName("provisional", "en")).toBe("Not concluded");
});
