import { readForPaper, readForPoster } from "#app/domain/conduct/paper-queries.ts";
import { codePaper, decisionPaper, posterOf } from "#app/domain/conduct/papers.ts";
import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { paperDocx, paperPdf, posterPdf } from "#app/platform/jobs/papers.ts";

const PDF = "application/pdf";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * `quyet-dinh` and `bo-quy-tac` as `.docx` or `.pdf`: of any version, with number and day left blank before the decision.
 * `poster-a3.pdf`, `poster-a4.pdf`: of the version in force.
 */
export const loader = page("conduct.adapt", async ({ ctx, params, url, http }) => {
	const { versionId, file } = params;
	switch (file) {
		case "quyet-dinh.docx":
			return answer(file, DOCX, await paperDocx(decisionPaper(await readForPaper(ctx, versionId))));
		case "quyet-dinh.pdf":
			return answer(file, PDF, await paperPdf(decisionPaper(await readForPaper(ctx, versionId))));
		case "bo-quy-tac.docx":
			return answer(file, DOCX, await paperDocx(codePaper(await readForPaper(ctx, versionId))));
		case "bo-quy-tac.pdf":
			return answer(file, PDF, await paperPdf(codePaper(await readForPaper(ctx, versionId))));
		case "poster-a3.pdf":
		case "poster-a4.pdf": {
			const { superior, ...code } = await readForPoster(ctx, versionId);
			const origin = http.app.config.origin ?? url.origin;
			const place = { superior, url: `${origin}/public/schools/${encodeURIComponent(code.school.code)}` };
			const poster = posterOf(code, { ...place, size: file === "poster-a3.pdf" ? "A3" : "A4" });
			return answer(file, PDF, await posterPdf(poster));
		}
		default:
			throw problem("not_found", {});
	}
});

function answer(name: string, type: string, bytes: Uint8Array): Response {
	return new Response(Buffer.from(bytes), {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "private, no-store",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
