import type { SchoolField } from "./expression-schema.ts";

/** How a fact about a school reads: as a figure, a day, words, yes or no (1 or 0), or as one of a closed list. */
type FactKind = "figure" | "day" | "text" | "flag" | "kind" | "ownership" | "stage";

const kinds: Partial<Record<SchoolField, FactKind>> = {
	kind: "kind",
	ownership: "ownership",
	conduct_stage: "stage",
	conduct_decision: "text",
	conduct_channel: "text",
	conduct_decided_on: "day",
	conduct_published_on: "day",
	conduct_reviewed_on: "day",
	conduct_on_web: "flag",
	conduct_on_board: "flag",
	conduct_outdated: "flag",
};

export function factKind(field: SchoolField): FactKind {
	return kinds[field] ?? "figure";
}

/** The comparison that says the same with its sides changed over: `0 < a` is `a > 0`. */
export const mirrored = { eq: "eq", ne: "ne", lt: "gt", le: "ge", gt: "lt", ge: "le" } as const;
