import { existsSync } from "node:fs";
import { join } from "node:path";

/** Switches under which a browser behaves the same in a container and on a desk, and calls nobody. */
export const chromiumArgs = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

const places = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
		const folder = process.env[name];
		if (!folder) return [];
		return [
			join(folder, "Google\\Chrome\\Application\\chrome.exe"),
			join(folder, "Microsoft\\Edge\\Application\\msedge.exe"),
		];
	}),
];

/**
 * The browser to test with: `CHROME_PATH`, else an installed Chromium, Chrome or Edge, else undefined, which is Playwright's own
 * if it has been installed. Throws when `CHROME_PATH` names nothing.
 */
export function findChromium(): string | undefined {
	const asked = process.env.CHROME_PATH;
	if (asked) {
		if (!existsSync(asked)) throw new Error(`CHROME_PATH: there is no ${asked}`);
		return asked;
	}
	const folders = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
	const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...onPath, ...places].find((path) => existsSync(path));
}
