import { readFile } from "#app/domain/evidence/queries.ts";
import { page } from "#app/platform/door.ts";

/** A kept file, always as a download: whatever its bytes are, no browser opens them within our origin. */
export const loader = page("files.read", async ({ ctx, params }) => {
	const file = await readFile(ctx, params.fileId);
	const plain = file.name.normalize("NFD").replace(/[^\x20-\x7e]|["\\%]/g, "") || "tep";
	return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			"Content-Type": file.mediaType,
			"Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			"X-Content-Type-Options": "nosniff",
			"Cache-Control": "private, no-store",
		},
	});
});
