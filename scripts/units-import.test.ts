import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "#app/domain/id.ts";
import { openApp } from "#app/platform/app.ts";
import { readConfig } from "#app/platform/config.ts";
import { districtFile } from "#tests/support/build-units.ts";
import { seedDistrict } from "./seed/district.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

type Row = {
	row: number;
	line: number;
	code: string;
	fate: string;
	action: string | null;
	reasons: { code: string; vi: string; en: string }[];
};

/** The district without its schools, in a folder of its own. */
async function emptyDistrict(): Promise<string> {
	const dataDir = mkdtempSync(join(tmpdir(), "toolkit-test-"));
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
	const app = await openApp({ ...readConfig({ DATA_DIR: dataDir }), logLevel: "silent" });
	const now = app.now();
	const { store, files } = app;
	await seedDistrict({
		db: store.read,
		engine: store.engine,
		store,
		files,
		actor: null,
		now,
		today: now.slice(0, 10),
		locale: "vi",
		inTransaction: false,
	});
	await store.read.deleteFrom("school").execute();
	await store.read.deleteFrom("unit").where("level", "=", "truong").execute();
	await app.close();
	return dataDir;
}

function run(dataDir: string, ...args: string[]): { status: number | null; out: string; err: string } {
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", SEED: "none", INIT_CWD: root };
	const done = spawnSync(process.execPath, ["--import", "tsx", "scripts/units-import.ts", ...args], {
		cwd: root,
		env,
		encoding: "utf8",
	});
	return { status: done.status, out: done.stdout, err: done.stderr };
}

test("a list is previewed, confirmed and found unchanged, with every row's fate as JSON", {
	timeout: 120_000,
}, async () => {
	const dataDir = await emptyDistrict();
	const faulty = run(dataDir, districtFile("danh-sach-truong-loi.xlsx"), "--json");
	const rows = (JSON.parse(faulty.out) as { rows: Row[] }).rows;
	expect(faulty.status).toBe(0);
	expect(rows).toHaveLength(78);
	expect(rows.filter((row) => row.fate === "refused").map((row) => row.row)).toEqual([6, 8, 10, 14, 16, 26]);
	expect(rows.filter((row) => row.fate === "mended").map((row) => [row.row, row.action])).toEqual(
		[2, 4, 12, 18].map((row) => [row, "create"]),
	);
	expect(rows[9]).toMatchObject({ row: 10, line: 18, code: "36365010", reasons: [{ code: "number_in_words" }] });
	expect(rows[9]?.reasons[0]?.vi).toContain("ba trăm");

	const list = districtFile("danh-sach-truong.xlsx");
	const confirmed = JSON.parse(run(dataDir, list, "--confirm", "--json").out) as { written: object; counts: object };
	expect(confirmed).toMatchObject({ written: { created: 78, updated: 0 }, counts: { create: 78, refused: 0 } });
	const again = run(dataDir, list);
	expect(again.status).toBe(0);
	expect(again.out).toContain("Không đổi 78");
});

test("what cannot be read says so and ends with 1; a wrong call ends with 2", { timeout: 120_000 }, async () => {
	const dataDir = await emptyDistrict();
	const junk = join(dataDir, `${newId()}.csv`);
	writeFileSync(junk, "%PDF-1.7");
	const refused = run(dataDir, junk, "--json");
	expect(refused.status).toBe(1);
	expect(JSON.parse(refused.out)).toMatchObject({ problem: { code: "wrong_file_type" }, rows: [] });
	expect(run(dataDir).status).toBe(2);
	expect(run(dataDir, "--what").status).toBe(2);
	expect(run(dataDir, "no-such-file.xlsx")).toMatchObject({ status: 2, out: "" });
	expect(run(dataDir, junk, "--office", "nobody")).toMatchObject({ status: 2, out: "" });
});
