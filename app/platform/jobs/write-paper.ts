import type { Paper, Poster } from "#app/domain/paper.ts";
import { problem } from "#app/domain/problem.ts";
import { docxOf } from "../papers/docx.ts";
import { PAPER_ROOM } from "../papers/paper-room.ts";
import { pdfOf } from "../papers/pdf.ts";
import { posterPdfOf } from "../papers/poster.ts";

export type PaperJob = { as: "docx" | "pdf"; paper: Paper } | { as: "poster"; poster: Poster };

/** Bytes of the photographs of a paper: some two hundred of a phone, made smaller. */
const PHOTOGRAPHS = 48 * 1_048_576;

/** In a worker: the file of a paper. Throws `paper_too_big`, `poster_too_long`. */
export async function writePaper(job: PaperJob): Promise<Uint8Array> {
	if (tooLarge(job)) throw problem("paper_too_big", {});
	if (job.as === "poster") return posterPdfOf(job.poster);
	return job.as === "docx" ? await docxOf(job.paper) : pdfOf(job.paper);
}

/** Photographs cost what they weigh and not what they are as JSON. */
function tooLarge(job: PaperJob): boolean {
	let photographs = 0;
	const text = JSON.stringify(job, (_, value: unknown) => {
		if (!(value instanceof Uint8Array)) return value;
		photographs += value.byteLength;
		return "";
	});
	return text.length > PAPER_ROOM || photographs > PHOTOGRAPHS;
}
