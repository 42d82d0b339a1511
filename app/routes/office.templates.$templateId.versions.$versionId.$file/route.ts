import { isId } from "#app/domain/id.ts";
import { writeJson } from "#app/domain/interchange/json.ts";
import { writeXlsForm } from "#app/domain/interchange/xlsform-write.ts";
import { problem } from "#app/domain/problem.ts";
import { readTemplate } from "#app/domain/templates/queries.ts";
import { page } from "#app/platform/door.ts";
import { writeWorkbook } from "#app/platform/sheets/write-workbook.ts";
import { wholeFile } from "#app/platform/tables/download.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A version as a file that comes back whole: a workbook that is an XLSForm, or JSON. */
export const loader = page("templates.read", async ({ ctx, params }) => {
	const { templateId, versionId, file } = params;
	if (!isId(templateId) || !isId(versionId)) throw problem("not_found", {});
	if (file !== "bieu-mau.xlsx" && file !== "bieu-mau.json") throw problem("not_found", {});
	const { version } = await readTemplate(ctx, templateId, versionId);
	const { code, title, kinds, validFrom, validTo, legalBasis, definition, conduct, number } = version;
	const form = { code, title, kinds, validFrom, validTo, legalBasis, definition };
	const name = `${code.normalize("NFD").replace(/[^\w.-]/g, "")}-${number}`;
	if (file === "bieu-mau.json") {
		return wholeFile(new TextEncoder().encode(writeJson({ ...form, conduct })), `${name}.json`, "application/json");
	}
	return wholeFile(await writeWorkbook(writeXlsForm(form)), `${name}.xlsx`, xlsxType);
});
