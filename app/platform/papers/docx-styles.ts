import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";

/** Twentieths of a point, in which Word measures, of millimetres. */
export function twips(mm: number): number {
	return Math.round((mm * 1_440) / 25.4);
}

/** Names of the styles as a clerk finds them in Word. */
export const styleNames = {
	body: "Nội dung",
	basis: "Căn cứ",
	power: "Thẩm quyền",
	attached: "Kèm theo",
	title: "Tên loại và trích yếu",
	annex: "Phụ lục",
	chapter: "Chương",
	article: "Điều",
	heading1: "Mục I",
	heading2: "Mục 1",
	heading3: "Mục a",
	addressees: "Kính gửi",
	cell: "Ô bảng",
	caption: "Chú thích ảnh",
	rule: "Đường kẻ",
	letterhead: "Tên cơ quan và Quốc hiệu",
	number: "Số, ký hiệu và ngày",
	about: "Về việc",
	capacity: "Chức vụ người ký",
	signer: "Họ tên người ký",
	recipients: "Nơi nhận",
	pageNumber: "Số trang",
} as const;

export type StyleId = keyof typeof styleNames;

/** Word has a Title and a Heading1 of its own. */
export function styleId(id: StyleId): string {
	return `nd30-${id}`;
}

const centred = { alignment: AlignmentType.CENTER };
const indented = { indent: { firstLine: twips(12.7) } };
/** 1.1 times a single line. */
const spacious = { line: 264, lineRule: LineRuleType.AUTO };

/** Sizes are half points: 28 is 14 pt. */
const looks: Record<StyleId, Pick<IParagraphStyleOptions, "run" | "paragraph">> = {
	body: { paragraph: { alignment: AlignmentType.BOTH, ...indented, spacing: { after: 120, ...spacious } } },
	basis: {
		run: { italics: true },
		paragraph: { alignment: AlignmentType.BOTH, ...indented, spacing: { after: 120, ...spacious } },
	},
	power: { run: { bold: true }, paragraph: { ...centred, keepNext: true, spacing: { before: 200, after: 200 } } },
	attached: { run: { italics: true }, paragraph: { ...centred, spacing: { before: 60, after: 120 } } },
	title: { run: { bold: true }, paragraph: { ...centred, keepNext: true, spacing: { before: 240 } } },
	annex: { run: { bold: true }, paragraph: { ...centred, keepNext: true } },
	chapter: { run: { bold: true }, paragraph: { ...centred, keepNext: true, spacing: { before: 200, after: 120 } } },
	article: { run: { bold: true }, paragraph: { ...indented, keepNext: true, spacing: { after: 120, ...spacious } } },
	heading1: { run: { bold: true }, paragraph: { ...indented, keepNext: true, spacing: { before: 60, after: 120 } } },
	heading2: { run: { bold: true }, paragraph: { ...indented, keepNext: true, spacing: { after: 120 } } },
	heading3: { paragraph: { ...indented, keepNext: true, spacing: { after: 120 } } },
	addressees: { paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } } },
	cell: { run: { size: 24 } },
	caption: { run: { size: 24 }, paragraph: centred },
	rule: { run: { size: 2 }, paragraph: { spacing: { line: 80, lineRule: LineRuleType.EXACT } } },
	letterhead: { run: { size: 24 }, paragraph: centred },
	number: { run: { size: 26 }, paragraph: centred },
	about: { run: { size: 24 }, paragraph: { ...centred, spacing: { before: 120 } } },
	capacity: { run: { bold: true }, paragraph: { ...centred, keepNext: true } },
	signer: { run: { bold: true }, paragraph: centred },
	recipients: { run: { size: 22 } },
	pageNumber: { run: { size: 26 }, paragraph: centred },
};

export const styles: IStylesOptions = {
	default: {
		document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } },
	},
	paragraphStyles: [
		{ id: "Normal", name: "Normal", quickFormat: true },
		...Object.entries(looks).map(([id, look]) => ({
			id: styleId(id as StyleId),
			name: styleNames[id as StyleId],
			basedOn: "Normal",
			quickFormat: true,
			...look,
		})),
	],
};
