import type { Paper, Poster } from "#app/domain/paper.ts";
import type { ReportAnnex } from "../reports/annex.ts";
import type { WorkbookJob } from "../reports/annex-workbook.ts";
import { runWorker } from "./run-worker.ts";
import type { PaperJob } from "./write-paper.ts";

/** The paper as a Word document. Throws `paper_too_big`. */
export function paperDocx(paper: Paper): Promise<Uint8Array> {
	return write({ as: "docx", paper });
}

/** The paper as a PDF, tagged and with its fonts. Throws `paper_too_big`. */
export function paperPdf(paper: Paper): Promise<Uint8Array> {
	return write({ as: "pdf", paper });
}

/** A poster of one page or two. Throws `poster_too_long`. */
export function posterPdf(poster: Poster): Promise<Uint8Array> {
	return write({ as: "poster", poster });
}

/** The annexes of a report as a workbook; `lines` stand below each title. Throws `paper_too_big`. */
export function annexesXlsx(annexes: readonly ReportAnnex[], lines: readonly string[]): Promise<Uint8Array> {
	const data: WorkbookJob = { annexes, lines };
	return runWorker({ name: "annexes", data, timeoutMs: 60_000, tooBig: { code: "paper_too_big", details: {} } });
}

function write(data: PaperJob): Promise<Uint8Array> {
	return runWorker({ name: "papers", data, timeoutMs: 60_000, tooBig: { code: "paper_too_big", details: {} } });
}
