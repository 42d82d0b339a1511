import type { ProblemBody } from "#app/domain/problem.ts";

/** As the server keeps it: what is longer would only cost the person's data. */
const LONGEST = 1600;
const QUALITY = 0.82;

export type Shrunk = { ok: true; blob: Blob } | { ok: false; problem: ProblemBody };

/** A picture made small enough to send over a weak network. Decoded and written off the main thread by the browser itself. */
export async function shrinkPhoto(file: Blob): Promise<Shrunk> {
	let bitmap: ImageBitmap;
	try {
		bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
	} catch {
		return { ok: false, problem: unreadable(file.type) };
	}
	try {
		const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
		const canvas = document.createElement("canvas");
		canvas.width = Math.max(1, Math.round(bitmap.width * scale));
		canvas.height = Math.max(1, Math.round(bitmap.height * scale));
		const context = canvas.getContext("2d");
		if (!context) return { ok: true, blob: file };
		context.fillStyle = "#fff";
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
		// A phone gives a canvas's memory back only when it is empty.
		canvas.width = 0;
		// Where a browser cannot write JPEG, the server makes it small.
		return { ok: true, blob: blob ?? file };
	} finally {
		bitmap.close();
	}
}

function unreadable(type: string): ProblemBody {
	if (/hei[cf]/.test(type)) return { code: "photo_kind", details: { found: "heic" } };
	if (type.includes("svg")) return { code: "photo_kind", details: { found: "svg" } };
	return type.startsWith("image/")
		? { code: "photo_broken", details: {} }
		: { code: "photo_kind", details: { found: type === "application/pdf" ? "pdf" : "other" } };
}
