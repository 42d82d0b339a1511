import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawnPhoto } from "#tests/support/build-photos.ts";
import { encodePhoto } from "./photo.ts";

const coded = (code: string) => ({ body: { code } });

describe("a photograph is written anew", () => {
	test("upright, no longer than 1600 px, with a thumb, and without anything the camera wrote", async () => {
		const camera = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#c33" } })
			.withExif({ IFD0: { Make: "Điện thoại" }, IFD3: { GPSLatitude: "20/1 15/1 0/1", GPSLatitudeRef: "N" } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		expect((await sharp(camera).metadata()).exif?.byteLength).toBeGreaterThan(0);
		const { image, thumb, width, height } = await encodePhoto(camera);
		// Turned by a quarter: what was wide stands upright.
		expect([width, height]).toEqual([1067, 1600]);
		const [kept, small] = [await sharp(image).metadata(), await sharp(thumb).metadata()];
		expect(kept).toMatchObject({ format: "jpeg", width: 1067, height: 1600 });
		expect([kept.exif, kept.orientation, kept.icc, kept.xmp]).toEqual([undefined, undefined, undefined, undefined]);
		expect(small).toMatchObject({ format: "jpeg", width: 213, height: 320 });
		expect(small.exif).toBeUndefined();
	});

	test("PNG and WebP become JPEG on white, and what is small stays as small as it is", async () => {
		for (const format of ["png", "webp"] as const) {
			const clear = await sharp({ create: { width: 40, height: 20, channels: 4, background: "#0000" } })
				.toFormat(format)
				.toBuffer();
			const { image, width } = await encodePhoto(clear);
			expect(width).toBe(40);
			const { data } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
			expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
		}
	});
});

describe("what is no photograph is refused with its reason", () => {
	const text = (words: string) => new TextEncoder().encode(words);
	test.each([
		["a text renamed .jpg", text("Danh sách học sinh"), { found: "other" }],
		["nothing at all", new Uint8Array(), { found: "other" }],
		["an SVG, with a script in it or without", text('<?xml version="1.0"?><svg onload="alert(1)"/>'), { found: "svg" }],
		["an SVG after a comment", text("\n<!-- x --><svg/>"), { found: "svg" }],
		["a GIF", text("GIF89a rest"), { found: "gif" }],
		["a PDF", text("%PDF-1.7"), { found: "pdf" }],
		["HEIC of an iPhone", text("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), { found: "heic" }],
		["AVIF", text("\0\0\0\x1cftypavif\0\0\0\0"), { found: "heic" }],
	])("%s", async (_name, bytes, details) => {
		await expect(encodePhoto(bytes)).rejects.toMatchObject({ body: { code: "photo_kind", details } });
	});

	test("a picture cut off, and one whose bytes are rubbish after a good beginning", async () => {
		const whole = await drawnPhoto();
		await expect(encodePhoto(whole.subarray(0, Math.floor(whole.length * 0.6)))).rejects.toMatchObject(
			coded("photo_broken"),
		);
		const rubbish = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4000, 7)]);
		await expect(encodePhoto(rubbish)).rejects.toMatchObject(coded("photo_broken"));
	});

	test("a bomb: some kilobytes that would unpack to more pixels than any phone takes", async () => {
		const bomb = await sharp({
			create: { width: 10_000, height: 6_100, channels: 3, background: "#000" },
			limitInputPixels: false,
		})
			.png({ compressionLevel: 9 })
			.toBuffer();
		expect(bomb.byteLength).toBeLessThan(3_000_000);
		await expect(encodePhoto(bomb)).rejects.toMatchObject(coded("photo_too_many_pixels"));
	}, 60_000);
});
