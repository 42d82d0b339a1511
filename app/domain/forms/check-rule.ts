import type { DefinitionFault } from "./check-definition.ts";
import { type Band, type CountRule, flaggedMandatory, isCriterion, verdictItems } from "./criteria.ts";
import type { Definition } from "./schema.ts";
import type { VerdictRule } from "./verdict-schema.ts";

type LevelsRule = Extract<VerdictRule, { type: "levels" }>;

/** Whether the verdict rule can work on the items there are. Part of `checkDefinition`. */
export function checkRule(definition: Definition): DefinitionFault[] {
	const { rule } = definition;
	const have = verdictItems(definition).filter(isCriterion).length;
	switch (rule.type) {
		case "none":
			return [];
		case "percent":
			return have > 0 ? [] : [tooFew("", 1, have)];
		case "count":
			return [...linesNamedTwice(rule), ...rule.bands.flatMap((band) => bandFaults(definition, rule, band, have))];
		case "levels":
			return levelFaults(rule, have);
	}
}

function linesNamedTwice(rule: CountRule): DefinitionFault[] {
	const kinds = rule.bands.flatMap((band) => band.kinds ?? [""]);
	const twice = new Set(kinds.filter((kind, at) => kinds.indexOf(kind) !== at));
	return [...twice].map((kind) => ({ severity: "error", code: "kind_in_two_lines", kind }));
}

/** Other stars than the line wants are only a warning: the verdict stays provisional until an office has set them. */
function bandFaults(definition: Definition, rule: CountRule, band: Band, have: number): DefinitionFault[] {
	return kindsOf(definition, rule, band).flatMap((kind): DefinitionFault[] => {
		const flagged = flaggedMandatory(definition, kind).length;
		return [
			...(have < Math.max(band.atLeast, band.mandatory)
				? [tooFew(kind, Math.max(band.atLeast, band.mandatory), have)]
				: []),
			...(flagged === band.mandatory
				? []
				: [{ severity: "warning", code: "mandatory_not_flagged", kind, wanted: band.mandatory, flagged } as const]),
		];
	});
}

/** Kinds of school a line is for. The line that names none is for "" and for the kinds that only the stars name. */
function kindsOf(definition: Definition, rule: CountRule, band: Band): string[] {
	if (band.kinds !== undefined) return band.kinds;
	const named = new Set(rule.bands.flatMap((other) => other.kinds ?? []));
	const starred = verdictItems(definition).flatMap((item) => (Array.isArray(item.mandatory) ? item.mandatory : []));
	return ["", ...new Set(starred.filter((kind) => !named.has(kind)))];
}

/** Levels go from the best down: one that asks no less than a level above it, in figures and items, is never the first to hold. */
function levelFaults(rule: LevelsRule, have: number): DefinitionFault[] {
	const highest = rule.by === "percent" ? 100 : have;
	const faults: DefinitionFault[] = rule.levels
		.filter((level, at) => level.atLeast > highest || rule.levels.slice(0, at).some((above) => shadows(above, level)))
		.map((level) => ({ severity: "error", code: "level_out_of_reach", level: level.code }));
	if (have === 0) faults.push(tooFew("", 1, have));
	if (!rule.levels.some((level) => level.pass)) faults.push({ severity: "warning", code: "no_passing_level" });
	return faults;
}

function shadows(above: LevelsRule["levels"][number], below: LevelsRule["levels"][number]): boolean {
	// A school that was knocked out passes over the levels that count as Đạt, and so may come to one beneath them.
	if (above.pass && !below.pass) return false;
	return above.atLeast <= below.atLeast && above.mustMeet.every((item) => below.mustMeet.includes(item));
}

function tooFew(kind: string, wanted: number, have: number): DefinitionFault {
	return { severity: "error", code: "too_few_criteria", kind, wanted, have };
}
