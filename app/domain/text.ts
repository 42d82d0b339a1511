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
