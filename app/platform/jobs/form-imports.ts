import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { readFile } from "#app/domain/evidence/queries.ts";
import type { JsonReading } from "#app/domain/interchange/json.ts";
import type { FormTarget } from "#app/domain/interchange/target.ts";
import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { createVersion, importTemplate } from "#app/domain/templates/commands.ts";
import { readTemplate } from "#app/domain/templates/queries.ts";
import type { FormResult } from "./read-form.ts";
import { runWorker } from "./run-worker.ts";

/** Largest file that is read as a form. */
export const FORM_LIMIT = 10 * 1_048_576;

/** Reads a file in a worker thread; writes nothing. Throws the problems of files and sheets. */
async function judgeForm(ctx: Ctx, upload: { name: string; bytes: Uint8Array }): Promise<FormResult> {
	demand(ctx.actor, "templates.write");
	return await runWorker<FormResult>({
		name: "form-file",
		data: upload,
		timeoutMs: 30_000,
		tooBig: { code: "workbook_too_big", details: {} },
	});
}

/** Reads an uploaded form for preview and keeps the file, so that the person can look through it and confirm. */
export async function previewForm(ctx: Ctx, upload: { name: string; bytes: Uint8Array }): Promise<{ fileId: string }> {
	if (upload.bytes.byteLength > FORM_LIMIT) throw problem("too_large", { limitBytes: FORM_LIMIT });
	const { mediaType, reading } = await judgeForm(ctx, upload);
	const { id } = await keepFile(ctx, { unitId: ctx.actor.unitId, mediaType, ...upload });
	await ctx.files.put(readingKey(ctx, id), new TextEncoder().encode(reading));
	return { fileId: id };
}

/** What a kept file came to. It is read again when the reading kept beside it was lost. Throws `not_found`. */
export async function readFormReading(
	ctx: Ctx,
	fileId: string | undefined,
): Promise<{ name: string; reading: JsonReading }> {
	demand(ctx.actor, "templates.write");
	const file = await readFile(ctx, fileId);
	const kept = await ctx.files.get(readingKey(ctx, file.id)).catch(() => null);
	if (kept) return { name: file.name, reading: JSON.parse(new TextDecoder().decode(kept)) as JsonReading };
	const { reading } = await judgeForm(ctx, { name: file.name, bytes: file.bytes });
	await ctx.files.put(readingKey(ctx, file.id), new TextEncoder().encode(reading));
	return { name: file.name, reading: JSON.parse(reading) as JsonReading };
}

/**
 * Brings a looked-through form into the library as a draft; the file is read once more. Throws `not_found`, `nothing_to_import` for a
 * file that no form could be made of, and what `importTemplate` and `createVersion` throw.
 */
export async function confirmForm(
	ctx: Ctx,
	fileId: string | undefined,
	target: FormTarget,
): Promise<{ templateId: string; versionId: string }> {
	demand(ctx.actor, "templates.write");
	const file = await readFile(ctx, fileId);
	const judged = await judgeForm(ctx, { name: file.name, bytes: file.bytes });
	const { form, conduct } = JSON.parse(judged.reading) as JsonReading;
	if (form === null) throw problem("nothing_to_import", {});
	if (target.into === "new") {
		const title = { ...form.title, vi: target.title };
		return importTemplate(ctx, { ...form, code: target.code, title, conduct });
	}
	const { versions, own } = await readTemplate(ctx, target.templateId);
	if (!own || versions.length === 0) throw problem("not_found", {});
	const { kinds, validFrom, validTo, legalBasis, definition } = form;
	// A plain list or a form of Kobo says nothing of these: the last version's stay.
	const over = {
		...(kinds.length > 0 ? { kinds } : {}),
		...(validFrom || validTo ? { validFrom, validTo } : {}),
		...(legalBasis.length > 0 ? { legalBasis } : {}),
		...(conduct ? { conduct } : {}),
	};
	const versionId = await createVersion(ctx, target.templateId, definition, over);
	return { templateId: target.templateId, versionId };
}

/** The reading is derived from the file: it is kept beside it to open the preview quickly, and may be lost. */
function readingKey(ctx: Ctx, fileId: string): string {
	return `${ctx.actor.unitId}/form-readings/${fileId}.json`;
}
