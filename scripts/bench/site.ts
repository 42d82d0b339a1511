import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "#app/domain/id.ts";
import { type App, openApp } from "#app/platform/app.ts";
import { readConfig } from "#app/platform/config.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { Store } from "#db/store.ts";
import { startPostgres } from "#tests/support/postgres-server.ts";
import { type Province, seedProvince } from "../seed/province.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A school's head, signed in, and the return that waits for it. */
export type Sender = { cookie: string; returnId: string };

/** A generated province on one engine, served by the built server in a process of its own. */
export type Site = {
	engine: Engine;
	origin: string;
	store: Store;
	province: Province;
	/** In random order, so that neighbours do not write neighbouring rows. */
	senders: Sender[];
	officerCookie: string;
	/** Resident memory of the server, in megabytes; null where the system does not tell. */
	megabytes(): number | null;
	/** Time on a processor that the server has taken so far, in milliseconds: what a crowded machine cannot blur. */
	cpuMilliseconds(): number | null;
	close(): Promise<void>;
};

/** Builds the province in `folder`, signs everybody in and starts the server as it runs in earnest: every commit flushed to disk. */
export async function openSite(
	engine: Engine,
	folder: string,
	size: { schools: number; items: number },
): Promise<Site> {
	const postgres = engine === "postgres" ? await startPostgres(join(folder, "postgres"), { durable: true }) : null;
	const databaseUrl = await postgres?.createDatabase("bench");
	const env = {
		DATA_DIR: folder,
		PORT: "0",
		LOG_LEVEL: "warn",
		SEED: "none",
		...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
	};
	const app = await openApp(readConfig(env));
	const province = await seedProvince(app.store, engine, size);
	const senders = await signInSchools(app, province.openCampaignId);
	const [officerCookie = ""] = await signIn(app, [province.officerId]);
	const server = await startServer(env);
	return {
		engine,
		origin: server.origin,
		store: app.store,
		province,
		senders,
		officerCookie,
		megabytes: () => residentMegabytes(server.child.pid),
		cpuMilliseconds: () => processorTime(server.child.pid),
		async close() {
			const ended = new Promise((resolve) => server.child.once("exit", resolve));
			server.child.kill("SIGTERM");
			await ended;
			await app.close();
			await postgres?.stop();
		},
	};
}

async function signInSchools(app: App, campaignId: string): Promise<Sender[]> {
	const rows = await app.store.read
		.selectFrom("recipient")
		.innerJoin("membership", "membership.unit_id", "recipient.school_id")
		.select(["membership.person_id", "recipient.return_id"])
		.where("recipient.campaign_id", "=", campaignId)
		.where("membership.role", "=", "principal")
		.execute();
	const cookies = await signIn(
		app,
		rows.map((row) => row.person_id),
	);
	const senders = rows.map((row, i) => ({ cookie: cookies[i] ?? "", returnId: row.return_id }));
	for (let i = senders.length - 1; i > 0; i--) {
		const j = Math.floor(Math.random() * (i + 1));
		[senders[i], senders[j]] = [senders[j] as Sender, senders[i] as Sender];
	}
	return senders;
}

const sessionColumns: BulkColumn[] = [
	...["id", "token", "userId"].map((name): BulkColumn => ({ name, type: "text" })),
	...["expiresAt", "createdAt", "updatedAt"].map((name): BulkColumn => ({ name, type: "timestamptz" })),
];

/** Sessions as signing in makes them; the cookie of each person. */
async function signIn(app: App, personIds: string[]): Promise<string[]> {
	const now = new Date();
	const times = {
		createdAt: now.toISOString(),
		updatedAt: now.toISOString(),
		expiresAt: new Date(now.getTime() + 14 * 86_400_000).toISOString(),
	};
	const sessions = personIds.map((userId) => ({
		id: newId(),
		token: randomBytes(24).toString("base64url"),
		userId,
		...times,
	}));
	for (let at = 0; at < sessions.length; at += 1_000) {
		await app.store.transaction((db) =>
			insertRows(db, app.store.engine, "session", sessionColumns, sessions.slice(at, at + 1_000)),
		);
	}
	return sessions.map(({ token }) => app.auth.cookie.sign(token));
}

function startServer(env: Record<string, string>): Promise<{ child: ChildProcess; origin: string }> {
	const child = spawn(process.execPath, [join(root, "build/serve.js")], {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	return new Promise((resolve, reject) => {
		let said = "";
		child.stdout?.on("data", (piece: Buffer) => {
			said += piece.toString();
			const origin = /http:\/\/[\d.:]+/.exec(said)?.[0];
			if (origin) resolve({ child, origin });
		});
		child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
	});
}

function residentMegabytes(pid: number | undefined): number | null {
	try {
		const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return kilobytes ? Math.round(Number(kilobytes) / 1_024) : null;
	} catch {
		return null;
	}
}

function processorTime(pid: number | undefined): number | null {
	try {
		// After the name in brackets, fields 14 and 15 of the line: user and system time in hundredths of a second.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
		return (Number(fields[11]) + Number(fields[12])) * 10;
	} catch {
		return null;
	}
}
