import {
	BorderStyle,
	type FileChild,
	type IParagraphOptions,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from "docx";
import { type StyleId, styleId, twips } from "./docx-styles.ts";
import type { SetLetterhead, SetSignature } from "./manuscript.ts";
import type { Piece } from "./pieces.ts";

/** Text with its line ends. */
export function runs(text: string, face: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
	return text.split("\n").map((line, at) => new TextRun({ text: line, ...face, ...(at > 0 ? { break: 1 } : {}) }));
}

/** Only what differs from the style is written, so that a change of the style changes the text. */
export function pieceRuns(pieces: readonly Piece[], own: { bold?: boolean; italic?: boolean } = {}): TextRun[] {
	return pieces.flatMap(({ text, bold, italic }) =>
		runs(text, {
			...(bold === (own.bold ?? false) ? {} : { bold }),
			...(italic === (own.italic ?? false) ? {} : { italics: italic }),
		}),
	);
}

export function paragraph(style: StyleId, children: TextRun[], more: IParagraphOptions = {}): Paragraph {
	return new Paragraph({ style: styleId(style), children, ...more });
}

/** A line of `widthPt` in the middle of `boxMm`: the lower border of an empty paragraph, which stays where the text goes. */
export function rule(widthPt: number, boxMm: number, after = 0): Paragraph {
	const side = Math.max(0, Math.round((twips(boxMm) - widthPt * 20) / 2));
	return paragraph("rule", [], {
		indent: { left: side, right: side },
		border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
		spacing: { line: 80, lineRule: "exact", after },
	});
}

/** Word runs two tables into one when no paragraph stands between them. */
export function gap(after: number): Paragraph {
	return paragraph("rule", [], { spacing: { line: 20, lineRule: "exact", after } });
}

const HEAD_MM = [72, 93] as const;

/** Two columns without borders: who writes, and the state's name and motto. */
export function letterhead(head: SetLetterhead): FileChild[] {
	const [left, right] = HEAD_MM;
	const superior = head.superior === null ? [] : [paragraph("letterhead", runs(head.superior))];
	const about = head.about === null ? [] : [paragraph("about", runs(head.about))];
	return [
		frame(
			[...HEAD_MM],
			[
				[
					[
						...superior,
						paragraph("letterhead", runs(head.issuer, { bold: true })),
						rule(head.issuerRule * 12, left, 120),
					],
					[
						paragraph("letterhead", runs(head.nation, { bold: true })),
						paragraph("letterhead", runs(head.motto, { bold: true, size: 26 })),
						rule(head.mottoRule * 13, right, 120),
					],
				],
				[
					[paragraph("number", runs(head.number)), ...about],
					[paragraph("number", runs(head.place, { italics: true }))],
				],
			],
		),
		gap(120),
	];
}

/** *Nơi nhận* stands level with the capacity of who signs; below, where two sign side by side. */
export function closing(recipients: readonly string[], signatures: readonly SetSignature[]): FileChild[] {
	if (recipients.length + signatures.length === 0) return [];
	const named = recipients.map((line) => paragraph("recipients", runs(line)));
	const list =
		named.length === 0
			? []
			: [paragraph("recipients", runs("Nơi nhận:", { bold: true, italics: true, size: 24 })), ...named];
	const signed = signatures.map(signature);
	if (signatures.length < 2) return [gap(120), frame([82.5, 82.5], [[list, signed[0] ?? []]]), gap(0)];
	return [
		gap(120),
		frame(
			signed.map(() => 165 / signed.length),
			[signed],
		),
		gap(120),
		...list,
	];
}

function signature({ capacity, note, name }: SetSignature): Paragraph[] {
	return [
		...capacity.map((line) => paragraph("capacity", runs(line))),
		...(note === null ? [] : [paragraph("capacity", runs(note, { bold: false, italics: true, size: 26 }))]),
		paragraph("signer", runs(name), { spacing: { before: twips(24) } }),
	];
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

/** A table that only holds things side by side. */
export function frame(widths: readonly number[], rows: Paragraph[][][]): Table {
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
		columnWidths: widths.map(twips),
		borders: noBorders,
		margins: noMargins,
		rows: rows.map(
			(cells) =>
				new TableRow({
					cantSplit: true,
					children: cells.map(
						(children, at) =>
							new TableCell({
								children: children.length > 0 ? children : [gap(0)],
								width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
							}),
					),
				}),
		),
	});
}
