import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { FileStore } from "#app/domain/ctx.ts";

/** File store in a local folder. A file appears whole or not at all: it is written beside its place and renamed. */
export function folderStore(root: string): FileStore {
	const base = resolve(root);
	function pathOf(key: string): string {
		const path = resolve(join(base, key));
		if (!path.startsWith(base + sep)) throw new Error(`file key outside the store: ${key}`);
		return path;
	}
	return {
		async put(key, bytes) {
			const path = pathOf(key);
			await mkdir(dirname(path), { recursive: true });
			const beside = `${path}.${process.pid}.part`;
			await writeFile(beside, bytes, { mode: 0o600 });
			await rename(beside, path);
		},
		get: (key) => readFile(pathOf(key)),
	};
}
