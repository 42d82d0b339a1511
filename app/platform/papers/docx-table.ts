import { randomUUID } from "node:crypto";
import { type FileChild, Paragraph, TextRun } from "docx";
import JSZip from "jszip";
import { gap } from "./docx-parts.ts";
import { styleId, twips } from "./docx-styles.ts";
import type { Piece } from "./pieces.ts";
import type { SetCell, SetTable } from "./set-table.ts";

const DOCUMENT = "word/document.xml";

/**
 * Tables of a document, written as OOXML themselves: as objects of docx a table of some thousand rows takes ten times as long. Where one
 * belongs stands a paragraph with a mark, which is replaced once the document is packed.
 */
export class DocxTables {
	readonly #mark = randomUUID();
	readonly #tables: string[] = [];

	/** A table whose header rows come again on every page. */
	add(table: SetTable): FileChild[] {
		const mark = `${this.#mark}-${this.#tables.length}`;
		this.#tables.push(tableXml(table));
		return [new Paragraph({ children: [new TextRun(mark)] }), gap(120)];
	}

	/** The packed document with its tables in their places. */
	async into(packed: Uint8Array): Promise<Uint8Array> {
		if (this.#tables.length === 0) return packed;
		const zip = await JSZip.loadAsync(packed);
		const xml = (await zip.file(DOCUMENT)?.async("string")) ?? "";
		const [first = "", ...rest] = xml.split(new RegExp(`<w:p><w:r><w:t[^>]*>${this.#mark}-\\d+</w:t></w:r></w:p>`));
		if (rest.length !== this.#tables.length) throw new Error("a table of a paper has lost its place");
		zip.file(DOCUMENT, first + rest.map((text, at) => `${this.#tables[at]}${text}`).join(""));
		return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
	}
}

const line = (side: string) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`;
const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("");
const margin = (side: string, width: number) => `<w:${side} w:type="dxa" w:w="${width}"/>`;
const margins = `${margin("top", 40)}${margin("left", 85)}${margin("bottom", 40)}${margin("right", 85)}`;

function tableXml({ widths, head, rows, repeat }: SetTable): string {
	const total = twips(widths.reduce((sum, width) => sum + width, 0));
	const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join("");
	return (
		`<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${total}"/><w:tblBorders>${borders}</w:tblBorders>` +
		`<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
		`${rowsXml(head, widths.length, repeat)}${rowsXml(rows, widths.length, false)}</w:tbl>`
	);
}

/** In OOXML a place that a cell above covers is a cell of its own. */
function rowsXml(rows: readonly SetCell[][], columns: number, header: boolean): string {
	const below: ({ cell: SetCell; left: number } | null)[] = Array(columns).fill(null);
	return rows
		.map((cells) => {
			const waiting = [...cells];
			let inside = "";
			for (let column = 0; column < columns; ) {
				const above = below[column];
				const cell = above ? above.cell : waiting.shift();
				if (!cell) break;
				inside += cellXml(cell, above ? "continue" : cell.rows > 1 ? "restart" : null);
				const left = above ? above.left - 1 : cell.rows - 1;
				below[column] = left > 0 ? { cell, left } : null;
				column += cell.columns;
			}
			const split = cells.every(({ whole, rows }) => whole || rows > 1) ? "<w:cantSplit/>" : "";
			return `<w:tr><w:trPr>${split}${header ? "<w:tblHeader/>" : ""}</w:trPr>${inside}</w:tr>`;
		})
		.join("");
}

const CELL = `<w:pStyle w:val="${styleId("cell")}"/>`;

function cellXml({ pieces, mm, columns, align }: SetCell, merged: "restart" | "continue" | null): string {
	const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
	const merge = merged ? `<w:vMerge w:val="${merged}"/>` : "";
	const text = merged === "continue" ? "" : pieces.map(runXml).join("");
	return (
		`<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${twips(mm)}"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>` +
		`<w:p><w:pPr>${CELL}<w:jc w:val="${align}"/></w:pPr>${text}</w:p></w:tc>`
	);
}

function runXml({ text, bold, italic }: Piece): string {
	const face = `${bold ? "<w:b/><w:bCs/>" : ""}${italic ? "<w:i/><w:iCs/>" : ""}`;
	const look = face === "" ? "" : `<w:rPr>${face}</w:rPr>`;
	return text
		.split("\n")
		.map((words, at) => `<w:r>${look}${at > 0 ? "<w:br/>" : ""}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`)
		.join("");
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What XML 1.0 cannot hold has been taken out by `printable`. */
function escaped(text: string): string {
	return text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
}
