import { join } from "node:path";
import type { FileStore } from "#app/domain/ctx.ts";
import { migrate } from "#db/migrate.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqlite } from "#db/sqlite.ts";
import type { Store } from "#db/store.ts";
import { type Auth, openAuth } from "./auth.ts";
import type { Config } from "./config.ts";
import { folderStore } from "./files.ts";
import { type Log, openLog } from "./log.ts";
import { readSecrets } from "./secrets.ts";

/** Everything a running server holds open. */
export type App = {
	config: Config;
	store: Store;
	auth: Auth;
	files: FileStore;
	log: Log;
	/** The clock, so that tests can set it. UTC ISO-8601. */
	now(): string;
	close(): Promise<void>;
};

/** Opens the database (migrating it), the file store, the log and sign-in. */
export async function openApp(config: Config): Promise<App> {
	const secrets = readSecrets(config.dataDir);
	const store = config.databaseUrl
		? openPostgres(config.databaseUrl)
		: openSqlite(join(config.dataDir, "toolkit.sqlite"));
	await migrate(store.read, store.engine);
	return appOver({
		config,
		store,
		secret: secrets.auth,
		log: openLog(config.logLevel),
		files: folderStore(join(config.dataDir, "files")),
	});
}

/** An app over parts that are already open: what tests build. */
export function appOver(parts: {
	config: Config;
	store: Store;
	secret: string;
	log: Log;
	files: FileStore;
	now?: () => string;
}): App {
	const { config, store, secret, log, files } = parts;
	const auth = openAuth({ store, secret, origin: config.origin });
	return {
		config,
		store,
		auth,
		files,
		log,
		now: parts.now ?? (() => new Date().toISOString()),
		close: () => store.close(),
	};
}
