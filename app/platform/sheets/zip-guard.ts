import JSZip from "jszip";
import { problem } from "#app/domain/problem.ts";

/** More than a list of 20,000 schools unpacks to, less than what hurts. */
const UNPACKED_LIMIT = 64 * 1_048_576;
const ENTRY_LIMIT = 2_000;

/**
 * Unpacks every entry of a workbook piece by piece, keeping nothing, and stops at the limit: what an entry claims to unpack to
 * cannot be trusted. Throws `workbook_broken`, `wrong_file_type` for another kind of zip, `workbook_too_big`.
 */
export async function guardZip(bytes: Uint8Array): Promise<void> {
	const zip = await JSZip.loadAsync(bytes).catch(() => {
		throw problem("workbook_broken", {});
	});
	const entries = Object.values(zip.files).filter((entry) => !entry.dir);
	if (entries.length > ENTRY_LIMIT) throw problem("workbook_too_big", {});
	if (!zip.files["xl/workbook.xml"]) throw problem("wrong_file_type", { wanted: "XLSX / CSV" });
	let unpacked = 0;
	for (const entry of entries) {
		await new Promise<void>((resolve, reject) => {
			const stream = entry.nodeStream();
			stream.on("data", (piece: Uint8Array) => {
				unpacked += piece.byteLength;
				if (unpacked <= UNPACKED_LIMIT) return;
				stream.pause();
				reject(problem("workbook_too_big", {}));
			});
			stream.on("end", () => resolve());
			stream.on("error", () => reject(problem("workbook_broken", {})));
		});
	}
}
