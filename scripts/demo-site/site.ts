import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { type Account, type Holder, parseAccounts } from "./accounts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Seeding a district takes a few seconds; a slow machine gets more. */
const START_MS = 90_000;

/** A running server over data of its own. */
export type Site = {
	url: string;
	dataDir: string;
	accounts: Account[];
	/** Rows of the server's database, for ids that a test needs. */
	rows<T>(sql: string, ...params: unknown[]): T[];
	/** Changes the database behind the server's back, for what only time could do. Returns the number of rows changed. */
	change(sql: string, ...params: unknown[]): number;
	/** Ends the server; its data stays until `remove`. */
	stop(): Promise<void>;
	remove(): void;
};

/** Starts the built server on a free port: over a copy of `from`, or over an empty folder, which it fills with the demo district. */
export async function startSite(from: string | null, name = "seeded"): Promise<Site> {
	const dataDir = mkdtempSync(join(tmpdir(), `toolkit-${name}-`));
	if (from) cpSync(from, dataDir, { recursive: true });
	const server = spawn(process.execPath, ["--enable-source-maps", "build/serve.js"], {
		cwd: root,
		env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, SEED: "demo", LOG_LEVEL: "warn" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const url = await addressOf(server);
	const file = join(dataDir, "toolkit.sqlite");
	const rows = <T>(sql: string, ...params: unknown[]) => over(file, (db) => db.prepare(sql).all(...params) as T[]);
	return {
		url,
		dataDir,
		accounts: parseAccounts(readFileSync(join(dataDir, "demo-accounts.txt"), "utf8"), rows<Holder>(holders)),
		rows,
		change: (sql, ...params) => over(file, (db) => db.prepare(sql).run(...params).changes),
		stop: () => ended(server),
		remove: () => rmSync(dataDir, { recursive: true, force: true }),
	};
}

const holders = `
	select p.username, p.name, m.role, u.id as "unitId", u.name as unit, u.code
	from person p join membership m on m.person_id = p.id and m.ended_at is null join unit u on u.id = m.unit_id
	order by p.username`;

function over<T>(file: string, work: (db: Database.Database) => T): T {
	const db = new Database(file, { timeout: 5_000 });
	try {
		return work(db);
	} finally {
		db.close();
	}
}

/** The address that the server prints once it answers. Throws with what it said when it does not come up. */
function addressOf(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = "";
		const late = setTimeout(() => fail(`did not start within ${START_MS} ms`), START_MS);
		const fail = (why: string) => {
			clearTimeout(late);
			server.kill("SIGKILL");
			reject(new Error(`The server ${why}:\n${said}`));
		};
		const hear = (text: Buffer) => {
			said += text;
			const address = /\(address\): (http:\S+)/.exec(said)?.[1];
			if (!address || !said.includes("Ctrl+C")) return;
			clearTimeout(late);
			resolve(address);
		};
		server.stdout?.on("data", hear);
		server.stderr?.on("data", hear);
		server.once("exit", (code) => fail(`ended with code ${code}`));
	});
}

function ended(server: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (server.exitCode !== null) return resolve();
		server.removeAllListeners("exit");
		server.once("exit", () => resolve());
		server.kill("SIGTERM");
	});
}
