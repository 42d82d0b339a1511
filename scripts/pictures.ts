/**
 * `npm run pictures`: takes the pictures of `docs/pictures/` from a freshly seeded demo district, so that they show what the app is
 * today. Needs a build (`npm run build`) and a Chrome, Edge or Chromium.
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as browserType, type Page } from "@playwright/test";
import { accountOf } from "./demo-site/accounts.ts";
import { chromium } from "./demo-site/chromium.ts";
import { signIn } from "./demo-site/sign-in.ts";
import { type Site, startSite } from "./demo-site/site.ts";
import { type Picture, pictures } from "./pictures/list.ts";

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
/** Above this a picture makes every clone slow. */
const LIMIT = 300_000;

const site = await startSite(null);
try {
	mkdirSync(folder, { recursive: true });
	await takeAll(site);
} finally {
	await site.stop();
	site.remove();
}

async function takeAll(site: Site): Promise<void> {
	const browser = await browserType.launch(chromium);
	try {
		for (const picture of pictures(site)) {
			const context = await browser.newContext({
				baseURL: site.url,
				viewport: picture.size,
				colorScheme: picture.dark ? "dark" : "light",
				locale: "vi-VN",
				timezoneId: "Asia/Ho_Chi_Minh",
				reducedMotion: "reduce",
				isMobile: picture.size.width < 500,
				hasTouch: picture.size.width < 500,
			});
			const page = await context.newPage();
			await signIn(page, accountOf(site, picture.as, picture.school));
			await take(page, picture);
			await context.close();
		}
	} finally {
		await browser.close();
	}
}

async function take(page: Page, picture: Picture): Promise<void> {
	await page.goto(picture.path);
	await picture.prepare?.(page);
	await page.evaluate(() => document.fonts.ready);
	const path = join(folder, `${picture.name}.png`);
	await page.screenshot({ path, animations: "disabled", caret: "hide" });
	const { size } = statSync(path);
	console.log(`docs/pictures/${picture.name}.png  ${Math.round(size / 1000)} kB`);
	if (size > LIMIT) throw new Error(`${picture.name}.png is larger than ${LIMIT / 1000} kB`);
}
