import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { Paper, Picture } from "#app/domain/paper.ts";
import { canLookAtPapers, lookAt, printed, type Shown, shown } from "#tests/support/on-paper.ts";
import { receipt } from "#tests/support/sample-papers.ts";
import { broad, tall } from "#tests/support/sample-pictures.ts";
import { qrOf } from "../qr.ts";
import { docxOf } from "./docx.ts";
import { pdfOf } from "./pdf.ts";

const url = "https://antoan.example.vn/xac-minh/7K3M-9QXA-2TBD-5W8E";
const withImages = (images: readonly Picture[]): Paper => ({ ...receipt, body: [{ kind: "images", images }] });
const withQr: Paper = {
	...receipt,
	body: [{ kind: "qr", url, lines: [[{ text: "Quét mã để kiểm tra", bold: true }], url] }],
};
const mm = (length: number) => (length * 72) / 25.4;

test("photographs stand two on a line in Word, with their shape, their caption and words for who cannot see them", async () => {
	const zip = await JSZip.loadAsync(await docxOf(withImages([broad, tall, broad])));
	const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
	const sizes = [...document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)].map(([, x, y]) => Number(x) / Number(y));
	expect(sizes.map((shape) => shape.toFixed(2))).toEqual(["1.33", "0.75", "1.33"]);
	expect(document.match(/<w:drawing>/g)).toHaveLength(3);
	expect(document).toContain(`descr="${tall.caption}"`);
	expect(document.split(`>${broad.caption}<`)).toHaveLength(3);
	// No photograph is kept twice.
	expect(Object.keys(zip.files).filter((name) => name.endsWith(".jpg"))).toHaveLength(2);
});

test("captions with markup are text in both files", async () => {
	const hostile = '#read("/etc/passwd") *đậm* <b>&amp; =1+1 "nháy"';
	const paper = withImages([{ ...broad, caption: hostile }]);
	const zip = await JSZip.loadAsync(await docxOf(paper));
	expect(await zip.file("word/document.xml")?.async("string")).toContain(
		"#read(&quot;/etc/passwd&quot;) *đậm* &lt;b&gt;&amp;amp; =1+1 &quot;nháy&quot;",
	);
	expect(Buffer.from(pdfOf(paper)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("one paper's photographs are not seen by the next", () => {
	pdfOf(withImages([broad, tall]));
	const next = Buffer.from(pdfOf(withImages([tall])));
	// JPEG goes into a PDF as it is.
	expect(next.includes(Buffer.from(tall.jpeg))).toBe(true);
	expect(next.includes(Buffer.from(broad.jpeg))).toBe(false);
});

/** Whether the QR code on a page says what it should: each of its modules is dark or light as reckoned. */
function wrongModules({ width, height, dark }: Shown, box: { left: number; top: number; side: number }): number {
	const { size, path } = qrOf(url);
	const modules = new Set<string>();
	for (const [, x = "", y = "", run = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
		for (let at = 0; at < Number(run); at++) modules.add(`${Number(x) + at} ${y}`);
	let wrong = 0;
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const at = (place: number) => ((place + 4.5) / (size + 8)) * box.side;
			const seen = dark(((box.left + at(x)) / mm(210)) * width, ((box.top + at(y)) / mm(297)) * height);
			if (seen !== modules.has(`${x} ${y}`)) wrong += 1;
		}
	}
	return wrong;
}

describe.skipIf(!canLookAtPapers)("on paper", () => {
	test("seven photographs: in order, above their captions, none cut off, the tall ones no higher than the rest allow", () => {
		const images = [broad, tall, broad, tall, tall, tall, broad].map((one, at) => ({ ...one, caption: `Ảnh${at}` }));
		const { pages, tags, info } = lookAt(pdfOf(withImages(images)));
		const captions = pages.flatMap(({ words }) => words.filter(({ text }) => text.startsWith("Ảnh")));
		expect(captions.map(({ text }) => text)).toEqual(images.map((_, at) => `Ảnh${at}`));
		for (const { bottom } of captions) expect(bottom).toBeLessThan(mm(297 - 20));
		expect(tags.match(/^\s*Figure/gm)).toHaveLength(7);
		expect(info).toMatch(/Tagged:\s+yes/);
	});

	test("the code on paper is the address, module by module, from both writers", async () => {
		const pdf = pdfOf(withQr);
		const [word] = printed([await docxOf(withQr)]);
		for (const bytes of [pdf, word as Uint8Array]) {
			const { pages } = lookAt(bytes);
			expect(pages[0]?.words.map(({ text }) => text).join("")).toContain(url);
			const [seen] = shown(bytes, 150);
			const box = darkBox(seen as Shown);
			expect(wrongModules(seen as Shown, box)).toBe(0);
		}
	});
});

/** Where the code stands: its upper left finder is the first long run of dark below the letterhead, at the left margin. */
function darkBox(seen: Shown): { left: number; top: number; side: number } {
	const { size } = qrOf(url);
	const scale = mm(210) / seen.width;
	for (let y = 0; y < seen.height; y++) {
		for (let x = Math.round(mm(28) / scale); x < mm(45) / scale; x++) {
			const run = mm(4) / scale;
			let at = 0;
			while (at < run && seen.dark(x + at, y) && seen.dark(x, y + at)) at += 1;
			if (at < run) continue;
			const side = mm(32);
			const edge = (side / (size + 8)) * 4;
			return { left: x * scale - edge, top: y * scale - edge, side };
		}
	}
	throw new Error("no code on the page");
}
