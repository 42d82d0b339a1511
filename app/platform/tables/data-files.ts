import type { Ctx } from "#app/domain/ctx.ts";
import type { DataFilter } from "#app/domain/reports/data-queries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import type { Campaign } from "./campaign-sheets.ts";
import { longCsv, wideCsv } from "./data-csv.ts";

/** Files of the whole data: a row a return, or a row an answer. */
export const dataFiles = ["rong.csv", "rong.xlsx", "dai.csv", "dai.xlsx"] as const;
export type DataFile = (typeof dataFiles)[number];

/** The bytes of a file, a portion at a time; memory of one that was taken may be given back with the next call. */
export type Pieces = AsyncGenerator<Uint8Array, void, Uint8Array | null | undefined>;
export type MakeFile = (
	ctx: Ctx,
	campaign: Campaign,
	file: DataFile,
	filter: DataFilter,
) => Pieces | AsyncIterable<Uint8Array>;

/** The last line of every file: how many rows it has. */
export function footerOf({ locale }: Pick<Ctx, "locale">): (rows: number) => string {
	return (rows) => resultsWords[locale].rowCount(formatNumber(rows, locale));
}

/** `rong.csv`, `dai.csv`. */
export const csvFileOf: MakeFile = (ctx, campaign, file, filter) =>
	(file === "dai.csv" ? longCsv : wideCsv)(ctx, campaign, filter, footerOf(ctx));
