/** Whether an item of a new version may be compared with the one of the same code before it. Pure. */
import type { Aspect, ItemChange, VersionDifference } from "./version-difference.ts";

/** `same`: both ask one thing, their figures stand side by side. `other`: nothing is compared and nothing carried over. */
export type Comparison = "same" | "other";

/** What was decided, by item code. An item that nobody was asked about compares. */
export type Comparisons = Record<string, Comparison>;

/** Another meaning can stand behind these; the rest changes how an item is judged or shown, not what was asked. */
const meaning: ReadonlySet<Aspect> = new Set(["text", "options", "labels", "unit", "expression", "condition"]);

/**
 * What is proposed for an item that both versions have: `other` when its type is another (no choice is left), null when the officer has to
 * say, `same` else.
 */
export function proposedComparison({ before, after, aspects }: ItemChange): Comparison | null {
	if (!before || !after) return null;
	if (aspects.includes("type")) return "other";
	return aspects.some((aspect) => meaning.has(aspect)) ? null : "same";
}

/** The items of a difference that an officer has to decide about. */
export function askedAbout({ items }: Pick<VersionDifference, "items">): ItemChange[] {
	return items.filter((change) => change.before && change.after && proposedComparison(change) === null);
}

/** What is stored with the new version: what was decided where it was asked, and what leaves no choice. Null: something is undecided. */
export function comparisonsOf(
	difference: Pick<VersionDifference, "items">,
	decided: Readonly<Record<string, string | undefined>>,
): Comparisons | null {
	const kept: Comparisons = {};
	for (const change of difference.items) {
		if (!change.before || !change.after) continue;
		const proposed = proposedComparison(change);
		if (proposed === "other") kept[change.code] = "other";
		if (proposed !== null) continue;
		const said = Object.hasOwn(decided, change.code) ? decided[change.code] : undefined;
		if (said !== "same" && said !== "other") return null;
		kept[change.code] = said;
	}
	return kept;
}
