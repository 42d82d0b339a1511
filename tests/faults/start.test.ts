import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { openApp } from "#app/platform/app.ts";
import { type Config, readConfig } from "#app/platform/config.ts";
import { explainStartError } from "#app/platform/start-error.ts";
import { freshFolder } from "#tests/support/build-server.ts";

/** Real failures of a start, each explained in a sentence that says what to do. */
async function explained(config: Config): Promise<string | null> {
	const error = await openApp(config).then(
		async (app) => {
			await app.close();
			throw new Error("it started");
		},
		(error: unknown) => error,
	);
	return explainStartError(error, config);
}

const at = (env: Record<string, string>) => readConfig({ DATA_DIR: freshFolder(), ...env });

test("a file that is no database", async () => {
	const config = at({});
	writeFileSync(
		join(config.dataDir, "toolkit.sqlite"),
		"this is not a database, but long enough to be taken for one ".repeat(100),
	);
	expect(await explained(config)).toContain("Tệp cơ sở dữ liệu");
});

test("a database cut short in the middle", async () => {
	const config = at({});
	await (await openApp(config)).close();
	const { readFileSync } = await import("node:fs");
	const path = join(config.dataDir, "toolkit.sqlite");
	const whole = readFileSync(path);
	writeFileSync(path, Buffer.concat([whole.subarray(0, 4_096), Buffer.alloc(whole.length - 4_096, 7)]));
	expect(await explained(config)).toContain("khôi phục từ bản sao lưu");
});

test("a data folder that is a file", async () => {
	const file = join(freshFolder(), "file");
	writeFileSync(file, "");
	expect(await explained(readConfig({ DATA_DIR: file }))).toContain("không phải là thư mục");
	expect(await explained(readConfig({ DATA_DIR: join(file, "below") }))).toContain("không phải là thư mục");
});

test("a database file that is a folder", async () => {
	const config = at({});
	mkdirSync(join(config.dataDir, "toolkit.sqlite"));
	expect(await explained(config)).toContain("Không mở được cơ sở dữ liệu");
});

test("a port in use", async () => {
	const first = createServer().listen(0, "127.0.0.1");
	onTestFinished(() => void first.close());
	await new Promise((resolve) => first.once("listening", resolve));
	const { port } = first.address() as AddressInfo;
	const error = await new Promise((resolve) => createServer().once("error", resolve).listen(port, "127.0.0.1"));
	expect(explainStartError(error, at({ PORT: String(port) }))).toContain(`PORT=${port + 1} npm start`);
});

test("a PostgreSQL that is not there, and a name that nobody knows", async () => {
	expect(await explained(at({ DATABASE_URL: "postgres://me:hunter22@127.0.0.1:1/toolkit" }))).toContain(
		"127.0.0.1:1: máy chủ từ chối",
	);
	expect(await explained(at({ DATABASE_URL: "postgres://me:hunter22@nobody.invalid/toolkit" }))).toMatch(
		/nobody\.invalid/,
	);
});

test.skipIf(process.env.TEST_ENGINES === "sqlite")("a wrong password, a database that does not exist", async () => {
	const url = inject("postgresUrl") ?? "";
	expect(await explained(at({ DATABASE_URL: url.replace("postgres:postgres@", "postgres:wrong@") }))).toContain(
		"mật khẩu",
	);
	expect(await explained(at({ DATABASE_URL: url.replace(/\/postgres$/, "/khong_co") }))).toContain("createdb khong_co");
});

test("an error that nobody can mend has no sentence", () => {
	expect(explainStartError(new Error("a bug"), at({}))).toBeNull();
});
