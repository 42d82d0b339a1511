import type { MakeFile } from "./data-files.ts";
import { footerOf } from "./data-files.ts";
import { codeBookSheet, longSheet, wideSheet } from "./data-sheets.ts";
import { xlsxStream } from "./xlsx.ts";

/** `rong.xlsx`, `dai.xlsx`. Apart from CSV, whose worker need not carry what writes workbooks. */
export const workbookOf: MakeFile = (ctx, campaign, file, filter) => {
	const sheet = (file === "dai.xlsx" ? longSheet : wideSheet)(ctx, campaign, filter);
	// A fault ends the stream, and so reaches whoever reads it.
	return xlsxStream([sheet, codeBookSheet(ctx, campaign)], footerOf(ctx), () => undefined);
};
