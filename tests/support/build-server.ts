import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { ServerBuild } from "@remix-run/node";
import { onTestFinished } from "vitest";
import { type App, appOver } from "#app/platform/app.ts";
import { type Config, readConfig } from "#app/platform/config.ts";
import { folderStore } from "#app/platform/files.ts";
import { createHttpServer } from "#app/platform/http.ts";
import { openLog } from "#app/platform/log.ts";
import type { Store } from "#db/store.ts";

/** A folder of its own for one test, taken away after it. */
export function freshFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "toolkit-test-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** An app over a test's store. What it logs is kept as lines of JSON. */
export function buildApp(store: Store, config: Partial<Config> = {}): { app: App; logged: () => string } {
	const lines: string[] = [];
	const sink = new Writable({
		write(line, _encoding, done) {
			lines.push(String(line));
			done();
		},
	});
	const dataDir = freshFolder();
	const app = appOver({
		config: { ...readConfig({ DATA_DIR: dataDir }), port: 0, ...config },
		store,
		secret: "a-secret-for-tests-that-is-long-enough",
		log: openLog("debug", sink),
		files: folderStore(join(dataDir, "files")),
	});
	return { app, logged: () => lines.join("") };
}

/** The server of an app on a free port, closed after the test. */
export async function serve(
	app: App,
	build: ServerBuild,
	clientDir = "/nonexistent",
): Promise<{ server: Server; port: number }> {
	const server = createHttpServer(app, build, clientDir);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { server, port: (server.address() as AddressInfo).port };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };
export type Asked = { method?: string; headers?: Record<string, string>; body?: Iterable<string | Uint8Array> };

/** One request exactly as given: no following of redirects, no mending of the path, several pieces of body sent as chunks. */
export function ask(
	port: number,
	path: string,
	{ method = "GET", headers = {}, body = [] }: Asked = {},
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const req = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, (res) => {
			const pieces: Buffer[] = [];
			res.on("data", (piece: Buffer) => pieces.push(piece));
			res.on("end", () => {
				const bytes = Buffer.concat(pieces);
				resolve({ status: res.statusCode ?? 0, headers: res.headers, text: bytes.toString("utf8"), bytes });
			});
			res.on("error", reject);
		});
		req.on("error", reject);
		for (const piece of body) req.write(piece);
		req.end();
	});
}
