/**
 * What looks as if it told who a child is. Forms about incidents ask for counts only: names, classes, birthdays, pictures and telephone
 * numbers are a child's private life (Nghị định 56/2017 Đ33), and what is sent upward must not hold them. A guess, so it only warns.
 */
import type { Answer, Item } from "./schema.ts";

const families =
	"Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Trịnh|Đoàn|Cao|Lương|Lưu|Tô|Tạ|Chu|Vương|Đào|Lâm|Trương|Phùng|Quách|Doãn|Tống|Khúc|Nghiêm|Thái";
const called = "[\\p{Lu}][\\p{Ll}]+";

const patterns: readonly RegExp[] = [
	// A family name and at least one more name: Nguyễn Văn A, TRẦN THỊ B.
	new RegExp(`(?<![\\p{L}])(?:${families})(?:\\s+(?:${called}|\\p{Lu}\\.?(?![\\p{L}])))+`, "u"),
	new RegExp(`(?<![\\p{L}])(?:${families.toUpperCase()})(?:\\s+\\p{Lu}+)+(?![\\p{L}])`, "u"),
	// The word for a child, and a name after it: em Lan, cháu N.V.A.
	new RegExp(
		`(?<![\\p{L}])(?:em|cháu|bé|học sinh|trẻ)\\s+(?:tên\\s+(?:là\\s+)?)?(?:${called}|(?:\\p{Lu}\\.){2,}\\p{Lu}?)(?![\\p{L}])`,
		"u",
	),
	// A class: lớp 3A, lớp 5 tuổi B, lớp Lá 2.
	/(?<![\p{L}])lớp\s+(?:\d{1,2}\s*(?:tuổi\s*)?[A-ZĐa-zđ]\d{0,2}(?![\p{L}])|(?:Mầm|Chồi|Lá|mầm|chồi|lá)\s*\d)/u,
	// A birthday.
	/(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}(?!\d)/u,
	/sinh\s+(?:năm|ngày)\s+\d[\d/.-]*/iu,
	// A telephone number, or the number of an identity card.
	/(?<!\d)(?:\+84|0)\d(?:[\s.]?\d){8}(?!\d)/u,
	/(?<!\d)\d{12}(?!\d)/u,
];

/** The part of an answer that looks personal; null where nothing does, and for items that may name people. */
export function personalIn(item: Item, answer: Pick<Answer, "value" | "note">): string | null {
	if ((item.type !== "text" && item.type !== "longtext") || !item.anonymous) return null;
	return personalText(`${typeof answer.value === "string" ? answer.value : ""}\n${answer.note}`);
}

/** The part of a text that looks personal; null where nothing does. */
export function personalText(text: string): string | null {
	const whole = text.normalize("NFC");
	for (const pattern of patterns) {
		const found = pattern.exec(whole)?.[0];
		if (found) return found.trim();
	}
	return null;
}
