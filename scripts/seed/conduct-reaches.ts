import { openSchools } from "./accounts.ts";
import type { DemoSchool } from "./district.ts";
import { randomFrom } from "./random.ts";

/** How far a school has come with its code of conduct. */
export type Reach = "none" | "adapting" | "consulting" | "consulted" | "decided" | "published";

/** Schools whose heads sign in have a step each to try; the others are dealt out. */
const told: Readonly<Record<string, Reach>> = {
	[openSchools.half]: "published",
	[openSchools.sentBack]: "consulting",
	[openSchools.notStarted]: "none",
	[openSchools.primary]: "decided",
	[openSchools.group]: "adapting",
};
const dealt: readonly [Reach, number][] = [
	["published", 31],
	["decided", 4],
	["consulted", 3],
	["consulting", 8],
	["adapting", 12],
];

/** Where each school stands, by its code, the same every time. */
export function conductReaches(schools: readonly DemoSchool[]): Map<string, Reach> {
	const reaches = new Map<string, Reach>(Object.entries(told));
	const free = randomFrom("conduct").shuffle(schools.filter(({ code }) => !reaches.has(code)));
	for (const [reach, count] of dealt) for (const { code } of free.splice(0, count)) reaches.set(code, reach);
	for (const { code } of free) reaches.set(code, "none");
	return reaches;
}
