import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findPaperTools } from "#scripts/paper-tools.mjs";

const tools = findPaperTools();

/** Whether this machine can look at papers. Without Poppler and LibreOffice the tests that do are skipped, and say so. */
export const canLookAtPapers = tools !== null;
if (!tools)
	console.warn("!!! SKIPPED what looks at papers: LibreOffice (soffice) or Poppler (pdftotext) is not on this machine");

/** A word on a page, in points from the upper left corner. */
export type Word = { text: string; left: number; top: number; right: number; bottom: number };
export type Page = { width: number; height: number; text: string; words: Word[] };

/** What a reader of a PDF finds: its pages, the fonts in it, what it says of itself, and its tags, one on a line. */
export type SeenPdf = { pages: Page[]; fonts: string[][]; info: string; tags: string };

/** Looks at a PDF with Poppler. */
export function lookAt(pdf: Uint8Array): SeenPdf {
	return inFolder((folder) => {
		const path = join(folder, "paper.pdf");
		writeFileSync(path, pdf);
		const texts = run("pdftotext", ["-layout", path, "-"]).split("\f").slice(0, -1);
		return {
			pages: boxes(run("pdftotext", ["-bbox", path, "-"])).map((page, at) => ({ ...page, text: texts[at] ?? "" })),
			fonts: run("pdffonts", [path])
				.split("\n")
				.slice(2)
				.filter((line) => line.trim() !== "")
				.map((line) => line.trim().split(/\s+/)),
			info: run("pdfinfo", [path]),
			tags: run("pdfinfo", ["-struct", path]),
		};
	});
}

/** Opens Word documents in LibreOffice, all in one go, and hands back what it would print. Tinos stands in for Times New Roman. */
export function printed(documents: readonly Uint8Array[]): Uint8Array[] {
	return inFolder((folder) => {
		const fonts = fileURLToPath(new URL("../../node_modules/@expo-google-fonts/tinos", import.meta.url));
		writeFileSync(join(folder, "fonts.conf"), fontSettings(fonts, join(folder, "cache")));
		const paths = documents.map((document, at) => {
			writeFileSync(join(folder, `${at}.docx`), document);
			return join(folder, `${at}.docx`);
		});
		const profile = pathToFileURL(join(folder, "profile")).href;
		const args = [
			`-env:UserInstallation=${profile}`,
			"--headless",
			"--convert-to",
			"pdf",
			"--outdir",
			folder,
			...paths,
		];
		run("soffice", args, { FONTCONFIG_FILE: join(folder, "fonts.conf"), HOME: folder });
		return paths.map((path) => new Uint8Array(readFileSync(path.replace(/docx$/, "pdf"))));
	});
}

/** A page as a reader sees it, in grey: whether a dot is dark. */
export type Shown = { width: number; height: number; dark(x: number, y: number): boolean };

/** Pages as pictures, with so many dots an inch. */
export function shown(pdf: Uint8Array, dpi: number): Shown[] {
	return inFolder((folder) => {
		writeFileSync(join(folder, "paper.pdf"), pdf);
		run("pdftoppm", ["-gray", "-r", String(dpi), join(folder, "paper.pdf"), join(folder, "page")]);
		const pages = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
		return pages.sort().map((name) => greyOf(readFileSync(join(folder, name))));
	});
}

/** A PGM: three lines of text, then a byte for each dot. */
function greyOf(pgm: Buffer): Shown {
	const [head = "", width = "0", height = "0"] =
		/^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(pgm.toString("latin1", 0, 60)) ?? [];
	const dots = pgm.subarray(head.length);
	return {
		width: Number(width),
		height: Number(height),
		dark: (x, y) => (dots[Math.floor(y) * Number(width) + Math.floor(x)] ?? 255) < 128,
	};
}

function run(program: string, args: string[], env: Record<string, string> = {}): string {
	if (!tools?.[program]) throw new Error(`${program} is not on this machine`);
	// What Poppler thinks of other people's PDF writers goes to stderr.
	return execFileSync(tools[program], args, {
		encoding: "utf8",
		maxBuffer: 64 * 1_048_576,
		stdio: ["ignore", "pipe", "ignore"],
		env: { ...process.env, ...env },
	});
}

function inFolder<T>(work: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), "toolkit-paper-"));
	try {
		return work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };

function boxes(html: string): Omit<Page, "text">[] {
	return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
		([, width, height, inside]) => ({
			width: Number(width),
			height: Number(height),
			words: [
				...(inside ?? "").matchAll(
					/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)<\/word>/gs,
				),
			].map(([, left, top, right, bottom, text = ""]) => ({
				text: text.normalize("NFC").replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
				left: Number(left),
				top: Number(top),
				right: Number(right),
				bottom: Number(bottom),
			})),
		}),
	);
}

/** No other font is seen: LibreOffice would mix it in where it likes. */
function fontSettings(fonts: string, cache: string): string {
	return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${fonts}</dir><cachedir>${cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="same"><string>Tinos</string></edit></match></fontconfig>`;
}
