import type { ReturnFault } from "./schema.ts";

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
