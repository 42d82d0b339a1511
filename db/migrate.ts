import { type Kysely, type Migration, Migrator } from "kysely";
import type { Engine } from "./engine.ts";
import * as foundation from "./migrations/20261123-foundation.ts";
import * as unitLists from "./migrations/20261124-unit-lists.ts";
import * as figures from "./migrations/20261126-figures.ts";
import * as conduct from "./migrations/20261127-conduct.ts";
import * as findingCounters from "./migrations/20261128-finding-counters.ts";
import * as reports from "./migrations/20261128-reports.ts";
import * as unitMaps from "./migrations/20261129-unit-maps.ts";
import * as overview from "./migrations/20261201-overview.ts";
import * as templateDrafts from "./migrations/20261201-template-drafts.ts";
import * as templateLife from "./migrations/20261202-template-life.ts";
import * as photos from "./migrations/20261203-photos.ts";
import * as apiTokens from "./migrations/20261204-api-tokens.ts";
import * as letters from "./migrations/20261205-letters.ts";
import type { Db } from "./store.ts";

/** All migrations in order of their names. Each imports nothing from the app and is never changed once landed. */
const all: Record<string, { up(db: Kysely<unknown>, engine: Engine): Promise<void> }> = {
	"20261123-foundation": foundation,
	"20261124-unit-lists": unitLists,
	"20261126-figures": figures,
	"20261127-conduct": conduct,
	"20261128-finding-counters": findingCounters,
	"20261128-reports": reports,
	"20261129-unit-maps": unitMaps,
	"20261201-overview": overview,
	"20261201-template-drafts": templateDrafts,
	"20261202-template-life": templateLife,
	"20261203-photos": photos,
	"20261204-api-tokens": apiTokens,
	"20261205-letters": letters,
};

/**
 * Brings the database to the newest schema. Each migration runs in a transaction of its own: without that, a failing one leaves
 * half its tables behind on SQLite, where Kysely's Migrator opens none.
 */
export async function migrate(db: Db, engine: Engine): Promise<void> {
	const migrations: Record<string, Migration> = {};
	for (const [name, { up }] of Object.entries(all)) {
		migrations[name] = { up: (db) => db.transaction().execute((trx) => up(trx as unknown as Kysely<unknown>, engine)) };
	}
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations }, disableTransactions: true });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}
