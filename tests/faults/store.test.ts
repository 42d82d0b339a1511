import { spawn } from "node:child_process";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openPostgres } from "#db/postgres.ts";
import { openSqlite } from "#db/sqlite.ts";
import type { Db, Store } from "#db/store.ts";
import { freshFolder } from "#tests/support/build-server.ts";
import { freshStore } from "#tests/support/stores.ts";

const level = (code: string) => ({ code, name_vi: "", name_en: "", position: 1 });
const add = (code: string) => (db: Db) => db.insertInto("unit_level").values(level(code)).execute();
const codes = async (store: Store) =>
	(await store.read.selectFrom("unit_level").select("code").orderBy("code").execute()).map((row) => row.code);

describe("sqlite", () => {
	test("a process that is killed while writing loses nothing that it confirmed", async () => {
		const path = join(freshFolder(), "toolkit.sqlite");
		const store = openSqlite(path);
		await migrate(store.read, "sqlite");
		await store.close();
		const confirmed = await writeUntilKilled(path, 200);
		const after = openSqlite(path);
		onTestFinished(() => after.close());
		const there = new Set(await codes(after));
		expect(confirmed.length).toBeGreaterThanOrEqual(200);
		expect(confirmed.filter((n) => !there.has(`n${n}`))).toEqual([]);
		const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(after.read);
		expect(rows).toEqual([{ integrity_check: "ok" }]);
	});

	test("one transaction that fails takes none of those with it that share its commit", async () => {
		const store = await freshStore("sqlite");
		const results = await Promise.allSettled([
			store.transaction(add("a")),
			store.transaction(async (db) => {
				await add("half")(db);
				throw new Error("changed its mind");
			}),
			store.transaction(add("a")),
			store.transaction(add("b")),
		]);
		expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
		expect(await codes(store)).toEqual(["a", "b"]);
	});

	test("a full disk refuses what does not fit, keeps what was there, and goes on once there is room", async () => {
		const store = await freshStore("sqlite");
		await store.transaction(add("before"));
		const pages = (n: string) => store.transaction((db) => sql.raw(`pragma max_page_count = ${n}`).execute(db));
		await pages("1");
		const large = { ...level("large"), name_vi: "đầy ".repeat(100_000) };
		const results = await Promise.allSettled([
			store.transaction(add("shares the commit")),
			store.transaction((db) => db.insertInto("unit_level").values(large).execute()),
			store.transaction(add("comes after")),
		]);
		expect(results.map((result) => result.status)).toEqual(["rejected", "rejected", "fulfilled"]);
		expect(results[1]).toMatchObject({ reason: { code: "SQLITE_FULL" } });
		expect(await codes(store)).toEqual(["before", "comes after"]);
		await pages("1000000");
		await store.transaction(add("later"));
		expect(await codes(store)).toEqual(["before", "comes after", "later"]);
	});
});

describe.skipIf(process.env.TEST_ENGINES === "sqlite")("postgres", () => {
	test("a connection that the server cuts fails what runs on it, and the next request gets a fresh one", async () => {
		const store = await freshStore("postgres");
		const admin = openPostgres(inject("postgresUrl") ?? "", { max: 1 });
		onTestFinished(() => admin.close());
		const cut = store.transaction(async (db) => {
			await add("lost")(db);
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
			await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(admin.read);
			await add("never")(db);
		});
		await expect(cut).rejects.toThrow();
		await store.transaction(add("kept"));
		expect(await codes(store)).toEqual(["kept"]);
	});
});

/** Numbers that the writer confirmed before it was killed without warning. */
function writeUntilKilled(path: string, enough: number): Promise<number[]> {
	const writer = spawn(process.execPath, ["--import", "tsx", "tests/faults/crash-writer.ts", path], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	return new Promise((resolve, reject) => {
		let said = "";
		const complete = () => said.split("\n").slice(0, -1).map(Number);
		writer.stdout.on("data", (piece: Buffer) => {
			said += piece.toString();
			if (complete().length >= enough) writer.kill("SIGKILL");
		});
		writer.once("error", reject);
		writer.once("close", () => resolve(complete()));
	});
}
