import type { Run, Text } from "#app/domain/paper.ts";
import { printable } from "./printable.ts";

/** A stretch of text in one face. */
export type Piece = { text: string; bold: boolean; italic: boolean };

/** A text as pieces that can be printed, neighbours of one face joined. `base` is the face of what says nothing of its own. */
export function piecesOf(text: Text, base: { bold?: boolean; italic?: boolean } = {}): Piece[] {
	const pieces: Piece[] = [];
	for (const run of typeof text === "string" ? [text] : text) {
		const own = typeof run === "string" ? { text: run } : run;
		const piece = { bold: false, italic: false, ...base, ...own, text: together(printable(own.text)) };
		const before = pieces.at(-1);
		if (before?.bold === piece.bold && before.italic === piece.italic) before.text += piece.text;
		else if (piece.text !== "") pieces.push(piece);
	}
	return pieces;
}

/** A text with something before it. */
export function after(mark: string | Run, text: Text): Text {
	return [mark, ...(typeof text === "string" ? [text] : text)];
}

/** A figure stays on the line of its sign: 97,4 %. */
function together(text: string): string {
	return text.replace(/(\d) %/g, "$1\u00a0%");
}

/** A list of names as the rules write it: each line ends in a semicolon, the last one in a full stop. */
export function enumerated(lines: readonly string[]): string[] {
	return lines
		.map((line) => printable(line).replace(/[\s;,.]+$/, ""))
		.map((line, at) => line + (at === lines.length - 1 ? "." : ";"));
}

/** `./.` closes an official text, in place of the full stop. */
export function closed(pieces: readonly Piece[]): Piece[] {
	const last = pieces.at(-1);
	if (!last) return [];
	return [...pieces.slice(0, -1), { ...last, text: `${last.text.replace(/(\.\/\.|[\s.;])+$/, "")}./.` }];
}
