/** Names inside an archive that every system unpacks: Windows is the strictest. */

const LONGEST = 80;

/** One part of a path made of what people wrote: no folder of its own, no sign that Windows refuses, never empty. */
export function pathPart(text: string): string {
	const plain = text
		.normalize("NFC")
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in
		.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ")
		.replace(/\s+/g, " ");
	const short = [...plain].slice(0, LONGEST).join("");
	// A name may neither begin with a dot (hidden, `..`) nor end with one or with a space.
	const trimmed = short.replace(/^[\s.]+|[\s.]+$/g, "");
	return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trimmed) ? `_${trimmed}` : trimmed || "_";
}
