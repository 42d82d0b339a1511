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
