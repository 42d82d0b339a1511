import { findBrowser } from "../browser.mjs";

/** Switches under which a browser behaves the same in a container and on a desk, and calls nobody. */
const args = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** How to start the installed Chrome, Edge or Chromium; without one Playwright starts its own, if that has been installed. */
export const chromium = { executablePath: findBrowser() ?? undefined, args };
