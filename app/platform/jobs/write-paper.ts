import type { Paper, Poster } from "#app/domain/paper.ts";
import { docxOf } from "../papers/docx.ts";
import { pdfOf } from "../papers/pdf.ts";
import { posterPdfOf } from "../papers/poster.ts";

export type PaperJob = { as: "docx" | "pdf"; paper: Paper } | { as: "poster"; poster: Poster };

/** In a worker: the file of a paper. Throws `poster_too_long`. */
export async function writePaper(job: PaperJob): Promise<Uint8Array> {
	if (job.as === "poster") return posterPdfOf(job.poster);
	return job.as === "docx" ? await docxOf(job.paper) : pdfOf(job.paper);
}
