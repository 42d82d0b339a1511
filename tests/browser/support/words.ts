import type { Locator, Page } from "@playwright/test";

/** The summary of what is wrong, or the sentence that says why something was not done. */
export const alertOf = (page: Page): Locator => page.getByRole("alert");

/** A number as pages write it: `1.204`. */
export function numberIn(text: string | null): number {
	return Number(/[\d.]+/.exec(text ?? "")?.[0]?.replaceAll(".", ""));
}
