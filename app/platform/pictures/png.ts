import { renderAsync } from "@resvg/resvg-js";
import { faceFiles } from "./typeface.ts";

/** A drawing in points, twice as sharp as it is wide, on a thread of the pool. */
export async function pngOf(svg: string): Promise<Uint8Array> {
	const image = await renderAsync(svg, {
		fitTo: { mode: "zoom", value: 2 },
		font: { fontFiles: faceFiles(), loadSystemFonts: false, defaultFontFamily: "Be Vietnam Pro" },
	});
	return image.asPng();
}
