/** Collects what is said of the rows of one sheet while it is read. */
import type { Note, NoteCode, RowFate } from "./schema.ts";
import type { XPathFault } from "./xpath-fault.ts";

const foundLimit = 120;

export class Report {
	readonly notes: Note[] = [];
	readonly rows: RowFate[] = [];

	constructor(
		readonly sheet: string,
		/** The file is not of our making. */
		readonly foreign: boolean,
	) {}

	add(line: number, severity: Note["severity"], code: NoteCode, found = "", fault?: XPathFault): void {
		const shown = found.length > foundLimit ? `${found.slice(0, foundLimit)}…` : found;
		this.notes.push({ sheet: this.sheet, line, severity, code, found: shown, ...(fault ? { fault } : {}) });
	}

	/** Says of a row what it became: "" is nothing. Its fate follows from the worst that was said of it. */
	row(line: number, text: string, became: string): void {
		this.rows.push({ sheet: this.sheet, line, text: text.slice(0, foundLimit), fate: "whole", became });
	}

	/** Rows with their fates, when everything has been said. */
	fates(): RowFate[] {
		const worst = new Map<number, Note["severity"]>();
		for (const { line, severity } of this.notes) {
			if (severity === "error" || (severity === "warning" && worst.get(line) !== "error")) worst.set(line, severity);
		}
		return this.rows.map((row) => {
			const said = worst.get(row.line);
			if (said === "error") return { ...row, fate: "left" };
			return said === "warning" ? { ...row, fate: "partly" } : row;
		});
	}
}
