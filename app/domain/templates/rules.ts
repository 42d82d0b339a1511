import {
	type ConductContent,
	type ConductGroup,
	type ConductModule,
	conductGroup,
	conductRelation,
} from "../conduct/content-schema.ts";
import type { VersionHead } from "./schema.ts";

/** Ids of the units from the root down to the one with this path, itself included: whose templates it may issue. */
export function unitsOnPath(path: string): string[] {
	return path.split("/").filter((id) => id !== "");
}

/** Whether the rule behind a version holds on a day: issuing a repealed checklist is allowed, but never unnoticed. */
export function isInForce(version: Pick<VersionHead, "validFrom" | "validTo">, day: string): boolean {
	return (
		(version.validFrom === null || version.validFrom <= day) && (version.validTo === null || day <= version.validTo)
	);
}

/** Whether a version was made for a kind of school. A version without kinds fits all. */
export function fitsKind(version: Pick<VersionHead, "kinds">, kind: string): boolean {
	return version.kinds.length === 0 || version.kinds.includes(kind);
}

/** What makes a code of conduct unusable: modules or clauses that share a code, a module that ends before it begins. */
export function conductFaults({ modules }: ConductContent): string[] {
	const twice = (codes: string[]) => new Set(codes).size < codes.length;
	const faults: string[] = [];
	if (twice(modules.map((module) => module.code))) faults.push("duplicate_module");
	if (twice(modules.flatMap((module) => module.clauses.map((clause) => clause.code)))) faults.push("duplicate_clause");
	if (modules.some(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validTo < validFrom))
		faults.push("module_ends_before_it_begins");
	// A clause of the school's own is called `DP.1`: the office's may not be.
	if (modules.some((module) => [module, ...module.clauses].some(({ code }) => /^DP[.-]/.test(code))))
		faults.push("code_kept_for_schools");
	return faults;
}

/** Groups of people that a code speaks to, in the order in which codes are read. */
export function groupsOf(content: Pick<ConductContent, "modules"> | null): ConductGroup[] {
	return conductGroup.options.filter((group) => content?.modules.some((module) => module.group === group));
}

/** How many clauses the parts in force and those of other days have together. */
export function clausesOf({ modules }: Pick<ConductContent, "modules">): number {
	return modules.reduce((sum, { clauses }) => sum + clauses.length, 0);
}

/** Where a part stands on a day. */
export function validityOf(module: Pick<ConductModule, "validFrom" | "validTo">, today: string) {
	if (module.validTo !== null && module.validTo < today) return "ended" as const;
	return module.validFrom !== null && module.validFrom > today ? ("coming" as const) : ("now" as const);
}

/** Parts of a group by relation; of one relation those in force first, then what comes, then what has ended. */
export function partsOf(modules: readonly ConductModule[], group: ConductGroup, today: string): ConductModule[] {
	const order = ["now", "coming", "ended"];
	return modules
		.filter((module) => module.group === group)
		.sort(
			(a, b) =>
				conductRelation.options.indexOf(a.relation) - conductRelation.options.indexOf(b.relation) ||
				order.indexOf(validityOf(a, today)) - order.indexOf(validityOf(b, today)),
		);
}
