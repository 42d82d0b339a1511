import { expect, type Locator, type Page } from "@playwright/test";
import type { Site } from "../../../scripts/demo-site/site.ts";
import { day } from "./days.ts";

type Section = { code: string; items: { code: string; type: string; allowNa?: boolean }[] };

/** A section of criteria above all, and three of them to which all three buttons belong. */
export function criteriaOf(sections: readonly Section[]) {
	for (const { code: section, items } of sections) {
		const judged = items.filter(({ type }) => type === "verdict");
		const [first, second, third] = judged.flatMap(({ code, allowNa }) => (allowNa ? code : []));
		if (first && second && third && judged.length * 2 > items.length) return { section, first, second, third };
	}
	throw new Error("a form without criteria");
}

/** The open return of a school, and the sections of its form. */
export function ownReturn(site: Site, code: string): { id: string; sections: Section[] } {
	const [row] = site.rows<{ id: string; definition: string }>(
		`select r.return_id as id, v.definition from recipient r join campaign c on c.id = r.campaign_id
			join template_version v on v.id = c.version_id
			where r.code = ? and c.state = 'issued'
				and (select v.conduct from template_version v where v.id = c.version_id) is null order by c.issued_at limit 1`,
		code,
	);
	if (!row) throw new Error(`nothing is open for ${code}`);
	return { id: row.id, sections: JSON.parse(row.definition).sections };
}

/** The answers that the server keeps of a return, by item. */
export function savedAnswers(site: Site, returnId: string): Record<string, unknown> {
	const rows = site.rows<{ item: string; value: string }>(
		"select item, value from answer where return_id = ?",
		returnId,
	);
	return Object.fromEntries(rows.map(({ item, value }) => [item, JSON.parse(value)]));
}

export const sectionPath = (returnId: string, section: string) =>
	`/school/returns/${returnId}/sections/${encodeURIComponent(section)}`;

/** The card of one item. */
export const card = (page: Page, item: string): Locator => page.locator(`[id="item-${item}"]`);

/** Presses *Đạt*, *Chưa đạt* or *Không áp dụng*, by what is meant: knock-out conditions have words of their own. */
export async function judge(page: Page, item: string, value: "met" | "unmet" | "na"): Promise<void> {
	await card(page, item).locator(`input[type=radio][value=${value}]`).check();
}

/** Everything given so far is on the server. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d$/)).toBeVisible();
}

/** Gives every empty item of the open section an answer that passes, but for those left out. */
export async function fillSection(page: Page, leaveOut: readonly string[] = []): Promise<void> {
	const cards = page.locator("li[id^='item-']");
	for (let at = 0; at < (await cards.count()); at += 1) {
		const item = cards.nth(at);
		const code = ((await item.getAttribute("id")) ?? "").slice("item-".length);
		if (leaveOut.includes(code) || (await item.locator("input[type=radio]:checked").count()) > 0) continue;
		await fillItem(item);
	}
}

async function fillItem(item: Locator): Promise<void> {
	const first = (selector: string) => item.locator(selector).first();
	const has = async (selector: string) => (await item.locator(selector).count()) > 0;
	if (await has("input[type=radio][value=met]")) await first("input[type=radio][value=met]").check();
	else if (await has("input[type=radio]")) await first("input[type=radio]").check();
	else if (await has("input[type=checkbox][name^='v.']")) {
		const boxes = item.locator("input[type=checkbox][name^='v.']");
		for (let at = 0; at < Math.min(3, await boxes.count()); at += 1) await boxes.nth(at).check();
	} else if (await has("input[type=date]")) await first("input[type=date]").fill(day(0).typed);
	else if (await has("input[inputmode=numeric][name^='v.'], input[inputmode=decimal][name^='v.']")) {
		// Rooms add up: as many safe ones as there are, none to mend.
		await first("input[name^='v.']").fill(/sửa chữa/.test((await item.textContent()) ?? "") ? "0" : "10");
	} else if (await has("select[name^='v.']")) await first("select").selectOption({ index: 1 });
}
