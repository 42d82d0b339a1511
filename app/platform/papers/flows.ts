import { type Block, itemMark, type List, type Picture } from "#app/domain/paper.ts";
import { after, closed, type Piece, piecesOf } from "./pieces.ts";
import { capitals, printable } from "./printable.ts";
import { type SetTable, setTable } from "./set-table.ts";

/** One thing after the other down the page. */
export type Flow =
	| HeadingFlow
	| TextFlow
	| RuleFlow
	| { kind: "addressees"; names: string[] }
	| SetTable
	| ImagesFlow
	| QrFlow
	| { kind: "break" };

/** `level` counts from 1 without gaps: bookmarks and screen readers go by it. */
export type HeadingFlow = { kind: "heading"; look: HeadingLook; level: number; lines: string[] };
export type HeadingLook = "title" | "annex" | "chapter" | "article" | "heading1" | "heading2" | "heading3";

/** `keep`: it is not left at the foot of a page while what follows begins the next. */
export type TextFlow = { kind: "text"; look: TextLook; pieces: Piece[]; align: TextAlign; keep: boolean };
export type TextLook = "body" | "basis" | "power" | "attached";
type TextAlign = "justify" | "left" | "center" | "right";

/** A line in the middle, `em` times as long as the type is high. */
export type RuleFlow = { kind: "rule"; em: number };

/** Photographs with their size on paper in millimetres, two on a line. */
export type ImagesFlow = { kind: "images"; rows: SetPicture[][] };
export type SetPicture = { jpeg: Uint8Array; wide: number; high: number; caption: string };

export type QrFlow = { kind: "qr"; url: string; lines: Piece[][] };

/** Blocks as they stand on lines of `lineMm`. */
export function flowsOf(blocks: readonly Block[], lineMm: number): Flow[] {
	return blocks.flatMap((block) => flowOf(block, lineMm));
}

function flowOf(block: Block, lineMm: number): Flow[] {
	switch (block.kind) {
		case "part":
		case "chapter":
		case "section":
			return [heading("chapter", ranks[block.kind], printable(block.label), capitals(block.title))];
		case "article":
			return [heading("article", ranks.article, printable(`${block.label}. ${block.title}`))];
		case "provision":
			return [text("body", piecesOf(after({ text: `${block.label}. `, bold: true }, block.text)))];
		case "heading": {
			const line = block.level === 1 ? capitals(block.text) : printable(block.text);
			return [heading(`heading${block.level}`, ranks.article + block.level, line)];
		}
		case "paragraph":
			return [{ ...text("body", piecesOf(block.text)), align: block.align ?? "justify" }];
		case "list":
			return listed(block);
		case "table":
			return [setTable(block, lineMm)];
		case "images":
			return [pictured(block.images, lineMm)];
		case "qr":
			return [{ kind: "qr", url: block.url, lines: block.lines.map((line) => piecesOf(line)) }];
		case "pageBreak":
			return [{ kind: "break" }];
	}
}

/** Which heading stands above which; the title has 1, and `levelled` closes the gaps. */
const ranks = { part: 2, chapter: 3, section: 4, article: 5 };

export function heading(look: HeadingLook, rank: number, ...lines: string[]): HeadingFlow {
	return { kind: "heading", look, level: rank, lines };
}

export function text(look: TextLook, pieces: Piece[]): TextFlow {
	const centred = look === "power" || look === "attached";
	return { kind: "text", look, pieces, align: centred ? "center" : "justify", keep: look === "power" };
}

/** Clauses and points are paragraphs that begin with their mark, as in every Vietnamese law; a list inside follows its item. */
function listed({ marker, items }: List): Flow[] {
	return items.flatMap((item, at) => {
		const own = typeof item === "object" && "list" in item ? item : { text: item, list: null };
		const first = text("body", piecesOf(after(`${itemMark(marker, at)} `, own.text)));
		return own.list ? [{ ...first, keep: true }, ...listed(own.list)] : [first];
	});
}

/** Between two photographs, and how high one may be: three lines of upright ones stand on a page. */
const PICTURE = { gap: 5, tallest: 70 };

/** As large as half a line, or the greatest height, lets it be; its shape stays. */
function pictured(images: readonly Picture[], lineMm: number): ImagesFlow {
	const half = (lineMm - PICTURE.gap) / 2;
	const set = images.map(({ jpeg, width, height, caption }): SetPicture => {
		const scale = Math.min(half / Math.max(1, width), PICTURE.tallest / Math.max(1, height));
		return { jpeg, wide: width * scale, high: height * scale, caption: printable(caption) };
	});
	const rows: SetPicture[][] = [];
	for (let at = 0; at < set.length; at += 2) rows.push(set.slice(at, at + 2));
	return { kind: "images", rows };
}

/** Closes a text with `./.`; a table at the end has nothing to close. */
export function ended(flows: Flow[]): Flow[] {
	const last = flows.at(-1);
	return last?.kind === "text" ? [...flows.slice(0, -1), { ...last, pieces: closed(last.pieces) }] : flows;
}

/** Keeps the last lines with the signatures: a page that holds signatures alone could stand under anything. */
export function keptWithNext(flows: Flow[]): Flow[] {
	const last = flows.at(-1);
	return last?.kind === "text" ? [...flows.slice(0, -1), { ...last, keep: true }] : flows;
}

/** Heading ranks as levels that begin at 1 and never skip one, whatever kinds of heading a paper uses. */
export function levelled(flows: Flow[]): Flow[] {
	const above: number[] = [];
	return flows.map((flow) => {
		if (flow.kind !== "heading") return flow;
		while ((above.at(-1) ?? 0) >= flow.level) above.pop();
		above.push(flow.level);
		return { ...flow, level: above.length };
	});
}
