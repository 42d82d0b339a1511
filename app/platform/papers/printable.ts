const unprintable =
	/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * Text as it can stand on paper and in XML: NFC, without control characters, marks of writing direction (they can make a line read
 * otherwise than it is stored) and halves of surrogate pairs. Line ends stay.
 */
export function printable(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replace(/\t/g, " ")
		.replace(unprintable, "")
		.normalize("NFC");
}

/** In capitals, as Vietnamese writes them. */
export function capitals(text: string): string {
	return printable(text).toLocaleUpperCase("vi");
}

/**
 * Lets a word longer than a line break: Typst would let it run over the edge of the page. A place to break is put after every
 * `reach` letters; nobody sees it.
 */
export function breakable(text: string, reach: number): string {
	return text.replace(/\S+/gu, (word) => {
		const signs = [...word];
		if (signs.length <= reach) return word;
		return signs.map((sign, at) => (at > 0 && at % reach === 0 ? `\u200b${sign}` : sign)).join("");
	});
}

/** Width of a line of bold Times New Roman in em, close enough to draw a rule of a third to a half of it. */
export function estimatedEm(line: string): number {
	return [...line].reduce((width, sign) => width + (sign === " " ? 0.25 : /\p{Lu}/u.test(sign) ? 0.7 : 0.5), 0);
}
