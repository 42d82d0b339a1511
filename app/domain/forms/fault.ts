import type { Words } from "./expression-schema.ts";

/** Something that keeps a return from being sent, or (severity `warning`) that the school should look at before sending. */
export type ReturnFault = {
	item: string;
	row: string;
	severity: "error" | "warning";
} & (
	| { code: "answer_missing" }
	| { code: "remark_missing" }
	| { code: "measure_missing" }
	| { code: "measure_owner_missing" }
	| { code: "measure_due_missing" }
	| { code: "request_missing" }
	| { code: "photo_missing" }
	| { code: "not_an_option" }
	| { code: "na_not_allowed" }
	| { code: "not_a_number" }
	/** Two readings, as `1.204` where decimals are asked: the person says which. */
	| { code: "ambiguous_number" }
	| { code: "not_whole" }
	| { code: "too_small"; min: number | string }
	| { code: "too_large"; max: number | string }
	| { code: "too_few"; min: number }
	| { code: "too_many"; max: number }
	| { code: "not_a_date" }
	| { code: "not_text" }
	| { code: "too_long"; max: number }
	| { code: "check_failed"; check: string; message: Words }
	/** An option that nobody may choose, or a text that says what may not be said, with the reason. */
	| { code: "not_allowed"; message: Words }
	| { code: "too_few_rows"; min: number }
	| { code: "too_many_rows"; max: number }
	/** Counts only are asked: the text looks like a name, a class, a birthday or a telephone number. A warning. */
	| { code: "looks_personal"; found: string }
);

/** What is wrong, before it is told where. */
export type FaultDetail = ReturnFault extends infer F
	? F extends ReturnFault
		? Omit<F, "item" | "row" | "severity">
		: never
	: never;

/** A fault that keeps a return from being sent, at one answer. */
export function errorAt(item: string, row: string, detail: FaultDetail): ReturnFault {
	return { item, row, severity: "error", ...detail };
}
