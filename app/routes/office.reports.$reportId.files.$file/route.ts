import { readReport } from "#app/domain/papers/queries.ts";
import { reportFiles } from "#app/domain/papers/schema.ts";
import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { reportFile, reportFileNames } from "#app/platform/reports/files.ts";
import { wholeFile } from "#app/platform/tables/download.ts";

/** `bao-cao.docx`, `bao-cao.pdf`, `phu-luc.xlsx`: of an issued version as they were issued, of a draft as it stands. */
export const loader = page("reports.read", async ({ ctx, params, url }) => {
	const kind = reportFiles.find((one) => reportFileNames[one].name === params.file);
	if (!kind) throw problem("not_found", {});
	const asked = Number(url.searchParams.get("version")) || undefined;
	const { version } = await readReport(ctx, params.reportId, asked);
	const bytes = await reportFile(ctx, version, kind);
	const { name, type } = reportFileNames[kind];
	return wholeFile(bytes, name, type);
});
