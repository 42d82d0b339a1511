/** Codes of printed returns: sixteen signs of five bits, read aloud and typed without mistaking 0 for O or 1 for I. Pure. */

/** Crockford's alphabet: no I, L, O, U. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** The code that ten bytes, 80 bits, make. */
export function newCode(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
	return Array.from({ length: LENGTH }, (_, at) => SIGNS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join("");
}

/** As it is printed: `7K3M-9QXA-2TBD-5W8E`. */
export function codeText(code: string): string {
	return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** What somebody typed as a code: small letters, spaces and dashes do not matter, nor O for 0 and I or L for 1. Null for what is none. */
export function codeFrom(typed: string): string | null {
	if (typed.length > 80) return null;
	const code = typed
		.toUpperCase()
		.replace(/[\s\-–—._]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
	return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
