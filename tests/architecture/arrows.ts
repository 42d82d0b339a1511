import { importsOf, type Source } from "./source.ts";

/** The rooms, lowest first: a room imports only rooms before it. */
export const rooms = [
	"audit",
	"notices",
	"units",
	"people",
	"forms",
	"authoring",
	"interchange",
	"templates",
	"directives",
	"campaigns",
	"tallies",
	"evidence",
	"findings",
	"conduct",
	"returns",
	"reports",
	"papers",
] as const;

/** Plain values that every room and every screen may use. */
const plain = /^app\/domain\/(text|days|id|problem|paper)\.ts$/;
/** What a screen may take from a room: shapes and pure decisions. */
const pure = /^app\/domain\/\w+\/(schema|rules|policy)\.ts$/;
const opensDatabase = /^db\/(sqlite|postgres|migrate)\.ts$/;
const packagesOfTheWeb = /^(react|react-dom|react-router|@remix-run|node:https?$)/;

/** Every arrow of a file that runs the wrong way, as `file → target: rule`. Tests are free. */
export function wrongArrows(source: Source): string[] {
	const { path } = source;
	if (/\.test\.tsx?$/.test(path) || path.startsWith("tests/")) return [];
	const wrong: string[] = [];
	for (const { target, typeOnly } of importsOf(source)) {
		const rule = ruleAgainst(path, target, typeOnly);
		if (rule) wrong.push(`${path} → ${target}: ${rule}`);
	}
	return wrong;
}

function ruleAgainst(path: string, target: string, typeOnly: boolean): string | null {
	if (opensDatabase.test(target) && !/^(app\/platform|scripts|db)\//.test(path) && !typeOnly) {
		return "only platform and scripts open the database";
	}
	// Pictures are taken and budgets measured with what tests stand on; neither is part of the product.
	if (target.startsWith("tests/") && !/^scripts\/(pictures|bench)/.test(path)) return "only tests import tests";
	if (target.startsWith("scripts/") && !path.startsWith("scripts/")) return "scripts are started, not imported";
	if (path.startsWith("app/domain/")) return againstDomain(path, target);
	if (path.startsWith("db/")) return againstDb(path, target, typeOnly);
	if (path.startsWith("app/platform/")) return /^app\/(routes|ui)\//.test(target) ? "platform knows no page" : null;
	if (drawn(path)) return againstDrawn(path, target, typeOnly);
	if (path.startsWith("app/i18n/")) return againstWords(target, typeOnly);
	if (/^app\/routes\/.*\/route\.ts$/.test(path)) return againstDoor(target, typeOnly);
	return null;
}

function againstDomain(path: string, target: string): string | null {
	if (packagesOfTheWeb.test(target)) return "domain knows no HTTP and no React";
	if (/^app\/(platform|routes|ui|offline|i18n)\//.test(target)) return "domain imports only domain and db";
	// The access table stands with people, and every room asks it.
	if (target === "app/domain/people/policy.ts") return null;
	// What a conduct template says is a shape that the library keeps and checks.
	if (target === "app/domain/conduct/content-schema.ts") return null;
	const [from, to] = [roomOf(path), roomOf(target)];
	if (from === null || to === null || from === to) return null;
	const [own, other] = [rooms.indexOf(from as never), rooms.indexOf(to as never)];
	if (own === -1) return `room ${from} is not in the list`;
	return other !== -1 && other < own ? null : `room ${from} comes before ${to}`;
}

function againstDb(path: string, target: string, typeOnly: boolean): string | null {
	if (path.startsWith("db/migrations/") && target.startsWith("app/")) return "a migration imports nothing from the app";
	if (target.startsWith("app/") && !path.startsWith("db/seed/") && !typeOnly) return "db imports nothing from the app";
	return null;
}

/** Files that end up in the browser. */
const drawn = (path: string) =>
	/^app\/(ui|offline)\//.test(path) || (/^app\/routes\//.test(path) && path.endsWith(".tsx"));

function againstDrawn(path: string, target: string, typeOnly: boolean): string | null {
	if (typeOnly) return null;
	if (target.startsWith("db/") || target === "kysely") return "what is drawn reads no data";
	if (target.startsWith("app/platform/")) return "what is drawn knows no machinery";
	if (/^app\/routes\/.*\/route\.ts$/.test(target)) return "a screen takes only types from its door";
	if (!target.startsWith("app/domain/") || plain.test(target) || pure.test(target)) return null;
	// The form language, the way it is written and the way it travels are pure as a whole: the browser works with the same code as the
	// server.
	if (/^app\/domain\/(forms|authoring|interchange)\//.test(target)) return null;
	return `${path.startsWith("app/ui/") ? "ui" : "a screen"} takes schema, rules and policy of a room, nothing else`;
}

function againstWords(target: string, typeOnly: boolean): string | null {
	if (typeOnly || target.startsWith("app/i18n/") || plain.test(target) || pure.test(target)) return null;
	return "words import nothing but words and shapes";
}

function againstDoor(target: string, typeOnly: boolean): string | null {
	if (typeOnly) return null;
	if (target.startsWith("db/") || target === "kysely") return "a door asks a room, never the database";
	return null;
}

function roomOf(path: string): string | null {
	return path.match(/^app\/domain\/(\w+)\//)?.[1] ?? null;
}
