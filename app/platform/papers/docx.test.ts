import JSZip from "jszip";
import { expect, test } from "vitest";
import type { Paper } from "#app/domain/paper.ts";
import { canLookAtPapers, lookAt, printed, type SeenPdf } from "#tests/support/on-paper.ts";
import { decision, letter, receipt } from "#tests/support/sample-papers.ts";
import { docxOf } from "./docx.ts";

async function partsOf(paper: Paper): Promise<Record<"document" | "styles", string> & { headers: string[] }> {
	const zip = await JSZip.loadAsync(await docxOf(paper));
	const read = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
	const headers = Object.keys(zip.files).filter((name) => /^word\/header\d+\.xml$/.test(name));
	return {
		document: await read("word/document.xml"),
		styles: await read("word/styles.xml"),
		headers: await Promise.all(headers.sort().map(read)),
	};
}

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, inside]) => inside ?? "");
/** The text of each paragraph with its style. */
const paragraphs = (xml: string) =>
	all(xml, /<w:p>(.*?)<\/w:p>/gs).map((p) => [
		p.match(/<w:pStyle w:val="([\w-]+)"/)?.[1],
		all(p, /<w:t[^>]*>([^<]*)<\/w:t>/g).join(""),
	]);
const twips = (mm: number) => Math.round((mm * 1_440) / 25.4);

test("margins of 20, 20, 30 and 15 mm on A4, annexes turned where they ask for it, each with its own page numbers", async () => {
	const { document } = await partsOf(letter);
	const sections = all(document, /<w:sectPr[^>]*>(.*?)<\/w:sectPr>/gs);
	expect(sections).toHaveLength(3);
	for (const section of sections) {
		const margin = section.match(/<w:pgMar [^>]*>/)?.[0];
		expect(margin).toContain(`w:top="${twips(20)}"`);
		expect(margin).toContain(`w:bottom="${twips(20)}"`);
		expect(margin).toContain(`w:left="${twips(30)}"`);
		expect(margin).toContain(`w:right="${twips(15)}"`);
		expect(section).toContain('<w:pgNumType w:start="1"');
		// A first page with a header of its own, which is empty.
		expect(section).toContain("<w:titlePg/>");
		expect(section).toMatch(/<w:headerReference w:type="first"/);
	}
	const sizes = sections.map((section) =>
		section
			.match(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/)
			?.slice(1)
			.map(Number),
	);
	expect(sizes).toEqual([
		[twips(210), twips(297)],
		[twips(210), twips(297)],
		[twips(297), twips(210)],
	]);
});

test("the page number stands in the middle of the header of every page but the first", async () => {
	const { headers, styles } = await partsOf(receipt);
	expect(headers.filter((header) => header.includes("PAGE"))).toHaveLength(1);
	expect(headers.filter((header) => !header.includes("PAGE"))).toHaveLength(1);
	expect(headers.every((header) => header.includes('w:val="nd30-pageNumber"'))).toBe(true);
	expect(styles).toMatch(/w:styleId="nd30-pageNumber">.*?<w:jc w:val="center"\/>.*?<w:sz w:val="26"\/>/s);
});

test("the type is Times New Roman of 14 points, in styles with names a clerk knows", async () => {
	const { document, styles } = await partsOf(decision);
	expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>.*<w:lang w:val="vi-VN"\/>/s);
	expect(styles).toMatch(
		/<w:name w:val="Nội dung"\/>.*?w:after="120".*?<w:ind w:firstLine="720"\/><w:jc w:val="both"\/>/s,
	);
	const said = paragraphs(document);
	expect(said).toContainEqual(["nd30-letterhead", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
	expect(said).toContainEqual(["nd30-number", "Số: 05/QĐ-MNGA"]);
	expect(said).toContainEqual(["nd30-title", "QUYẾT ĐỊNH"]);
	expect(said).toContainEqual(["nd30-chapter", "QUY TẮC ỨNG XỬ CỤ THỂ"]);
	expect(said).toContainEqual(["nd30-article", "Điều 10. Sửa đổi, bổ sung"]);
	expect(said).toContainEqual(["nd30-recipients", "- Lưu: VT."]);
	expect(said.filter(([style]) => style === "nd30-article")).toHaveLength(10);
	// Every paragraph has a style of ours, or none of it can be changed in one place.
	const written = said.filter(([, text]) => text !== "");
	expect(written.filter(([style]) => !style?.startsWith("nd30-"))).toEqual([]);
});

test("header rows come again on every page, and rows do not break", async () => {
	const { document } = await partsOf(letter);
	const table = all(document, /<w:tbl>(.*?)<\/w:tbl>/gs).find((each) => each.includes("Mã trường")) ?? "";
	const rows = all(table, /<w:tr>(.*?)<\/w:tr>/gs);
	expect(rows).toHaveLength(302);
	expect(rows.map((row) => row.includes("<w:tblHeader/>")).indexOf(false)).toBe(2);
	expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
	expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
	expect(rows[0]).toContain('<w:vMerge w:val="restart"/>');
	expect(rows[1]).toContain('<w:vMerge w:val="continue"/>');
});

test("texts are texts: nothing in them is read as XML, and what XML cannot hold is left out", async () => {
	const evil = '</w:t><w:br/> & "quoted" \u0000\u0008\ud800 ]]> =SUM(A1) {MERGEFIELD x}';
	const { document } = await partsOf({
		...receipt,
		body: [{ kind: "paragraph", text: [evil, { text: evil, bold: true }] }],
	});
	expect(document).toContain("&lt;/w:t&gt;&lt;w:br/&gt; &amp; &quot;quoted&quot;  ]]&gt; =SUM(A1) {MERGEFIELD x}");
	expect(document).not.toContain("instrText");
	expect(document).not.toMatch(/(?![\n\r\t])\p{Cc}|\p{Cs}/u);
});

test.skipIf(!canLookAtPapers)(
	"LibreOffice prints it as the rules ask",
	async () => {
		const [first, second, third] = printed(await Promise.all([decision, receipt, letter].map(docxOf))).map(lookAt);
		const [order, slip, report] = [first, second, third] as [SeenPdf, SeenPdf, SeenPdf];

		expect(order.fonts.map(([name]) => name?.replace(/.*\+/, "").split("-")[0])).toEqual(
			order.fonts.map(() => "Tinos"),
		);

		// The decision on one page; the code with numbers of its own, none on its first page.
		expect(order.pages[0]?.text).toContain("Nguyễn Thị Hồng Thắm");
		expect(order.pages[1]?.text).toContain("BỘ QUY TẮC ỨNG XỬ");
		expect(order.pages.map(firstLine).map((line) => (/^\d+$/.test(line) ? Number(line) : null))).toEqual([
			null,
			null,
			2,
			3,
		]);
		const number = order.pages[2]?.words[0];
		expect(number?.bottom).toBeLessThan(mm(20));
		expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(mm(30 + 165 / 2), 0);
		// No heading is left alone at the foot of a page.
		for (const { text } of order.pages)
			expect(text.trim().split("\n").at(-1)).not.toMatch(/^\s*(Chương|Điều|[\p{Lu} ]+$)/u);
		for (const { words } of order.pages) expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(mm(29.8));
		for (const { words } of order.pages) expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(mm(195.5));

		expect(slip.pages).toHaveLength(1);
		const word = (text: string) => slip.pages[0]?.words.find((each) => each.text === text);
		expect(word("NGƯỜI")?.top).toBe(word("KT.")?.top);

		const annex = report.pages.slice(2);
		expect(annex.every(({ width, height }) => width > height)).toBe(true);
		expect(annex.every(({ text }) => /TT\s.*Tên trường/s.test(text))).toBe(true);
		expect(annex.at(-1)?.text).toMatch(/300\s+36365300/);
		const signer = report.pages[0]?.words.find(({ text }) => text === "KT.");
		const receivers = report.pages[0]?.words.find(({ text }) => text === "Nơi");
		expect(Math.abs((signer?.top ?? 0) - (receivers?.top ?? 99))).toBeLessThan(3);
	},
	60_000,
);

const mm = (length: number) => (length * 72) / 25.4;
const firstLine = ({ text }: { text: string }) => text.trim().split("\n")[0]?.trim() ?? "";
