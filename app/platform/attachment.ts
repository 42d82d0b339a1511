import {
	FormDataParseError,
	MaxFileSizeExceededError,
	MaxTotalSizeExceededError,
	parseFormData,
} from "@remix-run/form-data-parser";
import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { isId } from "#app/domain/id.ts";
import { problem } from "#app/domain/problem.ts";

export type Upload = { name: string; bytes: Uint8Array };

/** A posted form with at most one file: the last value of each name, a list for the names in `many`. */
export type FileForm = { fields: Record<string, string | string[]>; file: Upload | null };

/** Room for the fields beside the file. */
const FIELDS_LIMIT = 1_048_576;

/** Reads a form with a file field called `file`, posted with or without script. Throws `too_large`, `invalid_input` for a broken body. */
export async function readFileForm(request: Request, limitBytes: number, many: string[] = []): Promise<FileForm> {
	const posted = await parse(request, limitBytes);
	const fields: FileForm["fields"] = {};
	for (const [name, value] of posted) if (typeof value === "string") fields[name] = value;
	for (const name of many) fields[name] = posted.getAll(name).filter((value) => typeof value === "string");
	const file = posted.get("file");
	// A file box in which nothing was chosen posts an empty file without a name.
	if (!(file instanceof File) || file.size === 0) return { fields, file: null };
	return { fields, file: { name: file.name, bytes: await file.bytes() } };
}

async function parse(request: Request, limitBytes: number): Promise<FormData> {
	try {
		return await parseFormData(request, {
			maxFiles: 1,
			maxFileSize: limitBytes,
			maxTotalSize: limitBytes + FIELDS_LIMIT,
		});
	} catch (error) {
		if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
			throw problem("too_large", { limitBytes });
		}
		if (error instanceof FormDataParseError) throw problem("invalid_input", { fields: [] });
		throw error;
	}
}

/**
 * Keeps the file of a form for the actor's unit, or stands by the one kept at an earlier attempt (`fileId` of the form, so that
 * nobody chooses a file twice). The room that links to it checks whose it is. Throws `wrong_file_type`.
 */
export async function keepAttachment(ctx: Ctx, form: FileForm, wanted: string): Promise<string | null> {
	if (!form.file) return typeof form.fields.fileId === "string" && isId(form.fields.fileId) ? form.fields.fileId : null;
	const mediaType = mediaTypeOf(form.file.bytes);
	if (!mediaType) throw problem("wrong_file_type", { wanted });
	const { id } = await keepFile(ctx, {
		unitId: ctx.actor.unitId,
		name: form.file.name,
		mediaType,
		bytes: form.file.bytes,
	});
	return id;
}

const office = "application/vnd.openxmlformats-officedocument";
const starts: [string, string][] = [
	["%PDF-", "application/pdf"],
	["\x89PNG\r\n\x1a\n", "image/png"],
	["\xff\xd8\xff", "image/jpeg"],
];

/** What the bytes are, whatever the name or the browser says: PDF, DOCX, XLSX, PNG, JPEG; null for anything else. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
	const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const head = data.toString("latin1", 0, 8);
	const plain = starts.find(([magic]) => head.startsWith(magic));
	if (plain) return plain[1];
	if (!head.startsWith("PK\x03\x04")) return null;
	// Names of entries stand uncompressed in a zip file.
	if (data.includes("word/document.xml")) return `${office}.wordprocessingml.document`;
	return data.includes("xl/workbook.xml") ? `${office}.spreadsheetml.sheet` : null;
}
