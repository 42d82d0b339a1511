import { statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readConfig } from "#app/platform/config.ts";
import { folderStore } from "#app/platform/files.ts";
import { openLog } from "#app/platform/log.ts";
import { readSecrets } from "#app/platform/secrets.ts";
import { freshFolder } from "#tests/support/build-server.ts";

describe("configuration", () => {
	test("nothing set, or set to nothing, gives the defaults", () => {
		const defaults = {
			port: 3000,
			host: "127.0.0.1",
			dataDir: resolve(".data"),
			databaseUrl: null,
			origin: null,
			seed: "demo",
			logLevel: "info",
			trustProxy: false,
		};
		expect(readConfig({})).toEqual(defaults);
		expect(readConfig({ PORT: "", DATABASE_URL: "", SEED: "" })).toEqual(defaults);
	});

	test.each([
		["PORT", "cổng"],
		["PORT", "65536"],
		["PORT", "-1"],
		["PORT", "30.5"],
		["PORT", "3e3"],
		["HOST", "two words"],
		["DATABASE_URL", "mysql://localhost/db"],
		["DATABASE_URL", "postgres://localhost"],
		["DATABASE_URL", "not an address"],
		["APP_ORIGIN", "antoan.example.vn"],
		["APP_ORIGIN", "https://antoan.example.vn/app"],
		["APP_ORIGIN", "ftp://antoan.example.vn"],
		["SEED", "yes"],
		["LOG_LEVEL", "loud"],
		["TRUST_PROXY", "true"],
	])("%s=%s is refused by name, in both languages", (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} phải là|${name} phải có dạng`));
	});

	test("every wrong variable is named at once, and no password is shown", () => {
		const wrong = () => readConfig({ PORT: "x", SEED: "y", DATABASE_URL: "mysql://me:hunter22@host/db" });
		expect(wrong).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*SEED/);
		expect(wrong).not.toThrow(/hunter22/);
	});

	test("an address is kept as its origin, a database in its own words", () => {
		const config = readConfig({
			APP_ORIGIN: "https://Antoan.example.vn:443/",
			DATABASE_URL: "postgresql://u:p@h:5432/d",
		});
		expect(config.origin).toBe("https://antoan.example.vn");
		expect(config.databaseUrl).toBe("postgresql://u:p@h:5432/d");
	});
});

describe("secrets", () => {
	test("are made once, readable by the owner alone, and stay", () => {
		const folder = join(freshFolder(), "data");
		const first = readSecrets(folder);
		expect(first.auth.length).toBeGreaterThanOrEqual(64);
		expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(readSecrets(folder)).toEqual(first);
		expect(readSecrets(freshFolder())).not.toEqual(first);
	});

	test.each(["", "{", '{"auth":"short"}', "null"])(
		"a broken file (%j) stops the start instead of signing everybody out",
		(text) => {
			const folder = freshFolder();
			writeFileSync(join(folder, "secrets.json"), text);
			expect(() => readSecrets(folder)).toThrow("bị hỏng");
		},
	);
});

describe("log", () => {
	test("holds no secret, wherever in an entry it stands, and keeps what helps", () => {
		const lines: string[] = [];
		const log = openLog(
			"info",
			new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }),
		);
		const err = Object.assign(new Error("cannot reach postgres://office:hunter22@db:5432/toolkit"), {
			code: "SQLITE_BUSY",
			request: { body: { newPassword: "hunter22" }, headers: { cookie: "hunter22" } },
		});
		log.error({ err, password: "hunter22", deep: [{ accessCode: "hunter22", set: { token: "hunter22" } }] }, "failed");
		expect(lines.join("")).not.toContain("hunter22");
		expect(lines.join("")).toContain("SQLITE_BUSY");
		expect(lines.join("")).toContain("db:5432/toolkit");
	});
});

describe("file store", () => {
	test("gives back what was put, replaces whole, and leaves nothing half-written behind", async () => {
		const folder = freshFolder();
		const files = folderStore(folder);
		await files.put("a/b.bin", new Uint8Array([1, 2, 3]));
		await files.put("a/b.bin", new Uint8Array([4]));
		expect([...(await files.get("a/b.bin"))]).toEqual([4]);
		expect(statSync(join(folder, "a/b.bin")).mode & 0o777).toBe(0o600);
		await expect(files.put("a/b.bin/c", new Uint8Array([1]))).rejects.toThrow();
	});

	test.each(["../outside", "a/../../outside", "", ".", "a\0b"])(
		"a key that leaves the folder (%j) is a bug",
		async (key) => {
			await expect(async () => folderStore(freshFolder()).put(key, new Uint8Array([1]))).rejects.toThrow();
		},
	);
});
