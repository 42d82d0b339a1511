import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type App, openApp } from "#app/platform/app.ts";
import { type Config, ConfigError, readConfig } from "#app/platform/config.ts";
import { createHttpServer } from "#app/platform/http.ts";
import { explainStartError } from "#app/platform/start-error.ts";
import { stopServer } from "#app/platform/stop.ts";
import { seedDemo } from "./seed/demo.ts";
import { isEmpty } from "./seed/empty.ts";

/** Requests in flight get this long to finish when the server is told to stop. */
const STOP_MS = 10_000;

const root = fileURLToPath(new URL("..", import.meta.url));

/** Serves the built app until SIGTERM or SIGINT. Everything that can be wrong at start is said in a sentence, with exit code 1. */
async function serve(): Promise<void> {
	const config = readConfig(process.env);
	try {
		await run(config);
	} catch (error) {
		if (error instanceof ConfigError) throw error;
		const sentence = explainStartError(error, config);
		if (!sentence) throw error;
		throw new ConfigError(sentence);
	}
}

async function run(config: Config): Promise<void> {
	const app = await openApp(config);
	if (config.seed === "demo" && (await isEmpty(app.store))) {
		console.log(
			"Cơ sở dữ liệu còn trống: lập huyện mẫu (empty database: making the demo district; SEED=none leaves it empty)",
		);
		await seedDemo(app, (line) => console.log(`  ${line}`));
	}
	const build = (await import(pathToFileURL(join(root, "build/server/index.js")).href)) as ServerBuild;
	const server = createHttpServer(app, build, join(root, "build/client"));
	await listen(server, config);
	greet(server, config);

	process.once("uncaughtException", (error) => {
		app.log.fatal({ err: error }, "uncaught");
		process.exit(1);
	});
	let stopping = false;
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		process.on(signal, () => {
			if (!stopping) void stop(server, app);
			stopping = true;
		});
	}
}

function listen(server: Server, config: Config): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(config.port, config.host, resolve);
	});
}

async function stop(server: Server, app: App): Promise<void> {
	console.log("Đang dừng: chờ các yêu cầu đang xử lý… (stopping, requests in flight finish)");
	const finished = await stopServer(server, STOP_MS);
	if (!finished) app.log.warn(`requests still running after ${STOP_MS} ms were cut off`);
	await app.close();
	process.exit(0);
}

/** The address to open, and the demo accounts as long as their file is kept. */
function greet(server: Server, config: Config): void {
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : config.port;
	const host = ["0.0.0.0", "::"].includes(config.host) ? "localhost" : config.host;
	console.log(
		`\nSẵn sàng. Địa chỉ (address): ${config.origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`}`,
	);
	if (config.origin === null && !["127.0.0.1", "localhost", "::1"].includes(config.host)) {
		console.log(
			"Máy khác vào được nhưng chưa có https: mật khẩu đi qua mạng không mã hóa. Xem README, mục “Chạy thật”.",
		);
		console.log("Other machines can connect without https: passwords travel unencrypted. See README.");
	}
	const accounts = join(config.dataDir, "demo-accounts.txt");
	if (existsSync(accounts)) console.log(`\n${readFileSync(accounts, "utf8").trim()}\n(${accounts})`);
	console.log("\nDừng bằng Ctrl+C (stop with Ctrl+C).");
}

serve().catch((error) => {
	console.error(error instanceof ConfigError ? `\n${error.message}` : error);
	process.exit(1);
});
