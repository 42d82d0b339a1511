import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One file of the repository: its path from the root with `/`, and its text. */
export type Source = { path: string; text: string };

const left = new Set(["node_modules", ".git", "build", "test-results", "playwright-report"]);

/** Every file below the given folders. */
export function readSources(folders: readonly string[], ending: RegExp): Source[] {
	return folders
		.flatMap((folder) => walk(folder))
		.filter((path) => ending.test(path))
		.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function walk(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		if (left.has(entry.name) || entry.name.startsWith(".")) return [];
		const path = posix.join(folder, entry.name);
		return entry.isDirectory() ? walk(path) : [path];
	});
}

/** What a file imports: our own modules as paths from the root, packages by their name. `typeOnly` imports vanish when built. */
export type Import = { target: string; typeOnly: boolean };

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:([^"';]*?)\sfrom\s*)?["']([^"']+)["']/g;
const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

export function importsOf({ path, text }: Source): Import[] {
	const found: Import[] = [];
	for (const [, type, names, specifier] of text.matchAll(statement)) {
		// `import { type A, type B }` brings in nothing either.
		const each =
			names
				?.match(/^\s*\{([\s\S]*)\}\s*$/)?.[1]
				?.split(",")
				.filter((name) => name.trim() !== "") ?? [];
		const allTypes = each.length > 0 && each.every((name) => name.trim().startsWith("type "));
		found.push({ target: resolved(path, specifier ?? ""), typeOnly: type !== undefined || allTypes });
	}
	for (const [, specifier] of text.matchAll(dynamic))
		found.push({ target: resolved(path, specifier ?? ""), typeOnly: false });
	return found;
}

function resolved(from: string, specifier: string): string {
	if (specifier.startsWith("#")) return specifier.slice(1);
	if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(from), specifier));
	return specifier;
}
