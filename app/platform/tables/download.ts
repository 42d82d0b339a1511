import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Sheet } from "#app/domain/reports/schema.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { csvStream } from "./csv.ts";
import { xlsxStream } from "./xlsx.ts";

/** Sheets as a file to keep, `name` ending in `.xlsx`; a file that breaks off is told to `fail`. */
export function xlsxFile(ctx: Ctx, name: string, sheets: Sheet[], fail: (error: unknown) => void): Response {
	const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	return file(xlsxStream(sheets, footerOf(ctx), fail), name, type);
}

/** One sheet as a file to keep, `name` ending in `.csv`. */
export function csvFile(ctx: Ctx, name: string, sheet: Sheet): Response {
	return file(csvStream(sheet, footerOf(ctx)), name, "text/csv; charset=utf-8");
}

/** CSV that is written by hand. */
export function csvStreamFile(ctx: Ctx, name: string, write: (footer: (rows: number) => string) => Readable): Response {
	return file(write(footerOf(ctx)), name, "text/csv; charset=utf-8");
}

/** An archive that is written while it is read. */
export function zipFile(ctx: Ctx, name: string, write: (footer: (rows: number) => string) => Readable): Response {
	return file(write(footerOf(ctx)), name, "application/zip");
}

function footerOf(ctx: Ctx): (rows: number) => string {
	return (rows) => resultsWords[ctx.locale].rowCount(formatNumber(rows, ctx.locale));
}

/** Bytes that are there already, as a file to keep. */
export function wholeFile(bytes: Uint8Array, name: string, type: string): Response {
	return new Response(new Uint8Array(bytes), { headers: headersOf(name, type) });
}

function file(stream: Readable, name: string, type: string): Response {
	return new Response(createReadableStreamFromReadable(stream), { headers: headersOf(name, type) });
}

function headersOf(name: string, type: string): Record<string, string> {
	return {
		"Content-Type": type,
		"Content-Disposition": `attachment; filename="${name}"`,
		"Cache-Control": "private, no-store",
		"X-Content-Type-Options": "nosniff",
	};
}
