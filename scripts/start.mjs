/**
 * `npm start`: from a fresh clone to a running server. Installs what is missing, builds when the sources are newer than the
 * build, then serves. Plain JavaScript without dependencies, because it runs before anything is installed.
 * `--watch` (npm run dev) builds and starts again after every change.
 */
import { spawn, spawnSync } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIsStale, checkNode, installMissing, root, say } from "./setup.mjs";

checkNode();
process.chdir(root);
installMissing();
if (process.argv.includes("--watch")) develop();
else {
	if (buildIsStale() && !runBuild()) process.exit(1);
	if (process.env.npm_lifecycle_event) stopWithParent();
	// In this process: signals arrive where the requests are, and no second Node takes up memory.
	process.setSourceMapsEnabled(true);
	await import(pathToFileURL(join(root, "build/serve.js")).href);
}

/** npm hands a signal to the shell between us, which dies of it without passing it on: whoever ends `npm start` means the server. */
function stopWithParent() {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, "SIGTERM");
	}, 300);
	watch.unref();
}

function runBuild() {
	say("Đang dựng ứng dụng, chừng nửa phút…", "building, about half a minute");
	const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
	if (status !== 0) say("Dựng không được: xem lỗi ở trên.", "the build failed, see above");
	return status === 0;
}

function develop() {
	let server = null;
	let waiting = null;
	const restart = () => {
		if (!runBuild()) return;
		const start = () => {
			server = spawn(process.execPath, ["--enable-source-maps", "build/serve.js"], { cwd: root, stdio: "inherit" });
			server.once("exit", () => {
				server = null;
			});
		};
		if (!server) return start();
		server.once("exit", start);
		server.kill("SIGTERM");
	};
	for (const folder of ["app", "db", "scripts", "public"]) {
		watch(join(root, folder), { recursive: true }, () => {
			clearTimeout(waiting);
			waiting = setTimeout(restart, 200);
		});
	}
	for (const signal of ["SIGTERM", "SIGINT"]) {
		process.on(signal, () => {
			if (!server) process.exit(0);
			server.once("exit", (code) => process.exit(code ?? 0));
			server.kill(signal);
		});
	}
	restart();
}
