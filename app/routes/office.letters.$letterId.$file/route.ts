import { loadLetter, permissionFor } from "#app/domain/papers/letter-queries.ts";
import { demand } from "#app/domain/people/policy.ts";
import { problem } from "#app/domain/problem.ts";
import { page } from "#app/platform/door.ts";
import { letterFile, letterFileNamed, paperTypes } from "#app/platform/letters/files.ts";
import { wholeFile } from "#app/platform/tables/download.ts";

/** `cong-van-nhac-nop.pdf`, `thong-bao-ket-qua.docx`: as issued, or the draft as it stands. */
export const loader = page("campaigns.read", async ({ ctx, params }) => {
	const letter = await loadLetter(ctx, params.letterId);
	demand(ctx.actor, permissionFor(letter.kind));
	const { file: name = "" } = params;
	const file = letterFileNamed(letter.kind, name);
	if (!file) throw problem("not_found", {});
	return wholeFile(await letterFile(ctx, letter, file), name, paperTypes[file]);
});
