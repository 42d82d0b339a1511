/** Words of XPath with their places. */
import { Fault } from "./xpath-fault.ts";

export type Token = {
	kind: "number" | "text" | "reference" | "name" | "sign" | "end";
	/** Of a text what stands between the quotes, of a reference the name between the braces. */
	value: string;
	at: number;
	length: number;
};

const signs = ["!=", "<=", ">=", "//", "..", "::", ..."()[],=<>+-*/|.@$:"];
const blank = /\s/u;
const digit = /[0-9]/;
const nameStart = /[\p{L}_]/u;
/** Longest first: a code may hold points and hyphens, and `jr:choice-name` a colon. */
const namePattern = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy;
const numberPattern = /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)/y;
/** Excel turns straight quotes into curly ones while people type; a text ends with a quote of the kind it began with. */
const quotes: Record<string, string> = { "'": "'", '"': '"', "‘": "‘’", "’": "‘’", "“": "“”", "”": "“”" };

/** Throws `Fault`; the parser catches it. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	const add = (kind: Token["kind"], value: string, length: number) => {
		tokens.push({ kind, value, at, length });
		at += length;
	};
	while (at < text.length) {
		const sign = text[at] as string;
		if (blank.test(sign)) at += 1;
		else if (text.startsWith("${", at)) {
			const end = text.indexOf("}", at);
			if (end === -1) throw new Fault("unclosed_reference", { at, length: text.length - at }, text.slice(at));
			add("reference", text.slice(at + 2, end).trim(), end + 1 - at);
		} else if (quotes[sign] !== undefined) {
			const end = closing(text, at + 1, quotes[sign]);
			if (end === -1) throw new Fault("unclosed_text", { at, length: text.length - at }, text.slice(at));
			add("text", text.slice(at + 1, end), end + 1 - at);
		} else if (digit.test(sign) || (sign === "." && digit.test(text[at + 1] ?? ""))) {
			const found = match(numberPattern, text, at);
			add("number", found, found.length);
		} else if (nameStart.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
			const found = match(namePattern, text, at);
			add("name", found, found.length);
		} else {
			const found = signs.find((one) => text.startsWith(one, at));
			if (found === undefined) {
				const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
				throw new Fault("character", { at, length: whole.length }, whole);
			}
			add("sign", found, found.length);
		}
	}
	tokens.push({ kind: "end", value: "", at: text.length, length: 0 });
	return tokens;
}

function match(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? "";
}

function closing(text: string, from: number, ends: string): number {
	for (let at = from; at < text.length; at += 1) if (ends.includes(text[at] as string)) return at;
	return -1;
}
