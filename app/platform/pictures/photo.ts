import sharp from "sharp";
import type { EncodedPhoto } from "#app/domain/evidence/photo-commands.ts";
import { type Problems, problem } from "#app/domain/problem.ts";

/** Longest side of what is kept: an A4 page at 145 dots an inch, and some 300 kB. */
const LONGEST = 1600;
const THUMB = 320;

/** Phones of today take up to 50 million pixels in their usual mode. What claims more is a mistake or an attack. */
const MEGAPIXELS = 60;

// Nothing is asked for twice, and memory that is kept for it is memory that a small server lacks.
sharp.cache(false);
sharp.concurrency(1);

/**
 * A photograph written anew: at most 1600 px, upright, JPEG, and a thumb of 320 px. Nothing of what the camera wrote beside the picture is left, the
 * place where it was taken above all. Works on threads of the pool. Throws `photo_kind`, `photo_broken`, `photo_too_many_pixels`.
 */
export async function encodePhoto(bytes: Uint8Array): Promise<EncodedPhoto> {
	const found = kindOf(bytes);
	if (found !== "photo") throw problem("photo_kind", { found });
	// `error`: a file cut off is refused, the small sins of cameras are forgiven.
	const opened = sharp(bytes, { failOn: "error", limitInputPixels: MEGAPIXELS * 1_000_000, sequentialRead: true });
	try {
		const { width, height } = await opened.metadata();
		if (width * height > MEGAPIXELS * 1_000_000) throw problem("photo_too_many_pixels", { megapixels: MEGAPIXELS });
		const { data, info } = await opened
			.autoOrient()
			.resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
			.flatten({ background: "#fff" })
			.jpeg({ quality: 80 })
			.toBuffer({ resolveWithObject: true });
		const thumb = await sharp(data)
			.resize({ width: THUMB, height: THUMB, fit: "inside" })
			.jpeg({ quality: 72 })
			.toBuffer();
		return { image: data, thumb, width: info.width, height: info.height };
	} catch (error) {
		throw asProblem(error);
	}
}

/** A kept photograph no longer than `longest` on its long side, as JPEG. */
export async function shrunkPhoto(jpeg: Uint8Array, longest: number): Promise<Buffer> {
	return sharp(jpeg)
		.resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
		.jpeg({ quality: 75 })
		.toBuffer();
}

/** What sharp throws at a file, it throws at what is in it; running out of memory and the like is ours. */
function asProblem(error: unknown): unknown {
	if (!(error instanceof Error) || error.name === "Problem") return error;
	if (/pixel limit/i.test(error.message)) return problem("photo_too_many_pixels", { megapixels: MEGAPIXELS });
	return /memory|ENOMEM/i.test(error.message) ? error : problem("photo_broken", {});
}

/** What the bytes are, whatever the name or the browser says. */
function kindOf(bytes: Uint8Array): "photo" | Problems["photo_kind"]["found"] {
	const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256)).toString("latin1");
	if (head.startsWith("\xff\xd8\xff") || head.startsWith("\x89PNG\r\n\x1a\n")) return "photo";
	if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "photo";
	if (/^....ftyp(hei|hev|mif1|msf1|avif)/s.test(head)) return "heic";
	if (head.startsWith("GIF8")) return "gif";
	if (head.startsWith("%PDF-")) return "pdf";
	return /^\s*(\xef\xbb\xbf)?\s*(<\?xml|<!--|<svg|<!DOCTYPE svg)/i.test(head) ? "svg" : "other";
}
