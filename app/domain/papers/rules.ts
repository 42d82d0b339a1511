/** Pure decisions about reports: numbers as Vietnamese papers write them, figures that stand in texts, what is missing. */
import type { Content, Figure, KeptFigures, MovedFigure, ReportBlock } from "./schema.ts";

// An annex words tens of thousands of numbers, and a formatter costs twenty times what it formats.
const upTo = [0, 1, 2].map((digits) => new Intl.NumberFormat("vi-VN", { maximumFractionDigits: digits }));

/** `1.234`, `12,5`. */
export function wordedNumber(value: number, digits: 0 | 1 | 2 = 2): string {
	return upTo[digits]?.format(value) ?? "";
}

/** Tenths of a percent as `81,5%`, `80%`; a dash where there is no denominator. */
export function wordedRate(tenths: number | null): string {
	return tenths === null ? "–" : `${wordedNumber(tenths / 10, 1)}%`;
}

/** Who signs until somebody says otherwise, as it stands on the paper. */
export const USUAL_CAPACITY = "Trưởng phòng";

/** `23/11/2026`. */
export function shortDay(day: string): string {
	return day.split("-").reverse().join("/");
}

const token = /\{\{\s*([\p{L}\d._-]{1,80})\s*\}\}/gu;

/** A piece of a text: words, or the place of a figure. */
export type TextPiece = { text: string; key?: undefined } | { key: string; text?: undefined };

/** Cuts a text into words and the places of figures. */
export function piecesOf(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let end = 0;
	for (const match of text.matchAll(token)) {
		if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
		pieces.push({ key: match[1] ?? "" });
		end = match.index + match[0].length;
	}
	if (end < text.length) pieces.push({ text: text.slice(end) });
	return pieces;
}

/** Keys of the figures that a text links to, once each. */
export function keysIn(text: string): string[] {
	return [...new Set(piecesOf(text).flatMap(({ key }) => (key === undefined ? [] : [key])))];
}

/** The text with its figures written out; one that is not known leaves an ellipsis. */
export function filled(text: string, values: Readonly<Record<string, { text: string }>>): string {
	return piecesOf(text)
		.map((piece) => piece.text ?? values[piece.key]?.text ?? "…")
		.join("");
}

/** Figures by key, as they are kept beside a text. */
export function keptOf(figures: readonly Figure[]): KeptFigures {
	return Object.fromEntries(figures.map(({ key, text, value }) => [key, { text, value }]));
}

/** The day of which the figures are. */
export const FIGURES_ON = "so-lieu-den";

/** Figures of a text that are not any more what was drafted or accepted; a day that went by is no figure that moved. */
export function movedIn(text: string, kept: KeptFigures, now: KeptFigures): MovedFigure[] {
	return keysIn(text).flatMap((key) => {
		if (key === FIGURES_ON) return [];
		const [was, is] = [kept[key]?.text ?? "…", now[key]?.text ?? "…"];
		return was === is ? [] : [{ key, was, now: is }];
	});
}

/** Every figure of a report that moved, once each. */
export function movedFigures({ blocks }: Pick<Content, "blocks">, kept: KeptFigures, now: KeptFigures): MovedFigure[] {
	const all = blocks.flatMap(({ text }) => movedIn(text, kept, now));
	return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
}

/**
 * The values that a paper says. While no figure has moved they are also those of today, and the day is today's; once one has, the day
 * stays that of the values that stand in the text.
 */
export function dated(content: Pick<Content, "blocks">, kept: KeptFigures, now: KeptFigures): KeptFigures {
	const today = now[FIGURES_ON];
	return today && movedFigures(content, kept, now).length === 0 ? { ...kept, [FIGURES_ON]: today } : kept;
}

/** The day that the text tells as that of its figures, `2026-11-23`; null where it tells none. */
export function figuresOn({ blocks }: Pick<Content, "blocks">, kept: KeptFigures): string | null {
	const told = blocks.some(({ text }) => keysIn(text).includes(FIGURES_ON));
	return told ? (kept[FIGURES_ON]?.text.split("/").reverse().join("-") ?? null) : null;
}

/** Blocks that still have to be written before a report is checked. */
export function emptyBlocks({ blocks }: Pick<Content, "blocks">): ReportBlock[] {
	return blocks.filter(({ text }) => text.trim() === "");
}

/** What a block is: paragraphs, and lists of lines that begin with a dash. */
export type BlockLines = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

export function linesOf(text: string): BlockLines[] {
	const out: BlockLines[] = [];
	for (const raw of text.split("\n")) {
		const line = raw.trim();
		if (line === "") continue;
		const item = /^[-–]\s+(.+)$/.exec(line)?.[1];
		const last = out.at(-1);
		if (item === undefined) out.push({ kind: "paragraph", text: line });
		else if (last?.kind === "list") last.items.push(item);
		else out.push({ kind: "list", items: [item] });
	}
	return out;
}

const letterKinds: Record<string, string> = {
	CV: "Công văn",
	CT: "Chỉ thị",
	KH: "Kế hoạch",
	NQ: "Nghị quyết",
	QĐ: "Quyết định",
	TB: "Thông báo",
};

/** What a letter is called in a sentence, by its sign: `Công văn số 566-CV/HU ngày 04/11/2019`. */
export function letterName({ number, issuedOn }: { number: string; issuedOn: string }): string {
	const signs = number.split(/[^\p{L}]+/u);
	const kind = signs.flatMap((sign) => letterKinds[sign] ?? []).at(0);
	return `${kind ?? "Văn bản"} số ${number} ngày ${shortDay(issuedOn)}`;
}

const titles: Record<Content["blocks"][number]["part"], string> = {
	opening: "",
	steering: "Công tác chỉ đạo, triển khai",
	results: "Kết quả thực hiện",
	strengths: "Ưu điểm",
	weaknesses: "Hạn chế, khó khăn",
	causes: "Nguyên nhân",
	next: "Nhiệm vụ thời gian tới",
	requests: "Kiến nghị, đề xuất",
};

/** The heading of a part, as it stands on the paper. */
export function partTitle(part: ReportBlock["part"]): string {
	return titles[part];
}

/** What a block is called where it is spoken of. */
export function blockTitle({ part, heading }: Pick<ReportBlock, "part" | "heading">): string {
	return heading || titles[part] || "Mở đầu";
}
