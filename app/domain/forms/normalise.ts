import { isAnswered } from "./answers.ts";
import type { ReturnFault } from "./fault.ts";
import { errorAt, type FaultDetail } from "./fault.ts";
import { readNumber, roundHalfUp } from "./numbers.ts";
import type { AnswerValue, Item } from "./schema.ts";
import { cleanText, readDay } from "./texts.ts";

export type Normalised = { ok: true; value: AnswerValue } | { ok: false; fault: ReturnFault };

/**
 * What a person typed or a device sent, as it is stored; null when it is empty. It reads, it does not judge: options and limits
 * are for `validateAnswer`. A number or a day that cannot be read without guessing is a fault (see `readNumber`, `readDay`).
 * Remarks and the parts of a measure are read by `cleanText`.
 */
export function normaliseAnswer(item: Item, raw: AnswerValue | undefined, row = ""): Normalised {
	const read = readValue(item, raw ?? null);
	if (typeof read === "object" && read !== null && "code" in read) {
		return { ok: false, fault: errorAt(item.code, row, read) };
	}
	return { ok: true, value: isAnswered(read) ? read : null };
}

function readValue(item: Item, raw: AnswerValue): AnswerValue | FaultDetail {
	if (raw === null || item.type === "computed") return null;
	if (item.type === "choices") return readChoices(raw);
	// A list sent for a single answer is kept as it is: `validateAnswer` refuses it.
	if (Array.isArray(raw)) return raw;
	if (item.type === "integer") return readFigure(raw, 0);
	if (item.type === "decimal") return readFigure(raw, item.digits);
	const text = cleanText(String(raw), item.type === "longtext");
	if (item.type !== "date" || text === "") return text;
	return readDay(text) ?? { code: "not_a_date" };
}

function readChoices(raw: string | number | string[]): string[] {
	const ticked = Array.isArray(raw) ? raw : [String(raw)];
	return [...new Set(ticked.map((value) => cleanText(value, false)).filter((value) => value !== ""))];
}

function readFigure(raw: string | number, digits: number): number | null | FaultDetail {
	if (typeof raw === "number") {
		if (!Number.isFinite(raw)) return { code: "not_a_number" };
		return digits === 0 ? raw : roundHalfUp(raw, digits);
	}
	if (raw.trim() === "") return null;
	const value = readNumber(raw, digits);
	if (value === "ambiguous") return { code: "ambiguous_number" };
	return value ?? { code: "not_a_number" };
}
