import {
	FormDataParseError,
	MaxFileSizeExceededError,
	MaxTotalSizeExceededError,
	parseFormData,
} from "@remix-run/form-data-parser";
import { problem } from "#app/domain/problem.ts";
import { PHOTO_LIMIT } from "#app/domain/returns/schema.ts";
import { formFields } from "../form.ts";

/** A photograph that a plain form brought, with the item whose file box it came from. */
export type PostedPhoto = { item: string; bytes: Uint8Array };

type Posted = { fields: Record<string, string | string[]>; photos: PostedPhoto[] };

/** File boxes of a section's form are named so. */
const PHOTO_FIELD = "p.";

/** Pictures that one form may bring; each answer has its own limit besides. */
const AT_ONCE = 30;

/** Fields of a section beside its pictures. */
const FIELDS_LIMIT = 1_048_576;

/** A section has up to 1000 items, each with up to ten fields and a file box: what bounds a form is its size. */
const PARTS = 20_000;

/** The fields of a form that may bring photographs: as `formFields`, whichever way the browser sent it. */
export async function formWithPhotos(request: Request, many: string[] = []): Promise<Posted> {
	if (!/^multipart\/form-data/i.test(request.headers.get("content-type") ?? "")) {
		return { fields: await formFields(request, many), photos: [] };
	}
	const posted = await parse(request);
	const fields: Posted["fields"] = {};
	const photos: PostedPhoto[] = [];
	for (const [name, value] of posted) {
		if (typeof value === "string") fields[name] = value;
		else if (name.startsWith(PHOTO_FIELD))
			photos.push({ item: name.slice(PHOTO_FIELD.length), bytes: await value.bytes() });
	}
	for (const name of many) fields[name] = posted.getAll(name).filter((value) => typeof value === "string");
	return { fields, photos };
}

async function parse(request: Request): Promise<FormData> {
	let chosen = 0;
	const limits = {
		maxFiles: PARTS,
		maxParts: PARTS,
		maxFileSize: PHOTO_LIMIT,
		maxTotalSize: PHOTO_LIMIT + FIELDS_LIMIT,
	};
	try {
		return await parseFormData(request, limits, (file) => {
			// A file box in which nothing was chosen posts an empty file, and every criterion has a box.
			if (file.size === 0) return null;
			chosen += 1;
			if (chosen > AT_ONCE) throw problem("photos_full", { limit: AT_ONCE });
			return file;
		});
	} catch (error) {
		if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
			throw problem("too_large", { limitBytes: PHOTO_LIMIT });
		}
		if (error instanceof FormDataParseError) throw problem("invalid_input", { fields: [] });
		throw error;
	}
}

/** A body that is one photograph, read no further than the limit. Throws `too_large`. */
export async function photoBody(request: Request): Promise<Uint8Array> {
	const tooLarge = problem("too_large", { limitBytes: PHOTO_LIMIT });
	if (Number(request.headers.get("content-length") ?? 0) > PHOTO_LIMIT) throw tooLarge;
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	const reader = request.body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		bytes += part.value.byteLength;
		if (bytes > PHOTO_LIMIT) throw tooLarge;
		chunks.push(part.value);
	}
	return Buffer.concat(chunks);
}
