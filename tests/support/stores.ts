import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterEach, describe, inject } from "vitest";
import type { Engine } from "#db/engine.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqliteCopy } from "#db/sqlite.ts";
import type { Store } from "#db/store.ts";

const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
	for (const close of opened.splice(0)) await close();
});

let template: Buffer | undefined;

/** A fresh migrated database of its own for one test (0.2 ms on SQLite, a copied database on PostgreSQL); closed after it. */
export async function freshStore(engine: Engine): Promise<Store> {
	const store = engine === "sqlite" ? freshSqlite() : await freshPostgres();
	opened.push(() => store.close());
	return store;
}

function freshSqlite(): Store {
	template ??= readFileSync(inject("sqliteTemplate"));
	return openSqliteCopy(template);
}

async function freshPostgres(): Promise<Store> {
	const url = inject("postgresUrl");
	if (!url) throw new Error("this run has no PostgreSQL");
	const name = `t_${randomBytes(8).toString("hex")}`;
	const admin = openPostgres(url, { max: 1 });
	await sql`create database ${sql.id(name)} template template_toolkit strategy file_copy`.execute(admin.read);
	await admin.close();
	return openPostgres(url.replace(/\/postgres$/, `/${name}`), { max: 5 });
}

/** Declares the same tests on both engines: `onEachEngine("campaigns", (engine) => { test(…) })`. */
export function onEachEngine(name: string, declare: (engine: Engine) => void): void {
	describe(`${name} · sqlite`, () => declare("sqlite"));
	describe.skipIf(process.env.TEST_ENGINES === "sqlite")(`${name} · postgres`, () => declare("postgres"));
}
