import ts from "typescript";
import type { Source } from "./source.ts";

type Words = { [key: string]: string | ((...parts: never[]) => string) | Words };

/** What is wrong with the words of an area: keys that differ, sentences that are empty, equal in both languages, or without tone marks. */
export function wrongWords(area: string, vi: Words, en: Words): string[] {
	const wrong: string[] = [];
	for (const key of new Set([...Object.keys(vi), ...Object.keys(en)])) {
		const [one, other] = [vi[key], en[key]];
		const at = `${area}.${key}`;
		if (one === undefined || other === undefined || typeof one !== typeof other)
			wrong.push(`${at}: not in both languages`);
		else if (typeof one === "string" && typeof other === "string") wrong.push(...wrongSentence(at, one, other));
		else if (typeof one === "object" && typeof other === "object") wrong.push(...wrongWords(at, one, other));
	}
	return wrong;
}

function wrongSentence(at: string, vi: string, en: string): string[] {
	if (vi.trim() === "" || en.trim() === "") return [`${at}: empty`];
	if (vi === en && /\p{L}+\s+\p{L}+/u.test(vi)) return [`${at}: the same in both languages`];
	// Two and more Vietnamese words without a single mark hardly exist: somebody left the marks out, or the English in.
	const wordCount = vi.match(/\p{L}{2,}/gu)?.length ?? 0;
	if (wordCount >= 4 && !/[^\p{ASCII}]/u.test(vi)) return [`${at}: no tone marks in “${vi}”`];
	return [];
}

const spoken = new Set(["aria-label", "title", "placeholder", "alt", "label", "hint", "heading", "caption"]);

/** Words written into a screen instead of app/i18n, where only one language would have them. */
export function wordsInScreen({ path, text }: Source): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		// Commands are typed as they are, whatever the language.
		if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === "code") return;
		if (ts.isJsxText(node) && says(node.text)) found.push(`${path}: “${node.text.trim()}”`);
		if (
			ts.isJsxAttribute(node) &&
			spoken.has(node.name.getText()) &&
			node.initializer &&
			ts.isStringLiteral(node.initializer)
		) {
			if (says(node.initializer.text)) found.push(`${path}: ${node.name.getText()}=“${node.initializer.text}”`);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX));
	return found;
}

const says = (text: string) => /\p{L}{2,}/u.test(text) && !/^\/[\w/.-]+$/.test(text.trim());
