/** Lists, yes and no, and words as they stand in cells. */
import type { Words } from "../forms/expression-schema.ts";
import { cleanText } from "../forms/texts.ts";

/** A list in one cell as people write it, `MN, TH`; as JSON where that could be misread. */
export function listText(list: readonly string[]): string {
	const plain = list.length > 0 && list.every((one) => /^[^\s,;[\]"][^,;[\]"\n\t]*$/u.test(one) && one.trim() === one);
	return plain && !isKeptWord(list.join()) ? list.join(", ") : JSON.stringify(list);
}

/** Whether a cell that holds a list or a word of its own would be read as that word. */
function isKeptWord(text: string): boolean {
	return text === "none" || readFlag(text) !== null;
}

export function readList(text: string): string[] {
	if (text.startsWith("[")) {
		const found = parsedJson(text);
		if (Array.isArray(found)) return found.map(String);
	}
	return text
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** A value of JSON, undefined for what is none. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export function flagText(flag: boolean | undefined): string {
	return flag === undefined ? "" : flag ? "yes" : "no";
}

const yes: ReadonlySet<string> = new Set(["yes", "y", "true", "true()", "1", "x", "có", "co", "bắt buộc", "★", "*"]);
const no: ReadonlySet<string> = new Set(["no", "n", "false", "false()", "0", "không", "khong", "-"]);

/** yes, no, nothing said, or something else. */
export function readFlag(text: string): boolean | undefined | null {
	const word = text.trim().toLowerCase();
	if (word === "") return undefined;
	if (yes.has(word)) return true;
	return no.has(word) ? false : null;
}

/** A number as a file writes it, also with a decimal comma; undefined for an empty cell, NaN for what is none. */
export function readFigure(text: string): number | undefined {
	if (text.trim() === "") return undefined;
	return Number(text.trim().replace(/^(-?\d+),(\d+)$/, "$1.$2"));
}

/** Words of two cells; undefined when both are empty. A text in English alone stands for both. */
export function wordsOf(vi: string, en: string): Words | undefined {
	const [source, other] = [cleanText(vi, true), cleanText(en, true)];
	if (source === "" && other === "") return undefined;
	return { vi: source || other, ...(other === "" ? {} : { en: other }) };
}

type Demands = { remark: boolean; measure: boolean; photo?: boolean | undefined };

/** What a failed item demands: `remark, measure, photo`, some of them, or `none`; `no photo` where that is said outright. */
export function failureText({ remark, measure, photo }: Demands): string {
	const said = [remark && "remark", measure && "measure", photo === undefined ? "" : photo ? "photo" : "no photo"];
	return said.filter(Boolean).join(", ") || "none";
}

export function readFailure(text: string): Demands | undefined {
	const parts = readList(text.toLowerCase());
	if (parts.length === 0) return undefined;
	const photo = parts.includes("photo") ? { photo: true } : parts.includes("no photo") ? { photo: false } : {};
	return { remark: parts.includes("remark"), measure: parts.includes("measure"), ...photo };
}
