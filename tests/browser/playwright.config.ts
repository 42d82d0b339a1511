import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { chromium } from "../../scripts/demo-site/chromium.ts";

const results = fileURLToPath(new URL("../../test-results/", import.meta.url));

/** A folder per device: `phone/` at 360 px, `office/` at 1280 px, `both/` on either. */
export default defineConfig({
	testDir: ".",
	outputDir: `${results}browser`,
	globalSetup: "./support/global-setup.ts",
	workers: 2,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 8_000 },
	reporter: [["list"], ["json", { outputFile: `${results}browser.json` }]],
	use: {
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		actionTimeout: 10_000,
		navigationTimeout: 20_000,
		launchOptions: chromium,
	},
	projects: [
		{
			name: "phone",
			testMatch: ["phone/**/*.test.ts", "both/**/*.test.ts"],
			use: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
		},
		{
			name: "office",
			testMatch: ["office/**/*.test.ts", "both/**/*.test.ts"],
			use: { viewport: { width: 1280, height: 900 } },
		},
	],
});
