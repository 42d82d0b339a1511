import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Paper } from "#app/domain/paper.ts";
import { canLookAtPapers, lookAt } from "#tests/support/on-paper.ts";
import { decision, letter, receipt } from "#tests/support/sample-papers.ts";
import { docxOf } from "./docx.ts";
import { pdfOf } from "./pdf.ts";
import { breakable } from "./printable.ts";

const mm = (length: number) => (length * 72) / 25.4;
const firstLine = ({ text }: { text: string }) => text.trim().split("\n")[0]?.trim() ?? "";
const says = (text: string): Paper => ({ ...receipt, body: [{ kind: "paragraph", text }] });

/** Everything that somebody may type, in every place of a paper. */
function filledWith(text: string): Paper {
	const cells = [text, { text: [{ text, bold: true }], columns: 2 }];
	return {
		letterhead: { superior: text, issuer: text, number: 1, sign: text, place: text, day: "2026-11-26" },
		subject: { form: "titled", kind: text, abstract: text },
		authority: text,
		bases: [text, text],
		enacting: text,
		addressees: [text, text],
		body: [
			{ kind: "chapter", label: text, title: text },
			{ kind: "article", label: text, title: text },
			{ kind: "provision", label: text, text },
			{ kind: "heading", level: 3, text },
			{ kind: "list", marker: "letter", items: [text, { text, list: { marker: "dash", items: [text] } }] },
			{ kind: "table", columns: [{ width: 1 }, { width: 9 }, { width: 3 }], head: [cells], rows: [cells, cells] },
			{ kind: "paragraph", text: [text, { text, italic: true }], align: "right" },
		],
		recipients: [text],
		signatures: [{ capacity: [text], note: text, name: text }],
		annexes: [{ kind: null, title: text, landscape: true, body: [{ kind: "paragraph", text }] }],
	};
}

const hostile = [
	'#eval("1+1") #import "@preview/x:1.0.0": * #read("/etc/passwd")',
	"*đậm* _nghiêng_ `mã` ```khối``` $x^2$ <nhãn> @trích \\u{1F600} \\ // ghi chú /* */ ~ -- --- ...",
	"= Tiêu đề\n- gạch\n+ số\n/ từ: nghĩa\n[ngoặc] {nhọn} (tròn) \"nháy\" 'đơn'",
	"\u0000\u0007\u001b\u202e\ud800\ufffe\ufeff",
	"Trường Tiểu học Giao Yến".normalize("NFD"),
	"👍🏽 👨‍👩‍👧 ✓ ✕ 漢字 العربية ไทย",
	"n".repeat(10_000),
	"W".repeat(300),
	" ",
	"",
	"a\u0301\u0302\u0303\u0323".repeat(50),
];

test.each(hostile.map((text, at) => [at, text] as const))(
	"text %i breaks neither file, in no place of a paper",
	async (_, text) => {
		const pdf = Buffer.from(pdfOf(filledWith(text)));
		expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
		expect(pdf.subarray(-6).toString()).toContain("%%EOF");
		const docx = Buffer.from(await docxOf(filledWith(text)));
		expect(docx.subarray(0, 2).toString()).toBe("PK");
	},
);

test("whatever is typed, a PDF comes of it", async () => {
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.string({ unit: "grapheme" }),
		fc.constantFrom(...hostile.slice(0, 6)),
	);
	await fc.assert(
		fc.asyncProperty(text, async (typed) => {
			expect(pdfOf(filledWith(typed)).byteLength).toBeGreaterThan(1_000);
			// Typst's documents are let go of when the event loop turns.
			await setImmediate();
		}),
		{ numRuns: 40 },
	);
});

// Typst makes pages without end, and fills the memory, when a head that is repeated leaves no room for the rows.
test("a head and a row that each fill a page come to an end", () => {
	const long = "từ ngữ ".repeat(1_500);
	const narrow = {
		kind: "table" as const,
		columns: [{ width: 1 }, { width: 9 }],
		head: [[long, "B"]],
		rows: [[long, long]],
	};
	expect(pdfOf({ ...receipt, body: [narrow] }).byteLength).toBeGreaterThan(1_000);
	const beside = {
		...narrow,
		head: [],
		rows: [[{ text: "A", rows: 90 }, "1"], ...Array.from({ length: 89 }, () => ["2"])],
	};
	expect(pdfOf({ ...receipt, body: [beside] }).byteLength).toBeGreaterThan(1_000);
});

test("a paper says the same in the same bytes", () => {
	expect(Buffer.from(pdfOf(receipt)).equals(Buffer.from(pdfOf(receipt)))).toBe(true);
});

test("a word gets places to break only where it cannot fit, and loses nothing", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 40 }), (typed, reach) => {
			const clean = typed.replaceAll("\u200b", "");
			const broken = breakable(clean, reach);
			expect(broken.replaceAll("\u200b", "")).toBe(clean);
			expect(broken.split(/[\s\u200b]/u).every((part) => [...part].length <= reach)).toBe(true);
		}),
	);
	expect(breakable("Trường Mầm non", 6)).toBe("Trường Mầm non");
});

describe.skipIf(!canLookAtPapers)("on paper", () => {
	test("a decision and its code: one page, then pages with numbers of their own in the top margin", () => {
		const { pages, fonts, info } = lookAt(pdfOf(decision));
		expect(info).toMatch(/Title:\s+Quyết định: Ban hành Bộ quy tắc ứng xử trong Trường Mầm non Giao An/);
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(fonts.map(([name]) => name?.replace(/.*\+/, "")).sort()).toEqual([
			"Tinos-Bold",
			"Tinos-BoldItalic",
			"Tinos-Italic",
			"Tinos-Regular",
		]);
		// Embedded, only the letters used, and each letter known as what it is.
		expect(fonts.map((font) => font.slice(-5, -2))).toEqual(fonts.map(() => ["yes", "yes", "yes"]));
		expect(pages[0]?.text).toContain("Nguyễn Thị Hồng Thắm");
		const numbers = pages.map(firstLine).map((line) => (/^\d+$/.test(line) ? Number(line) : null));
		expect(numbers).toEqual([null, null, 2, 3]);
		const number = pages[2]?.words[0];
		expect(number?.bottom).toBeLessThan(mm(20));
		expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(mm(30 + 165 / 2), 0);
		for (const { words, width } of pages) {
			expect(width).toBeCloseTo(mm(210), 0);
			expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThanOrEqual(mm(29.9));
			expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(mm(195.1));
			expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThanOrEqual(mm(277.5));
		}
	});

	test("the letterhead: who writes on the left, the state on the right, number and day on one line", () => {
		const words = lookAt(pdfOf(letter)).pages[0]?.words ?? [];
		const at = (text: string) => words.find((word) => word.text === text);
		expect(at("UBND")?.top).toBeCloseTo(at("CỘNG")?.top ?? 0, 1);
		expect(at("Số:")?.top).toBeCloseTo(at("Giao")?.top ?? 0, 1);
		expect(at("V/v")?.top).toBeGreaterThan(at("Số:")?.bottom ?? Number.POSITIVE_INFINITY);
		expect(at("PHÒNG")?.right).toBeLessThan(at("Độc")?.left ?? 0);
		expect(Math.abs((at("Nơi")?.top ?? 0) - (at("KT.")?.top ?? 99))).toBeLessThan(3);
	});

	test("an annex of 300 rows lies on its side and has its header on every page", () => {
		const { pages } = lookAt(pdfOf(letter));
		const annex = pages.slice(2);
		expect(annex.length).toBeGreaterThan(10);
		expect(annex.every(({ width, height }) => width > height)).toBe(true);
		expect(annex.every(({ text }) => text.includes("Việc phải khắc phục") && text.includes("Chưa"))).toBe(true);
		expect(annex.slice(1).map(firstLine)).toEqual(annex.slice(1).map((_, at) => String(at + 2)));
		const codes = annex.flatMap(({ text }) => [...text.matchAll(/\b36365\d{3}\b/g)].map(([code]) => Number(code)));
		expect(codes).toEqual(Array.from({ length: 300 }, (_, at) => 36_365_001 + at));
	});

	test("headings are bookmarks and tags, tables have header cells: a screen reader finds its way", () => {
		const bookmarks = [
			...Buffer.from(pdfOf(decision))
				.toString("latin1")
				.matchAll(/\/Title <FEFF([0-9A-F]+)>\n\s*\/Dest/g),
		];
		const titles = bookmarks.map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le"));
		expect(titles).toHaveLength(1 + 1 + 3 + 10);
		expect(titles.slice(0, 4)).toEqual([
			"QUYẾT ĐỊNH Ban hành Bộ quy tắc ứng xử trong Trường Mầm non Giao An",
			"BỘ QUY TẮC ỨNG XỬ Trong Trường Mầm non Giao An",
			"Chương I QUY ĐỊNH CHUNG",
			"Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng",
		]);
		const { tags } = lookAt(pdfOf(decision));
		expect(tags.match(/^\s*H[1-6]\b/gm)?.map((tag) => tag.trim())).toEqual([
			"H1",
			"H1",
			"H2",
			"H3",
			"H3",
			"H3",
			"H2",
			"H3",
			"H3",
			"H3",
			"H3",
			"H2",
			"H3",
			"H3",
			"H3",
		]);
		const list = lookAt(pdfOf(letter)).tags;
		expect(list.match(/^\s*TH\b/gm)).toHaveLength(9 + 5);
		expect(list.match(/^\s*TR\b/gm)).toHaveLength(302 + 6);
	});

	test("markup, code and formulas are printed as they were typed", () => {
		const typed = '#eval("1") *đậm* _x_ `mã` $x^2$ <a> @b \\n // =SUM(A1) -- ~ [c] {d}';
		expect(lookAt(pdfOf(says(typed))).pages[0]?.text).toContain(typed);
	});

	test("a word of 10,000 letters stays on the page, on lines of their own", () => {
		const { pages } = lookAt(pdfOf(filledWith("n".repeat(10_000))));
		const edges = pages.flatMap(({ words, width }) => words.map(({ right }) => width - right));
		expect(Math.min(...edges)).toBeGreaterThanOrEqual(mm(14));
		expect(pages.every(({ text }) => !text.includes("\u200b"))).toBe(true);
	});

	test("what the faces do not have is still tagged and does not hide the rest", () => {
		const { pages, info } = lookAt(pdfOf(says("Tốt 👍 漢字 lắm")));
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(pages[0]?.text).toMatch(/Tốt .* lắm/);
	});
});
