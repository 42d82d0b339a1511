import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Account } from "../../../scripts/demo-site/accounts.ts";
import { signIn } from "../../../scripts/demo-site/sign-in.ts";
import { type Site, startSite } from "../../../scripts/demo-site/site.ts";
import { Complaints } from "./complaints.ts";
import { SEEDED } from "./global-setup.ts";

export { expect };

/** Whose screen: the phone in the schoolyard or the laptop in the office. */
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
export const laptop: BrowserContextOptions = {
	viewport: { width: 1280, height: 900 },
	isMobile: false,
	hasTouch: false,
};

export type Visit = BrowserContextOptions & {
	/** Signed in as this account; nobody when absent. */
	account?: Account;
};

type PerTest = {
	complaints: Complaints;
	/** Opens a browser of its own, on the project's device unless told otherwise. */
	visit(options?: Visit): Promise<Page>;
};

type PerWorker = {
	/** Files with the same word share a server and its data, one after the other; another word gets fresh data. */
	data: string;
	site: Site;
	/** Cookies of those who signed in before, by username. */
	signedIn: Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>;
};

export const test = base.extend<PerTest, PerWorker>({
	data: ["shared", { scope: "worker", option: true }],
	site: [
		async ({ data }, use) => {
			const seeded = process.env[SEEDED];
			if (!seeded) throw new Error("the global setup did not run");
			const site = await startSite(seeded, data);
			await use(site);
			await site.stop();
			site.remove();
		},
		{ scope: "worker", timeout: 60_000 },
	],
	signedIn: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
		async ({}, use) => use(new Map()),
		{ scope: "worker" },
	],
	baseURL: async ({ site }, use) => use(site.url),
	complaints: [
		// biome-ignore lint/correctness/noEmptyPattern: as above
		async ({}, use) => {
			const complaints = new Complaints();
			await use(complaints);
			expect(complaints.unexpected(), "complaints of the browser").toEqual([]);
		},
		{ auto: true },
	],
	context: async ({ context, complaints }, use) => {
		complaints.listen(context);
		await use(context);
	},
	visit: async ({ browser, contextOptions, viewport, isMobile, hasTouch, site, signedIn, complaints }, use) => {
		const opened: BrowserContext[] = [];
		await use(async ({ account, ...options } = {}) => {
			const known = account && (signedIn.get(account.username) ?? (await signedInState(account)));
			const context = await open({ ...options, ...(known ? { storageState: known } : {}) });
			return context.newPage();
		});
		for (const context of opened) await context.close();

		async function open(options: BrowserContextOptions): Promise<BrowserContext> {
			const device = { viewport, isMobile, hasTouch };
			const language = { locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" };
			const context = await browser.newContext({
				...contextOptions,
				...device,
				...language,
				baseURL: site.url,
				...options,
			});
			opened.push(context);
			complaints.listen(context);
			return context;
		}

		/** Through the page, once per account and server. */
		async function signedInState(account: Account) {
			const context = await open({});
			const page = await context.newPage();
			await signIn(page, account);
			const state = await context.storageState();
			await context.close();
			signedIn.set(account.username, state);
			return state;
		}
	},
});
