/** What `npm start` and `npm test` do before anything else can run. No dependencies. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** One line in both languages. */
export function say(vi, en) {
	console.log(`${vi} (${en})`);
}

/** Ends the process with a clear sentence when Node is too old. */
export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	say(
		`Cần Node.js 20.19 trở lên; máy này có ${process.versions.node}. Tải bản mới tại https://nodejs.org rồi chạy lại.`,
		`Node.js 20.19 or newer is needed; get it from https://nodejs.org`,
	);
	process.exit(1);
}

/** Installs the packages of the lock when nothing is installed yet or the lock has changed since. */
export function installMissing() {
	const installed = join(root, "node_modules/.package-lock.json");
	const lock = join(root, "package-lock.json");
	if (existsSync(installed) && newest(lock) <= newest(installed)) return;
	say(
		"Đang cài các thư viện cần thiết, lần đầu mất vài phút…",
		"installing packages, the first time takes a few minutes",
	);
	// Not `npm ci`: it refuses a lock that lacks the native builds of other systems, and ours is written where only those for Linux
	// can be had. On another system the lock would leave them out, so there the ranges of package.json decide.
	const covered = readFileSync(lock, "utf8").includes(`"node_modules/@esbuild/${process.platform}-${process.arch}"`);
	const { status, error } = npm([
		"install",
		"--no-save",
		...(covered ? [] : ["--no-package-lock"]),
		"--loglevel=error",
	]);
	if (status === 0 && existsSync(installed)) {
		utimesSync(installed, new Date(), new Date());
		return;
	}
	say(
		"Cài thư viện không được. Hãy kiểm tra mạng và chỗ trống trên ổ đĩa, rồi chạy lại.",
		`npm install failed${error ? `: ${error.message}` : ""}; check the network and free disk space`,
	);
	process.exit(1);
}

/** npm under whatever name and place this machine has it. */
function npm(args) {
	const cli = process.env.npm_execpath;
	if (cli?.endsWith("js")) return spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: "inherit" });
	return spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
}

/** Whether the build is absent or any source is newer than it. */
export function buildIsStale() {
	const built = join(root, "build/serve.js");
	if (!existsSync(built)) return true;
	const sources = ["app", "db", "public", "scripts", "package-lock.json", "remix.config.js", "vite.config.ts"];
	return Math.max(...sources.map((path) => newest(join(root, path)))) > newest(built);
}

/** Latest change of a file, or of anything in a folder; 0 when it is not there. Tests are not part of what is built. */
function newest(path) {
	if (!existsSync(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	const inside = readdirSync(path, { withFileTypes: true }).filter((entry) => !/\.test\.tsx?$|^\.|~$/.test(entry.name));
	return Math.max(mtimeMs, ...inside.map((entry) => newest(join(path, entry.name))));
}
