import type { BrowserContext } from "@playwright/test";

/** What a browser complained about that nobody expected: console errors (a breach of the policy among them) and uncaught errors. */
export class Complaints {
	readonly #heard: string[] = [];
	// A form that is refused answers 413, 415, 422 or 429 and its page says why: the browser reports that, too.
	readonly #expected: RegExp[] = [/responded with a status of (413|415|422|429)/];

	/** Says beforehand what this test provokes. */
	expect(what: RegExp): void {
		this.#expected.push(what);
	}

	listen(context: BrowserContext): void {
		context.on("console", (message) => {
			if (message.type() !== "error") return;
			this.#heard.push(`${message.text()} (${message.location().url}) on ${message.page()?.url() ?? "a closed page"}`);
		});
		context.on("weberror", (error) => {
			this.#heard.push(
				`uncaught: ${error.error().stack ?? error.error()} on ${error.page()?.url() ?? "a closed page"}`,
			);
		});
	}

	unexpected(): string[] {
		return this.#heard.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
	}
}
