export type ContactPart = { text: string; href?: string };

/** Digits with at most one sign between them, an area code in brackets before: `(0228) 3895 123`, `0228.3895.123`. */
const numbers = /(?:\(\d{2,4}\)\s?)?\+?\d(?:[ .-]?\d){5,13}/g;

/** A line of telephone numbers as people write it, the numbers in it ready to be called. */
export function phoneParts(line: string): ContactPart[] {
	const parts: ContactPart[] = [];
	let from = 0;
	for (const { 0: text, index } of line.matchAll(numbers)) {
		if (index > from) parts.push({ text: line.slice(from, index) });
		parts.push({ text, href: `tel:${text.replace(/[^\d+]/g, "")}` });
		from = index + text.length;
	}
	if (from < line.length) parts.push({ text: line.slice(from) });
	return parts;
}

/** An address to write to; anything else stays text. */
export function emailParts(line: string): ContactPart[] {
	return [
		/^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(line) ? { text: line, href: `mailto:${line}` } : { text: line },
	];
}

/** A page on the web; anything else, a script above all, stays text. */
export function webParts(line: string): ContactPart[] {
	return [/^https?:\/\/\S+$/i.test(line) && URL.canParse(line) ? { text: line, href: line } : { text: line }];
}
