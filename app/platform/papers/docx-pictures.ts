import { type FileChild, ImageRun, Paragraph } from "docx";
import { frame, gap, paragraph, pieceRuns, runs } from "./docx-parts.ts";
import { styleId } from "./docx-styles.ts";
import type { ImagesFlow, QrFlow, SetPicture } from "./flows.ts";
import { qrPng } from "./qr-picture.ts";

/** Pixels as Word counts them, 96 to the inch, of millimetres. */
const pixels = (mm: number) => Math.round((mm * 96) / 25.4);

/** Photographs beside each other in a table without borders, of which no row is broken over two pages. */
export function images({ rows }: ImagesFlow): FileChild[] {
	return [...rows.flatMap((row) => [frame([82.5, 82.5], [[photograph(row[0]), photograph(row[1])]]), gap(120)])];
}

function photograph(picture: SetPicture | undefined): Paragraph[] {
	if (!picture) return [];
	const { jpeg, wide, high, caption } = picture;
	return [
		drawing(new ImageRun({ type: "jpg", data: jpeg, ...sized(wide, high, caption) }), { keepNext: true }),
		paragraph("caption", runs(caption)),
	];
}

/** A QR code with its lines at its side. */
export function qr({ url, lines }: QrFlow): FileChild[] {
	const code = new ImageRun({ type: "png", data: qrPng(url), ...sized(32, 32, `Mã QR: ${url}`) });
	return [
		gap(60),
		frame([36, 129], [[[drawing(code)], lines.map((line) => paragraph("cell", pieceRuns(line)))]]),
		gap(120),
	];
}

function sized(wide: number, high: number, description: string) {
	return {
		transformation: { width: pixels(wide), height: pixels(high) },
		altText: { name: description.slice(0, 60), title: "", description },
	};
}

function drawing(run: ImageRun, more: { keepNext?: boolean } = {}): Paragraph {
	return new Paragraph({ style: styleId("caption"), children: [run], ...more });
}
