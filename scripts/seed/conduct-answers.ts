import type { Answers, AnswerValue } from "#app/domain/forms/schema.ts";
import { randomFrom } from "./random.ts";

/** What only people know in a return on the code of conduct: the rest is derived from the school's code. Counts, nobody's name. */
export function conductAnswers(schoolCode: string): Answers {
	const random = randomFrom(`conduct-return/${schoolCode}`);
	const reports = random.whole(0, 3);
	const values: Record<string, AnswerValue> = {
		"QTUX-PA.1": reports,
		"QTUX-PA.2": random.whole(0, reports),
		"QTUX-VP.1": "khong",
		"QTUX-KN.1": random.whole(0, 6),
	};
	if (random.chance(0.4)) values["QTUX-KN.2"] = random.pick(difficulties);
	return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value, note: "", measure: null }]));
}

const difficulties = [
	"Cha mẹ đi làm xa, khó họp lấy ý kiến trực tiếp; phải gửi đường dẫn qua nhóm lớp.",
	"Nhân viên hợp đồng thay đổi trong năm nên phải phổ biến lại nhiều lần.",
	"Chưa có trang thông tin điện tử riêng, mới niêm yết tại bảng tin và cổng trường.",
];
