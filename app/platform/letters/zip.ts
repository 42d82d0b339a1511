import { Readable } from "node:stream";
import JSZip from "jszip";
import type { Ctx } from "#app/domain/ctx.ts";
import { writtenNotices } from "#app/domain/papers/letter-queries.ts";

/**
 * Every written notice of a campaign in one ZIP, with a list of their SHA-256 that `sha256sum -c` reads. A file is fetched when its turn
 * comes, so that a thousand never stand in memory together.
 */
export async function noticesZip(ctx: Ctx, campaignId: string): Promise<Readable> {
	const notices = await writtenNotices(ctx, campaignId);
	const zip = new JSZip();
	const sums: string[] = [];
	for (const { number, year, code, docx, pdf, docxSha256, pdfSha256 } of notices) {
		const name = `${year}-${String(number).padStart(4, "0")}-${code.replace(/[^\w-]/g, "_")}`;
		// PDF and DOCX are compressed already.
		const add = (path: string, key: string, sha256: string | null) => {
			zip.file(
				path,
				later(() => ctx.files.get(key)),
				{ compression: "STORE" },
			);
			sums.push(`${sha256 ?? ""}  ${path}`);
		};
		add(`pdf/${name}.pdf`, pdf, pdfSha256);
		add(`docx/${name}.docx`, docx, docxSha256);
	}
	zip.file("SHA256SUMS.txt", `${sums.join("\n")}\n`);
	// A stream of an older make, which cannot be read by `for await`.
	return new Readable().wrap(zip.generateNodeStream({ streamFiles: true }));
}

/** A stream that asks for its bytes when somebody reads it. */
function later(get: () => Promise<Uint8Array>): Readable {
	return Readable.from(
		(async function* () {
			yield Buffer.from(await get());
		})(),
		{ objectMode: false },
	);
}
