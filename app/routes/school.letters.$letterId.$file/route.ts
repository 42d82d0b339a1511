import { readSchoolLetter } from "#app/domain/papers/letter-school-queries.ts";
import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { letterFileNamed, paperTypes } from "#app/platform/letters/files.ts";
import { wholeFile } from "#app/platform/tables/download.ts";

/** A letter to the school, byte for byte as it was issued. */
export const loader = page("returns.fill", async ({ ctx, params }) => {
	const { file: name = "", letterId } = params;
	const file = letterFileNamed("reminder", name) ?? letterFileNamed("result", name);
	if (!file) throw problem("not_found", {});
	const { kind, bytes } = await readSchoolLetter(ctx, letterId, file);
	if (!letterFileNamed(kind, name)) throw problem("not_found", {});
	return wholeFile(bytes, name, paperTypes[file]);
});
