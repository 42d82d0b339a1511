import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqliteTemplate } from "#db/sqlite.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		sqliteTemplate: string;
		/** Address of the server's own database; null when the run was told to leave PostgreSQL out. */
		postgresUrl: string | null;
	}
}

/** Once per run: a migrated database to copy from, for each engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), "toolkit-test-"));
	// Root (CI) starts PostgreSQL as another user, who must be able to walk through here.
	chmodSync(folder, 0o755);
	const template = openSqliteTemplate();
	await migrate(template.db, "sqlite");
	const path = join(folder, "template.sqlite");
	writeFileSync(path, template.bytes());
	project.provide("sqliteTemplate", path);

	if (process.env.TEST_ENGINES === "sqlite") {
		project.provide("postgresUrl", null);
		return async () => rmSync(folder, { recursive: true, force: true });
	}
	const server = await startPostgres(join(folder, "postgres"));
	const store = openPostgres(await server.createDatabase("template_toolkit"));
	await migrate(store.read, "postgres");
	await store.close();
	project.provide("postgresUrl", server.url("postgres"));
	return async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
