import { Resvg } from "@resvg/resvg-js";
import { qrOf } from "../qr.ts";

/** A QR code with the quiet edge of four modules that readers look for. */
export function qrSvg(url: string): string {
	const { size, path } = qrOf(url);
	const side = size + 8;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}"><path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
}

/** The same as PNG, for Word, which older than 2019 knows no SVG. Twelve dots a module: sharp on paper. */
export function qrPng(url: string): Uint8Array {
	return new Resvg(qrSvg(url), { fitTo: { mode: "zoom", value: 12 } }).render().asPng();
}
