import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { openApp } from "#app/platform/app.ts";
import { ConfigError, readConfig } from "#app/platform/config.ts";
import { createHttpServer } from "#app/platform/http.ts";

/** Serves the built app until SIGTERM or SIGINT; then requests in flight finish before the database closes. */
async function serve(): Promise<void> {
	const config = readConfig(process.env);
	const app = await openApp(config);
	const root = fileURLToPath(new URL("..", import.meta.url));
	const build = (await import(new URL("../build/server/index.js", import.meta.url).href)) as ServerBuild;
	const server = createHttpServer(app, build, `${root}build/client`);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(config.port, config.host, resolve);
	});
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : config.port;
	console.log(`Địa chỉ (address): ${config.origin ?? `http://${config.host === "0.0.0.0" ? "localhost" : config.host}:${port}`}`);

	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		server.close(async () => {
			await app.close();
			process.exit(0);
		});
		server.closeIdleConnections();
	};
	process.on("SIGTERM", stop);
	process.on("SIGINT", stop);
}

serve().catch((error) => {
	console.error(error instanceof ConfigError ? error.message : error);
	process.exit(1);
});
