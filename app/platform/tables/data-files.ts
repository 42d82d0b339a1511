import type { Ctx } from "#app/domain/ctx.ts";
import type { DataFilter } from "#app/domain/reports/data-queries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { longCsv, wideCsv } from "./data-csv.ts";

/** Files of the whole data: a row a return, or a row an answer. */
export const dataFiles = ["rong.csv", "rong.xlsx", "dai.csv", "dai.xlsx"] as const;
export type DataFile = (typeof dataFiles)[number];

/** How the bytes of a file come, a portion at a time. */
export type MakeFile = (ctx: Ctx, campaign: Campaign, file: DataFile, filter: DataFilter) => AsyncIterable<Uint8Array>;

/** The last line of every file: how many rows it has. */
export function footerOf({ locale }: Pick<Ctx, "locale">): (rows: number) => string {
	return (rows) => resultsWords[locale].rowCount(formatNumber(rows, locale));
}

/** `rong.csv`, `dai.csv`. */
export const csvFileOf: MakeFile = (ctx, campaign, file, filter) =>
	(file === "dai.csv" ? longCsv : wideCsv)(ctx, campaign, filter, footerOf(ctx));
