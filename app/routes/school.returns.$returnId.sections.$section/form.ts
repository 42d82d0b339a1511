import { createHash } from "node:crypto";
import { answerOf } from "#app/domain/forms/answers.ts";
import type { Answer, Item } from "#app/domain/forms/schema.ts";
import { newId } from "#app/domain/id.ts";
import { readOperation } from "#app/domain/returns/operations.ts";
import type { ReturnPage } from "#app/domain/returns/queries.ts";
import type { Operation } from "#app/domain/returns/schema.ts";

type Fields = Record<string, string | string[]>;

/** What the page showed of an answer, in short, so that the form can tell which ones the person has changed. */
export function trace({ value, note, measure }: Answer): string {
	return createHash("sha256")
		.update(JSON.stringify([value, note, measure]))
		.digest("base64url")
		.slice(0, 16);
}

/** Traces of the answers of some items in a row ("" outside rosters), by code. */
export function tracesOf(items: readonly Item[], answers: ReturnPage["answers"], row: string): Record<string, string> {
	return Object.fromEntries(items.map((item) => [item.code, trace(answerOf(answers, item.code, row))]));
}

/** Names of the fields that may come more than once. */
export function listNames(items: readonly Item[]): string[] {
	return items.filter((item) => item.type === "choices").map((item) => `v.${item.code}`);
}

/** The answers that a plain form changes, as operations: those that the page had and that say something else now. */
export function operationsOf(
	page: ReturnPage,
	items: readonly Item[],
	row: string,
	fields: Fields,
	at: string,
): Operation[] {
	return items.flatMap((item) => {
		const operation = readItem(item, row, fields, at);
		if (operation === null) return [];
		const read = readOperation(page.definition, operation);
		return read.ok && trace(read.content) === fields[`w.${item.code}`] ? [] : operation;
	});
}

/** What the form says of one item; null when the page did not have it. */
function readItem(item: Item, row: string, fields: Fields, at: string): Operation | null {
	const base = Number(fields[`b.${item.code}`]);
	if (item.type === "computed" || !Number.isInteger(base) || base < 0) return null;
	const text = (name: string) => {
		const value = fields[name];
		return typeof value === "string" ? value : "";
	};
	const of = (part: string) => `m.${item.code}.${part}`;
	const value = fields[`v.${item.code}`] ?? null;
	return {
		id: newId(),
		item: item.code,
		row,
		value: value === "" || (Array.isArray(value) && value.length === 0) ? null : value,
		note: text(`n.${item.code}`),
		measure: {
			what: text(of("what")),
			who: text(of("who")),
			due: text(of("due")),
			superior: fields[of("superior")] !== undefined,
			request: text(of("request")),
		},
		base,
		at,
	};
}
