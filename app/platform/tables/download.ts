import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Sheet } from "#app/domain/reports/schema.ts";
import { csvStream } from "./csv.ts";
import { footerOf } from "./data-files.ts";
import { xlsxStream } from "./xlsx.ts";

const CSV = "text/csv; charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Sheets as a file to keep, `name` ending in `.xlsx`; a file that breaks off is told to `fail`. */
export function xlsxFile(ctx: Ctx, name: string, sheets: Sheet[], fail: (error: unknown) => void): Response {
	return file(xlsxStream(sheets, footerOf(ctx), fail), name, XLSX);
}

/** One sheet as a file to keep, `name` ending in `.csv`. */
export function csvFile(ctx: Ctx, name: string, sheet: Sheet): Response {
	return file(csvStream(sheet, footerOf(ctx)), name, CSV);
}

/** Bytes that come as they are wanted, as a file to keep, `name` ending in `.csv` or `.xlsx`. */
export function streamedFile(stream: ReadableStream<Uint8Array>, name: string): Response {
	return new Response(stream, { headers: headersOf(name, name.endsWith(".csv") ? CSV : XLSX) });
}

/** An archive that is written while it is read. */
export function zipFile(ctx: Ctx, name: string, write: (footer: (rows: number) => string) => Readable): Response {
	return file(write(footerOf(ctx)), name, "application/zip");
}

/** Bytes that are there already, as a file to keep. */
export function wholeFile(bytes: Uint8Array, name: string, type: string): Response {
	const headers = { ...headersOf(name, type), "Content-Length": String(bytes.byteLength) };
	return new Response(inPieces(bytes), { headers });
}

const PIECE = 262_144;

/** Piece by piece as the reader takes them: as a whole they would be copied twice while everybody waits. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (at < bytes.byteLength) controller.enqueue(bytes.subarray(at, at + PIECE));
				at += PIECE;
				if (at >= bytes.byteLength) controller.close();
			},
		},
		{ highWaterMark: 0 },
	);
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
