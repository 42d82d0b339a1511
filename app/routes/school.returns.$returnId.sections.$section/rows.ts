import { answerKey, answerOf } from "#app/domain/forms/answers.ts";
import { type RosterSection, rowsOf } from "#app/domain/forms/rows.ts";
import type { AnswerValue } from "#app/domain/forms/schema.ts";
import { newId } from "#app/domain/id.ts";
import type { ReturnPage } from "#app/domain/returns/queries.ts";
import type { Operation } from "#app/domain/returns/schema.ts";

/** What a button of a roster asks for: `add`, or `copy`, `remove`, `restore` with the row's id after a colon. */
export type RowAct = { kind: "add" } | { kind: "copy" | "remove" | "restore"; row: string };

export function rowAct(typed: unknown): RowAct | null {
	if (typed === "add") return { kind: "add" };
	const [, kind, row] =
		/^(copy|remove|restore):([A-Za-z0-9-]{1,40})$/.exec(typeof typed === "string" ? typed : "") ?? [];
	return kind && row ? { kind: kind as "copy" | "remove" | "restore", row } : null;
}

/** The operations of a row's button, and the row to show afterwards ("" for the list). */
export function rowOperations(
	page: Pick<ReturnPage, "answers">,
	section: RosterSection,
	act: RowAct,
	at: string,
): { operations: Operation[]; row: string } {
	const { code, title } = section.roster;
	const say = (item: string, row: string, value: AnswerValue): Operation => ({
		id: newId(),
		item,
		row,
		value,
		note: "",
		measure: null,
		base: page.answers[answerKey(item, row)]?.revision ?? 0,
		at,
	});
	if (act.kind === "remove") return { operations: [say(code, act.row, null)], row: "" };
	const rows = rowsOf(page.answers, new Set([code])).get(code) ?? [];
	const places = rows.map((row) => answerOf(page.answers, code, row).value);
	const last = places.reduce<number>((most, place) => (typeof place === "number" ? Math.max(most, place) : most), 0);
	if (act.kind === "restore") return { operations: [say(code, act.row, last + 1)], row: "" };
	const row = newId();
	const copied =
		act.kind === "copy"
			? section.items.flatMap((item) => {
					const { value } = answerOf(page.answers, item.code, act.row);
					// The name is left to the person: two rows of one name cannot be told apart.
					return value === null || item.type === "computed" || item.code === title ? [] : say(item.code, row, value);
				})
			: [];
	return { operations: [say(code, row, last + 1), ...copied], row };
}
