import { problem } from "#app/domain/problem.ts";

export type SheetType = "xlsx" | "csv";

/** What the import takes, in words for a person. */
const WANTED = "XLSX / CSV";

/** What a file is by its first bytes; its name and the browser's word for it count for nothing. Throws a problem for anything else. */
export function sniffSheet(bytes: Uint8Array): SheetType {
	if (bytes.byteLength === 0) throw problem("sheet_empty", {});
	if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return "xlsx";
	if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
		// An encrypted workbook is an old container around a stream of this name.
		const encrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
		throw encrypted ? problem("workbook_encrypted", {}) : problem("workbook_old", {});
	}
	const utf16 = starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff]);
	if (!utf16 && bytes.subarray(0, 8192).includes(0)) throw problem("wrong_file_type", { wanted: WANTED });
	if (starts(bytes, [0x25, 0x50, 0x44, 0x46]) || /^\s*<(!doctype|html|\?xml)/i.test(head(bytes))) {
		throw problem("wrong_file_type", { wanted: WANTED });
	}
	return "csv";
}

function starts(bytes: Uint8Array, magic: number[]): boolean {
	return magic.every((byte, index) => bytes[index] === byte);
}

function head(bytes: Uint8Array): string {
	return Buffer.from(bytes.subarray(0, 256)).toString("latin1");
}
