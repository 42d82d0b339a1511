import { buffer } from "node:stream/consumers";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { xlsxStream } from "../tables/xlsx.ts";
import { annexSheets, type ReportAnnex } from "./annex.ts";

/** Annexes as a workbook; `lines` stand below each title. */
export type WorkbookJob = { annexes: readonly ReportAnnex[]; lines: readonly string[] };

/** In a worker: the workbook of a report's annexes. */
export async function annexWorkbook({ annexes, lines }: WorkbookJob): Promise<Uint8Array> {
	const footer = (rows: number) => resultsWords.vi.rowCount(formatNumber(rows, "vi"));
	let broken: unknown;
	const stream = xlsxStream(annexSheets(annexes, lines), footer, (error) => {
		broken = error;
	});
	try {
		return await buffer(stream);
	} catch (error) {
		throw broken ?? error;
	}
}
