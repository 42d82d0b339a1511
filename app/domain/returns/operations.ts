import { answerKey, isBlankMeasure, noAnswer } from "../forms/answers.ts";
import type { ReturnFault } from "../forms/fault.ts";
import { normaliseAnswer } from "../forms/normalise.ts";
import { prepare } from "../forms/prepare.ts";
import { isRowId, rowsOf } from "../forms/rows.ts";
import type { Answer, AnswerValue, Definition, Item, Measure } from "../forms/schema.ts";
import { cleanText, readDay } from "../forms/texts.ts";
import { validateAnswer } from "../forms/validate.ts";
import { sameAnswer } from "./rules.ts";
import type { AnswerPart, Operation, OperationFault, OperationResult, StoredAnswer } from "./schema.ts";

/** An operation that was received before. `revision` null: it met another answer and changed nothing. */
export type EarlierOperation = { contentHash: string; revision: number | null };

/** The return that operations arrive at. */
export type Receiving = {
	definition: Definition;
	/** Other versions that the campaign was on: a device may not know yet that its return moved. */
	others?: readonly Definition[];
	revision: number;
	answers: Record<string, StoredAnswer>;
	earlier: ReadonlyMap<string, EarlierOperation>;
	/** Why an item takes no answers now; null when it does. Asked after everything before it was applied. */
	refusal(item: string, row: string, answers: Record<string, StoredAnswer>): OperationFault | null;
	hash(content: string): string;
	now: string;
};

/** An operation to keep, with what it says once it was read. */
export type Received = { operation: Operation; content: Answer; contentHash: string; revision: number | null };

export type Judged = {
	results: OperationResult[];
	received: Received[];
	/** Answers that changed, by key, as they are now. */
	changed: Map<string, { operation: Operation; before: StoredAnswer | null; after: StoredAnswer }>;
	revision: number;
	/** Answers to items that this version no longer asks, to be kept beside. */
	gone: { item: string; row: string; content: Answer }[];
};

const nothingStored: StoredAnswer = { ...noAnswer, revision: 0, answeredAt: "" };

/**
 * What becomes of each operation, in order; changes nothing outside itself. An operation seen before answers as then; one made on
 * an older answer than ours is a conflict unless both say the same; whatever cannot be an answer is refused alone.
 */
export function judgeOperations(at: Receiving, operations: readonly Operation[]): Judged {
	const answers = { ...at.answers };
	const earlier = new Map(at.earlier);
	const judged: Judged = { results: [], received: [], changed: new Map(), revision: at.revision, gone: [] };
	for (const operation of operations) {
		const { id, item, row } = operation;
		const key = answerKey(item, row);
		const stored = Object.hasOwn(answers, key) ? answers[key] : undefined;
		const current = stored ?? nothingStored;
		const tell = (rest: Told) => judged.results.push({ id, item, row, revision: current.revision, ...rest });
		const read = readOperation(at.definition, operation);
		const gone = read.ok ? null : readGone(at.others ?? [], operation, read.fault);
		if (!read.ok && gone === null) {
			tell({ outcome: "refused", fault: read.fault });
			continue;
		}
		const content = read.ok ? read.content : (gone ?? noAnswer);
		const contentHash = at.hash(
			JSON.stringify([item, row, content.value, content.note, content.measure, operation.base]),
		);
		const before = earlier.get(id);
		if (before) {
			if (before.contentHash !== contentHash) tell({ outcome: "refused", fault: { code: "id_reused" } });
			else if (gone) tell({ outcome: "refused", fault: { code: "item_gone" } });
			else if (before.revision !== null) tell({ outcome: "already", revision: before.revision });
			else tell({ outcome: "conflict", current });
			continue;
		}
		const fault =
			(gone ? null : rowFault(at.definition, operation, content, answers)) ?? at.refusal(item, row, answers);
		if (fault) {
			tell({ outcome: "refused", fault });
			continue;
		}
		const keep = (revision: number | null) => {
			earlier.set(id, { contentHash, revision });
			judged.received.push({ operation, content, contentHash, revision });
		};
		if (gone) {
			keep(null);
			judged.gone.push({ item, row, content });
			tell({ outcome: "refused", fault: { code: "item_gone" } });
			continue;
		}
		if (current.revision > operation.base) {
			const same = sameAnswer(current, content);
			keep(same ? current.revision : null);
			tell(same ? { outcome: "applied" } : { outcome: "conflict", current });
			continue;
		}
		judged.revision += 1;
		const after: StoredAnswer = { ...content, revision: judged.revision, answeredAt: at.now };
		answers[key] = after;
		judged.changed.set(key, { operation, before: judged.changed.get(key)?.before ?? stored ?? null, after });
		keep(judged.revision);
		tell({ outcome: "applied", revision: judged.revision });
	}
	return judged;
}

/** What an operation says on a version that asked its item; null when none did, or it said nothing that can be read. */
function readGone(others: readonly Definition[], operation: Operation, fault: OperationFault): Answer | null {
	if (fault.code !== "unknown_item") return null;
	for (const definition of others) {
		const read = readOperation(definition, operation);
		if (read.ok) return read.content;
	}
	return null;
}

type Told =
	| { outcome: "applied" | "already"; revision?: number }
	| { outcome: "conflict"; current: StoredAnswer }
	| { outcome: "refused"; fault: OperationFault };

type Read = { ok: true; content: Answer } | { ok: false; fault: OperationFault };

/** What an operation says, as it is stored: NFC, cleaned, numbers and days read; or why it cannot be an answer to its item. */
export function readOperation(definition: Definition, operation: Operation): Read {
	const { itemByCode, rosterOf, rosters } = prepare(definition);
	const raw = operation.value ?? null;
	if (rosters.has(operation.item)) return readPlace(operation.row, raw);
	const item = itemByCode.get(operation.item);
	if (!item || item.type === "computed") return refused({ code: "unknown_item" });
	if (rosterOf.has(item.code) ? !isRowId(operation.row) : operation.row !== "") return refused({ code: "unknown_row" });
	// Nearly every operation there is: one tap on a big button, nothing typed.
	if (item.type === "verdict" && (raw === "met" || raw === "unmet") && operation.note === "" && !operation.measure) {
		return { ok: true, content: { value: raw, note: "", measure: null } };
	}
	if (!isAnswerValue(raw)) return refused({ code: "not_an_option", part: "value" });
	const normal = normaliseAnswer(item, raw);
	if (!normal.ok) return refused(faultOf(normal.fault, "value"));
	const measure = readMeasure(operation.measure);
	if (!measure.ok) return measure;
	const content = { value: normal.value, note: cleanText(operation.note, true), measure: measure.measure };
	return judgeContent(item, content);
}

/** A row's place among the rows, or null for one that is taken out. */
function readPlace(row: string, raw: unknown): Read {
	if (!isRowId(row)) return refused({ code: "unknown_row" });
	if (raw === null) return { ok: true, content: noAnswer };
	const place = typeof raw === "string" && raw !== "" ? Number(raw) : raw;
	if (typeof place !== "number" || !Number.isInteger(place) || place < 1 || place > 1_000_000) {
		return refused({ code: "not_a_number", part: "value" });
	}
	return { ok: true, content: { ...noAnswer, value: place } };
}

/**
 * A row is made by its place; an answer in a row nobody made is refused, one in a row that was taken out since is kept and shows
 * again when the row comes back.
 */
function rowFault(
	definition: Definition,
	{ item, row }: Operation,
	content: Answer,
	answers: Record<string, StoredAnswer>,
): OperationFault | null {
	if (row === "") return null;
	const { rosters, rosterOf } = prepare(definition);
	const roster = rosters.get(item)?.roster;
	if (!roster) return Object.hasOwn(answers, answerKey(rosterOf.get(item) ?? "", row)) ? null : { code: "unknown_row" };
	if (content.value === null || isPresent(answers[answerKey(item, row)])) return null;
	const rows = rowsOf(answers, new Set([item])).get(item)?.length ?? 0;
	return rows < roster.max ? null : { code: "too_many_rows", max: roster.max, part: "value" };
}

const isPresent = (place: StoredAnswer | undefined) => typeof place?.value === "number";

function judgeContent(item: Item, content: Answer): Read {
	const [valueFault] = validateAnswer(item, { ...content, note: "", measure: null });
	if (valueFault) return refused(faultOf(valueFault, "value"));
	if (content.note === "" && content.measure === null) return { ok: true, content };
	const [noteFault] = validateAnswer(item, { ...content, measure: null });
	if (noteFault) return refused(faultOf(noteFault, "note"));
	return { ok: true, content };
}

const limits = { what: 4000, who: 200, request: 4000 } as const;

function readMeasure(raw: unknown): { ok: true; measure: Measure | null } | { ok: false; fault: OperationFault } {
	if (raw === null || raw === undefined) return { ok: true, measure: null };
	if (typeof raw !== "object") return refused({ code: "not_text", part: "what" });
	const given = raw as Partial<Record<keyof Measure, unknown>>;
	const text = (part: "what" | "who" | "due" | "request") => {
		const value = given[part];
		return typeof value === "string" ? cleanText(value, part !== "who") : "";
	};
	const typed = text("due");
	const due = typed === "" ? "" : readDay(typed);
	if (due === null) return refused({ code: "not_a_date", part: "due" });
	const measure = {
		what: text("what"),
		who: text("who"),
		due,
		superior: given.superior === true,
		request: text("request"),
	};
	for (const part of ["what", "who", "request"] as const) {
		if (measure[part].length > limits[part]) return refused({ code: "too_long", max: limits[part], part });
	}
	return { ok: true, measure: isBlankMeasure(measure) ? null : measure };
}

function isAnswerValue(raw: unknown): raw is AnswerValue {
	if (raw === null || typeof raw === "string" || typeof raw === "number") return true;
	return Array.isArray(raw) && raw.every((part) => typeof part === "string");
}

/** A fault of the form language without its place, which the operation knows, and with the field it concerns. */
function faultOf(fault: ReturnFault, part: AnswerPart): OperationFault {
	const { item: _item, row: _row, severity: _severity, ...detail } = fault;
	return { ...detail, part } as OperationFault;
}

function refused(fault: OperationFault): { ok: false; fault: OperationFault } {
	return { ok: false, fault };
}
