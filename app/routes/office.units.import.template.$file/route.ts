import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { templateCsv, templateXlsx } from "#app/platform/sheets/list-template.ts";

/** A sample list to fill in, as XLSX or CSV. */
export const loader = page("units.write", async ({ params }) => {
	if (params.file === "mau-danh-sach-truong.csv") return file(templateCsv(), params.file, "text/csv; charset=utf-8");
	if (params.file !== "mau-danh-sach-truong.xlsx") throw problem("not_found", {});
	const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	return file(await templateXlsx(), params.file, type);
});

function file(bytes: Uint8Array, name: string, type: string): Response {
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
	});
}
