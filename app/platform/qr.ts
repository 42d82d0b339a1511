import QRCode from "qrcode";

/** A QR code as one SVG path on a grid of `size` modules: sharp on paper at any size, and no script or style to draw it. */
export type Qr = { size: number; path: string };

/** Medium error correction: a slip is folded and carried in a pocket. */
export function qrOf(text: string): Qr {
	const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
	let path = "";
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			if (!data[y * size + x]) continue;
			const from = x;
			while (x < size && data[y * size + x]) x++;
			path += `M${from} ${y}h${x - from}v1h${from - x}z`;
		}
	}
	return { size, path };
}
