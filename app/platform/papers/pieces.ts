import type { Text } from "#app/domain/paper.ts";
import { printable } from "./printable.ts";

/** A stretch of text in one face. */
export type Piece = { text: string; bold: boolean; italic: boolean };

/** A text as pieces that can be printed. `base` is the face of what says nothing of its own. */
export function piecesOf(text: Text, base: { bold?: boolean; italic?: boolean } = {}): Piece[] {
	return (typeof text === "string" ? [text] : text)
		.map((run) => (typeof run === "string" ? { text: run } : run))
		.map(({ text, ...face }) => ({ text: printable(text), bold: false, italic: false, ...base, ...face }))
		.filter((piece) => piece.text !== "");
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
