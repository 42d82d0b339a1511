/** What of a Vietnamese sentence makes it hard to read on a phone. Rules of thumb, each said as advice. Pure. */

export type WordingCode = "long_sentence" | "double_negation" | "two_questions" | "all_capitals" | "tone_marks_missing";

/** Annexes of circulars are written in sentences of thirty syllables; beyond this even they lose the reader. */
const SYLLABLES_AT_MOST = 40;

/** What is wrong with a text, each once; `syllables` of the longest sentence where that is too long. */
export function wordingOf(text: string): { code: WordingCode; syllables: number }[] {
	const sentences = text.split(/[.!?;:\n]+(?=\s|$)/u).filter((sentence) => sentence.trim() !== "");
	const longest = Math.max(0, ...sentences.map((sentence) => syllablesOf(sentence).length));
	const found: WordingCode[] = [];
	if (longest > SYLLABLES_AT_MOST) found.push("long_sentence");
	if (sentences.some(negatedTwice)) found.push("double_negation");
	if ((text.match(/\?/g) ?? []).length > 1) found.push("two_questions");
	if (isAllCapitals(text)) found.push("all_capitals");
	if (lacksToneMarks(text)) found.push("tone_marks_missing");
	return found.map((code) => ({ code, syllables: code === "long_sentence" ? longest : 0 }));
}

/** Vietnamese puts a space between syllables. */
export function syllablesOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const negation = /(?<![\p{L}\p{M}])(không|chưa|chẳng)(?![\p{L}\p{M}])/giu;
/** Fixed names, and *có … không?* which only asks. */
const noNegation =
	/không (?:áp dụng|gian|khí|quá|chỉ|những)|(?:hay|hoặc) (?:không|chưa)(?![\p{L}\p{M}])|(?:không|chưa)\s*$/giu;

/** Two negations in one clause: *không được không …*. A list of things that are not there has them in clauses of their own. */
function negatedTwice(sentence: string): boolean {
	return sentence
		.normalize("NFC")
		.split(/[,()]|(?<![\p{L}\p{M}])(?:và|hoặc|hay|nhưng|mà)(?![\p{L}\p{M}])/iu)
		.some((clause) => (clause.replace(noNegation, " ").match(negation) ?? []).length > 1);
}

function isAllCapitals(text: string): boolean {
	const letters = text.match(/\p{L}/gu) ?? [];
	return letters.length >= 12 && syllablesOf(text).length >= 3 && text === text.toUpperCase();
}

/** Syllables that are written with marks in nearly every sentence; four without any mark in the whole text are no chance. */
const unmarked = new Set(
	"truong hoc khong duoc cua va cac nhung trong tre em giao vien phong lop bep nuoc sach dam bao ho so theo quy dinh to chuc day du kiem tra hang nam co mon sinh an toan".split(
		" ",
	),
);

function lacksToneMarks(text: string): boolean {
	if (/[^\p{ASCII}]/u.test(text.normalize("NFC").replace(/[“”‘’–—…×²³°★≥≤]/gu, ""))) return false;
	const known = syllablesOf(text.toLowerCase()).filter((syllable) => unmarked.has(syllable));
	return known.length >= 4;
}
