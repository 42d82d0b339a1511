import type { ConductContent } from "../conduct/content-schema.ts";
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
