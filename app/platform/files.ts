import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { FileStore } from "#app/domain/ctx.ts";

/**
 * File store in a local folder. A file appears whole or not at all: it is written beside its place, flushed to disk (the row
 * that names it is durable, so the bytes must be too) and renamed.
 */
export function folderStore(root: string): FileStore {
	const base = resolve(root);
	function pathOf(key: string): string {
		const path = resolve(join(base, key));
		if (!path.startsWith(base + sep) || key.includes("\0")) throw new Error(`file key outside the store: ${key}`);
		return path;
	}
	return {
		async put(key, bytes) {
			const path = pathOf(key);
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			const beside = `${path}.${randomBytes(6).toString("hex")}.part`;
			try {
				await writeDurably(beside, bytes);
				await rename(beside, path);
			} catch (error) {
				await rm(beside, { force: true });
				throw error;
			}
		},
		get: (key) => readFile(pathOf(key)),
		remove: (key) => rm(pathOf(key), { force: true }),
	};
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, "wx", 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}
