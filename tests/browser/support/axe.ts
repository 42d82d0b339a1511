import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What light and dark can differ in. */
const ofColour = ["color-contrast", "link-in-text-block"];

/** No fault by WCAG 2.2 AA and good practice: everything in the light theme, what depends on colour again in the dark one. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
	expect.soft(await faults(new AxeBuilder({ page }).withTags(tags)), `light, ${page.url()}`).toEqual([]);
	await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
	expect.soft(await faults(new AxeBuilder({ page }).withRules(ofColour)), `dark, ${page.url()}`).toEqual([]);
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

async function faults(axe: AxeBuilder): Promise<string[]> {
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(
			(node) => `${id}: ${help}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`,
		),
	);
}

/** Nothing sticks out sideways at 320 px, the width of the smallest phone and of 400 % zoom. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 780 });
	const found = await page.evaluate(() => {
		const wide = [...document.body.querySelectorAll("*")].filter((element) => {
			const box = element.getBoundingClientRect();
			return (
				box.right > 321 && !element.closest("[class*=overflow-x]") && getComputedStyle(element).position !== "fixed"
			);
		});
		return {
			width: document.documentElement.scrollWidth,
			wide: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
		};
	});
	expect.soft(found.width, `${page.url()} is wider than 320 px: ${found.wide.join(" · ")}`).toBeLessThanOrEqual(320);
	if (before) await page.setViewportSize(before);
}
