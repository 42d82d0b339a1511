import {
	Document,
	type FileChild,
	Header,
	type ISectionOptions,
	Packer,
	PageBreak,
	PageNumber,
	PageOrientation,
	Paragraph,
	SectionType,
	TextRun,
} from "docx";
import type { Paper } from "#app/domain/paper.ts";
import { closing, letterhead, paragraph, pieceRuns, rule, runs } from "./docx-parts.ts";
import { images, qr } from "./docx-pictures.ts";
import { styles, twips } from "./docx-styles.ts";
import { DocxTables } from "./docx-table.ts";
import type { Flow, HeadingFlow, TextFlow } from "./flows.ts";
import { manuscriptOf, type Part } from "./manuscript.ts";

/**
 * The paper as a Word document of ordinary paragraphs, tables and named styles, which a clerk can go on writing in. Busy for long with
 * large tables: `jobs/papers.ts` runs it in a worker.
 */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
	const { title, author, parts } = manuscriptOf(paper);
	const tables = new DocxTables();
	const sections = parts.map((part) => section(part, tables));
	const document = new Document({ title, creator: author, styles, sections });
	return tables.into(new Uint8Array(await Packer.toBuffer(document)));
}

function section(part: Part, tables: DocxTables): ISectionOptions {
	const lineMm = part.landscape ? 252 : 165;
	return {
		properties: {
			type: SectionType.NEXT_PAGE,
			// Gives the first page a header of its own, which stays empty: its number is not shown.
			titlePage: true,
			page: {
				// docx turns the sheet itself.
				size: {
					width: twips(210),
					height: twips(297),
					orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
				},
				margin: {
					top: twips(20),
					bottom: twips(20),
					left: twips(30),
					right: twips(15),
					header: twips(10),
					footer: twips(10),
				},
				pageNumbers: { start: 1 },
			},
		},
		headers: {
			default: new Header({ children: [paragraph("pageNumber", [new TextRun({ children: [PageNumber.CURRENT] })])] }),
			first: new Header({ children: [paragraph("pageNumber", [])] }),
		},
		children: [
			...(part.letterhead ? letterhead(part.letterhead) : []),
			...part.flows.flatMap((flow) => drawn(flow, lineMm, tables)),
			...closing(part.recipients, part.signatures),
		],
	};
}

function drawn(flow: Flow, lineMm: number, tables: DocxTables): FileChild[] {
	switch (flow.kind) {
		case "heading":
			return headingParagraphs(flow);
		case "text":
			return [textParagraph(flow)];
		case "rule":
			return [rule(flow.em * 14, lineMm, 200)];
		case "addressees":
			return addressees(flow.names);
		case "table":
			return tables.add(flow);
		case "images":
			return images(flow);
		case "qr":
			return qr(flow);
		case "break":
			return [new Paragraph({ children: [new PageBreak()] })];
	}
}

/**
 * A paragraph for each line: LibreOffice leaves a heading of two lines at the foot of the page, whatever it is to be kept with. The
 * last line, which says most, is the one that the navigator shows.
 */
function headingParagraphs({ look, level, lines }: HeadingFlow): Paragraph[] {
	const last = lines.length - 1;
	return lines.map((line, at) =>
		paragraph(look, runs(line), {
			...(at === last ? { outlineLevel: level - 1 } : {}),
			spacing: { ...(at > 0 ? { before: 0 } : {}), ...(at < last ? { after: 0 } : {}) },
		}),
	);
}

/** Faces that the style already gives. */
const faces = { body: {}, basis: { italic: true }, attached: { italic: true }, power: { bold: true } };

function textParagraph({ look, pieces, align, keep }: TextFlow): Paragraph {
	return paragraph(look, pieceRuns(pieces, faces[look]), {
		...(keep ? { keepNext: true } : {}),
		...(look === "body" && align !== "justify" ? { alignment: align, indent: { firstLine: 0 } } : {}),
	});
}

/** One name follows *Kính gửi* on its line; several stand below each other after it. */
function addressees(names: readonly string[]): Paragraph[] {
	const [only] = names;
	if (names.length === 1 && only) {
		return [
			paragraph("addressees", runs(`Kính gửi: ${only}`), { alignment: "center", spacing: { before: 200, after: 240 } }),
		];
	}
	return names.map((name, at) =>
		paragraph("addressees", runs(at === 0 ? `Kính gửi:\t${name}` : name), {
			indent: { left: twips(44), ...(at === 0 ? { hanging: twips(22) } : {}) },
			spacing: { before: at === 0 ? 200 : 0, after: at === names.length - 1 ? 240 : 0 },
		}),
	);
}
