import { rooms } from "./arrows.ts";
import type { Source } from "./source.ts";

/** Lines a file may have. Words, seed data and migrations are lists, not code: long and still easy to read. */
const CEILING = 300;
const lists = /^(app\/i18n|db\/seed|db\/migrations)\/|^scripts\/seed\/defects|common-passwords/;

/** Names under which everything and nothing is kept. */
const buckets = /(^|\/)(utils?|helpers?|misc|common|shared|stuff|index)\.(ts|tsx|mjs)$/;

const remixDefaults =
	/^(app\/(root|entry\.(client|server))\.tsx|app\/routes\.ts|app\/routes\/.*\/route\.ts|[\w.-]+\.(config\.)?(ts|js))$/;

/** What is wrong with a file's size, name and place. */
export function wrongShape({ path, text }: Source): string[] {
	const wrong: string[] = [];
	const lines = text.trimEnd().split("\n").length;
	if (path.endsWith(".md")) {
		if (path !== "README.md" && !path.startsWith("docs/") && lines > 40)
			wrong.push(`${path}: a README of ${lines} lines`);
		return wrong;
	}
	if (lines > CEILING && !lists.test(path)) wrong.push(`${path}: ${lines} lines, the ceiling is ${CEILING}`);
	if (buckets.test(path)) wrong.push(`${path}: a name that says nothing`);
	if (/\b(TODO|FIXME|XXX|HACK)\b/.test(text) && !path.startsWith("tests/architecture/"))
		wrong.push(`${path}: unfinished work`);
	if (/^export default /m.test(text) && !remixDefaults.test(path) && !path.startsWith("tests/"))
		wrong.push(`${path}: a default export`);
	return [...wrong, ...wrongPlace(path)];
}

/** A room is one flat folder of plain modules; a page's folder holds its door, its screen and the screen's parts. */
function wrongPlace(path: string): string[] {
	const inRoom = path.match(/^app\/domain\/([^/]+)\/(.+)$/);
	if (inRoom) {
		const [, room = "", file = ""] = inRoom;
		if (!(rooms as readonly string[]).includes(room)) return [`${path}: no such room`];
		if (!/^[a-z0-9-]+(\.property)?(\.test)?\.ts$/.test(file))
			return [`${path}: a room holds plain modules and their tests`];
	}
	const inRoute = path.match(/^app\/routes\/[^/]+\/(.+)$/);
	if (inRoute && !/^(route\.ts|[a-z-]+\.tsx|[a-z-]+(\.test)?\.tsx?)$/.test(inRoute[1] ?? ""))
		return [`${path}: not a part of a page`];
	return [];
}

/** Which room writes which table. better-auth's own are written by it, through the people room and platform. */
const owners: Record<string, string> = {
	audit_event: "audit",
	audit_head: "audit",
	unit_level: "units",
	unit: "units",
	school: "units",
	unit_import: "units",
	unit_map: "units",
	person: "people",
	membership: "people",
	access_code: "people",
	api_token: "people",
	template: "templates",
	template_version: "templates",
	template_edit: "templates",
	template_offer: "templates",
	template_follow: "templates",
	directive: "directives",
	directive_task: "directives",
	campaign: "campaigns",
	campaign_task: "campaigns",
	campaign_move: "campaigns",
	recipient: "campaigns",
	tally: "tallies",
	file: "evidence",
	answer_photo: "evidence",
	finding: "findings",
	conduct_version: "conduct",
	consultation: "conduct",
	consultation_link: "conduct",
	consultation_voice: "conduct",
	consultation_meeting: "conduct",
	acknowledgement: "conduct",
	conduct_review: "conduct",
	conduct_notice: "conduct",
	return: "returns",
	answer: "returns",
	answer_event: "returns",
	answer_aside: "returns",
	submission: "returns",
	review: "returns",
	public_result: "returns",
	report: "papers",
	report_version: "papers",
	letter: "papers",
	letter_school: "papers",
	return_code: "papers",
};

const writes = [
	/\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*["'](\w+)/g,
	/\binsertRows\(\s*[\w.]+,\s*[\w.]+,\s*["'](\w+)/g,
	/\b(?:insert\s+into|update|delete\s+from)\s+"?(\w+)"?\s/g,
];

/** Tables that a room's file writes although another room owns them. */
export function foreignWrites({ path, text }: Source): string[] {
	const room = path.match(/^app\/domain\/(\w+)\//)?.[1];
	if (!room || path.endsWith(".test.ts")) return [];
	const tables = writes.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
	return [...new Set(tables)]
		.filter((table) => owners[table] && owners[table] !== room)
		.map((table) => `${path} writes ${table} of ${owners[table]}`);
}
