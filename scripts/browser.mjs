/** Finds a browser to test with. No dependencies. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { say } from "./setup.mjs";

const names = [
	"google-chrome",
	"google-chrome-stable",
	"chromium",
	"chromium-browser",
	"microsoft-edge",
	"chrome",
	"msedge",
];

const places = {
	darwin: [
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
	],
	win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
		["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((path) =>
			join(process.env[variable] ?? "C:/none", path),
		),
	),
};

/** Path of an installed Chrome, Edge or Chromium: CHROME_PATH, then the usual places, then the PATH; null when there is none. */
export function findBrowser() {
	const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	const candidates = [process.env.CHROME_PATH, ...(places[process.platform] ?? []), ...onPath];
	return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Lets Playwright install its own Chromium; its path, or null when that does not work out. */
export function installBrowser(root) {
	say("Không thấy trình duyệt; để Playwright cài Chromium…", "no browser found; Playwright installs Chromium");
	const cli = join(root, "node_modules/@playwright/test/cli.js");
	const { status } = spawnSync(process.execPath, [cli, "install", "--with-deps", "chromium"], {
		cwd: root,
		stdio: "inherit",
	});
	if (status !== 0) return null;
	const ask = `import(${JSON.stringify(pathToFileURL(join(root, "node_modules/@playwright/test/index.mjs")).href)}).then((p) => console.log(p.chromium.executablePath()))`;
	const path = spawnSync(process.execPath, ["-e", ask], { cwd: root, encoding: "utf8" }).stdout.trim();
	return path && existsSync(path) ? path : null;
}
