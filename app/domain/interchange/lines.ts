/** A reading row by row, as a person looks through it. */
import type { Note, Reading, RowFate } from "./schema.ts";

export const fates = ["left", "partly", "whole", "noted"] as const;
export type Fate = (typeof fates)[number];

/** A row of the file: what it became, and what is said of it. `noted` rows are no items: groups, lists, headings. */
export type Line = Omit<RowFate, "fate"> & { fate: Fate; notes: Note[] };

/** Rows in the order of the file, sheet after sheet; notes of a whole sheet or file are left to `wholeNotes`. */
export function linesOf({ rows, notes }: Pick<Reading, "rows" | "notes">): Line[] {
	const lines = new Map<string, Line>();
	rows.forEach((row, at) => {
		// Rows of a JSON file have no number: each stands for itself.
		lines.set(row.line === 0 ? `${at}` : keyOf(row), { ...row, notes: [] });
	});
	for (const note of notes) {
		if (note.line === 0) continue;
		const line = lines.get(keyOf(note)) ?? {
			sheet: note.sheet,
			line: note.line,
			text: "",
			became: "",
			fate: "noted",
			notes: [],
		};
		line.notes.push(note);
		if (line.fate !== "left" && note.severity === "error") line.fate = "left";
		if ((line.fate === "whole" || line.fate === "noted") && note.severity === "warning") line.fate = "partly";
		// A total or a signature was passed over on purpose.
		if (note.code === "row_left" || note.code === "heading_read" || note.code === "metadata_left") line.fate = "noted";
		lines.set(keyOf(note), line);
	}
	const sheets = [...new Set([...lines.values()].map(({ sheet }) => sheet))];
	return [...lines.values()].sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.line - b.line);
}

export function wholeNotes({ notes }: Pick<Reading, "notes">): Note[] {
	return notes.filter(({ line }) => line === 0);
}

function keyOf({ sheet, line }: { sheet: string; line: number }): string {
	return `${line}/${sheet}`;
}
