import type { Paper, Poster } from "#app/domain/paper.ts";
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

function write(data: PaperJob): Promise<Uint8Array> {
	return runWorker({ name: "papers", data, timeoutMs: 60_000, tooBig: { code: "paper_too_big", details: {} } });
}
