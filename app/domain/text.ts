/** Lower case, without tone marks, đ as d, one space between words: what is stored for search and what is searched for. */
export function searchKey(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(/đ/g, "d")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff]/g;

/** Text as it is stored: NFC, no control characters (tab and line ends stay), no spaces at either end. */
export function cleanText(text: string): string {
	return text.normalize("NFC").replace(/\r\n?/g, "\n").replace(control, "").trim();
}

/** `cleanText` on one line: inner white space becomes single spaces. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/\s+/g, " ");
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Signs that only order a sentence; `%`, `/`, `+` and the like say something. Between figures they do too: 1,5 is not 15. */
const ordering = /[\s.,;:!?…"'“”‘’«»()[\]–—-]+/u;
const betweenFigures = /(?<=\d)[.,:–—-](?=\d)/g;
const KEPT = "\ue000";

/**
 * A text without what never changes its meaning: case, spaces, punctuation, and on which vowel the tone mark stands (hoà, hòa). A
 * tone itself is meaning, and stays.
 */
export function meaningKey(text: string): string {
	return text
		.toLowerCase()
		.normalize("NFD")
		.replace(betweenFigures, (sign) => `${KEPT}${sign.charCodeAt(0)}${KEPT}`)
		.split(ordering)
		.filter(Boolean)
		.map((word) => word.replace(toneMarks, "") + (word.match(toneMarks) ?? []).join(""))
		.join(" ");
}
