/** How the builder does with a form of 1,000 items and 500 conditions, in a real browser on a laptop's page. */
import { type BrowserContext, chromium as browserType, type Page } from "@playwright/test";
import { accountOf } from "../demo-site/accounts.ts";
import { chromium } from "../demo-site/chromium.ts";
import { signIn } from "../demo-site/sign-in.ts";
import { type Site, startSite } from "../demo-site/site.ts";
import { largeForm } from "./forms.ts";
import { quantile } from "./load.ts";

export type BuilderFigures = {
	/** Items of a section: an outline draws those of one that is open. */
	sectionSize: number;
	/** Milliseconds from asking for the page until its preview is there and answers. */
	opens: number;
	/** Milliseconds from a tap on the phone preview until the next picture, on a processor four times slower. */
	tap: { p50: number; worst: number };
};

const SLOWER = 4;
const OPENINGS = 5;
const TAPS = 20;

/** Needs a build, and a Chrome, Edge or Chromium. */
export async function measureBuilder(sectionSizes: readonly number[]): Promise<BuilderFigures[]> {
	const site = await startSite(null, "bench");
	const browser = await browserType.launch(chromium);
	try {
		const context = await browser.newContext({
			baseURL: site.url,
			locale: "vi-VN",
			viewport: { width: 1280, height: 900 },
		});
		const page = await context.newPage();
		await signIn(page, accountOf(site, "office_admin"));
		const path = await newDraft(page);
		const figures: BuilderFigures[] = [];
		for (const sectionSize of sectionSizes) {
			replaceForm(site, path, sectionSize);
			figures.push({ sectionSize, opens: await opens(page, path), tap: await taps(context, page) });
		}
		return figures;
	} finally {
		await browser.close();
		await site.stop();
		site.remove();
	}
}

async function newDraft(page: Page): Promise<string> {
	await page.goto("/office/templates/new");
	await page.getByLabel("Tên mẫu").fill("Mẫu để đo");
	await page.getByRole("button", { name: "Bắt đầu soạn" }).click();
	await page.waitForURL(/\/edit/);
	const path = new URL(page.url()).pathname;
	await page.goto("/office");
	return path;
}

function replaceForm(site: Site, path: string, sectionSize: number): void {
	const id = /versions\/([^/]+)/.exec(path)?.[1];
	const form = JSON.stringify(largeForm(sectionSize));
	const changed = site.change("update template_version set definition = ? where id = ?", form, id);
	if (changed !== 1) throw new Error(`no draft at ${path}`);
}

async function opens(page: Page, path: string): Promise<number> {
	const took: number[] = [];
	// The first one fills the browser's store of scripts, as any visit before has.
	for (let at = 0; at <= OPENINGS; at += 1) {
		await page.goto("/office");
		const from = performance.now();
		await page.goto(path, { waitUntil: "commit" });
		await page.locator("[data-phone] input[type=radio]").first().waitFor();
		// A row can be chosen once the page answers.
		await page.locator("[data-item] input[type=checkbox]").first().waitFor();
		if (at > 0) took.push(performance.now() - from);
	}
	return quantile(took, 0.5);
}

async function taps(context: BrowserContext, page: Page): Promise<BuilderFigures["tap"]> {
	const session = await context.newCDPSession(page);
	// What opening leaves to do afterwards is not a tap's.
	await page.waitForTimeout(3_000);
	await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
	const took: number[] = [];
	for (let at = 0; at < TAPS; at += 1) {
		took.push(
			await page.evaluate(async (which) => {
				const fields = document.querySelectorAll<HTMLInputElement>("[data-phone] input[type=radio]");
				const from = performance.now();
				fields[which]?.click();
				await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
				return performance.now() - from;
			}, at % 2),
		);
		await page.waitForTimeout(400);
	}
	await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
	await session.detach();
	return { p50: quantile(took, 0.5), worst: Math.max(...took) };
}
