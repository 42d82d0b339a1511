/** Numbers as people type them in Vietnamese, and their rounding. */

/** More digits than this a number cannot keep. */
const digitLimit = 15;

/**
 * A number typed by a person, or null when it is none, or `"ambiguous"` when it has two readings: the comma is the decimal sign
 * and the point (or a blank) groups thousands in Vietnamese, but phones' number keys often offer the point only.
 * `1.204` is 1204 where whole numbers are asked (`digits` 0) and ambiguous elsewhere; `1,204` is ambiguous where fewer than
 * three digits are kept. Otherwise rounded to `digits` after the comma, save where `digits` is 0: the caller refuses 1,5 there.
 */
export function readNumber(raw: string, digits: number): number | "ambiguous" | null {
	const text = raw
		.normalize("NFKC")
		.replace(/\s+/g, " ")
		.replace(/\u2212/g, "-")
		.trim();
	const [, sign = "", body = ""] = /^([+-]?) ?(\d[\d., ]*)$/.exec(text) ?? [];
	const plain = plainNumber(body, digits);
	if (plain === null || plain === "ambiguous") return plain;
	if (plain.replace(/\D/g, "").replace(/^0+/, "").length > digitLimit) return null;
	const value = Number(sign === "-" ? `-${plain}` : plain);
	return digits === 0 ? value + 0 : roundHalfUp(value, digits);
}

/** The same number as a programming language writes it. */
function plainNumber(body: string, digits: number): string | "ambiguous" | null {
	if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) return digits === 0 ? body.replace(".", "") : "ambiguous";
	if (/^[1-9]\d{0,2},\d{3}$/.test(body)) return digits >= 3 ? body.replace(",", ".") : "ambiguous";
	if (/^\d+([.,]\d+)?$/.test(body)) return body.replace(",", ".");
	if (/^[1-9]\d{0,2}( \d{3})+([.,]\d+)?$/.test(body)) return body.replace(/ /g, "").replace(",", ".");
	if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(body)) return body.replace(/\./g, "").replace(",", ".");
	return /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(body) ? body.replace(/,/g, "") : null;
}

/** A stored number as it is put into an input; `readNumber` with the item's digits reads it back. */
export function typedNumber(value: number): string {
	return String(value).replace(".", ",");
}

/** Beyond this a binary number has no digits after the comma left to round. */
const exactLimit = 1e15;

/** Rounds half away from zero at `digits` after the comma, by the decimal writing of the number: 1.005 to two digits is 1.01. */
export function roundHalfUp(value: number, digits: number): number {
	const size = Math.abs(value);
	if (size * 10 ** digits >= exactLimit) return value;
	const [mantissa, exponent = "0"] = String(size).split("e");
	const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
	return Math.sign(value) * Number(`${shifted}e-${digits}`) + 0;
}
