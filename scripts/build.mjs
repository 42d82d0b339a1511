/**
 * Builds what `npm start` serves into `build/`: the pages (Remix through Vite), the server process and its workers (esbuild),
 * and compressed copies of the browser's files. `serve.js` is written last: while it is absent or older than the sources,
 * `scripts/start.mjs` builds again.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "build");

/** Pages for the browser and for the server: `build/client`, `build/server`. */
function buildPages() {
	const cli = join(root, "node_modules/@remix-run/dev/dist/cli.js");
	const { status } = spawnSync(process.execPath, [cli, "vite:build", "--logLevel", "error"], {
		cwd: root,
		stdio: "inherit",
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** The server and each worker as one file; packages stay in node_modules, where native ones need to be. */
async function buildProcesses() {
	const jobs = join(root, "app/platform/jobs");
	const workers = existsSync(jobs) ? readdirSync(jobs).filter((name) => name.endsWith(".worker.ts")) : [];
	const options = {
		absWorkingDir: root,
		bundle: true,
		packages: "external",
		platform: "node",
		format: "esm",
		target: "node20",
		sourcemap: true,
		logLevel: "warning",
		plugins: [keepAddresses],
	};
	for (const name of workers) {
		await build({ ...options, entryPoints: [join(jobs, name)], outfile: join(out, name.replace(/\.ts$/, ".js")) });
	}
	await build({ ...options, entryPoints: [join(root, "scripts/serve.ts")], outfile: join(out, "server.js") });
	writeFileSync(join(out, "serve.js"), start);
}

/**
 * Packages read NODE_ENV while they load, so it is set before any of them is. Left to itself V8 lets what a page leaves behind grow to four
 * times what is in use before it clears up: two fifths more cost no time here and keep the server at half the memory.
 */
const start = `import { setFlagsFromString } from "node:v8";
setFlagsFromString("--heap-growing-percent=40");
process.env.NODE_ENV ||= "production";
await import("./server.js");
`;

/** What scripts and seed data read from beside their source they still find: there `import.meta.url` stays the address of the source. */
const keepAddresses = {
	name: "keep-addresses",
	setup({ onLoad }) {
		onLoad({ filter: /\.ts$/ }, ({ path }) => {
			const source = relative(out, path).replaceAll("\\", "/");
			if (!/^\.\.\/(scripts|db)\//.test(source)) return null;
			const text = readFileSync(path, "utf8");
			return {
				contents: text.replaceAll("import.meta.url", `new URL("${source}", import.meta.url).href`),
				loader: "ts",
			};
		});
	},
};

/** Beside each text file a `.br` and a `.gz`, made once here instead of at every request. */
function compressAssets(folder) {
	for (const entry of readdirSync(folder, { recursive: true })) {
		const path = join(folder, String(entry));
		if (!/\.(js|css|svg|json|webmanifest|txt)$/.test(path) || statSync(path).size < 1_024) continue;
		const bytes = readFileSync(path);
		const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
		writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
		writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
	}
}

rmSync(join(out, "serve.js"), { force: true });
buildPages();
compressAssets(join(out, "client"));
await buildProcesses();
