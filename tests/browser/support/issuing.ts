import { expect, type Page } from "@playwright/test";
import { day } from "./days.ts";

/** The officer issues a template for a task of letter 566, to everybody whom it fits; due in nine days. */
export async function issue(
	page: Page,
	{ task, template, title }: { task: string; template: RegExp; title: string },
): Promise<void> {
	await page.goto("/office/directives");
	await page.getByRole("link", { name: "566-CV/HU" }).click();
	await page.getByRole("link", { name: `cho nhiệm vụ ${task}` }).click();
	await page.getByRole("radio", { name: template }).check();
	await expect(page.getByRole("region", { name: "Danh sách nhận" }).first()).toContainText("đơn vị sẽ nhận");
	await page.getByLabel("Tên đợt").fill(title);
	await page.getByLabel("Hạn nộp").fill(day(9).typed);
	await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
	await page.getByRole("button", { name: /^Phát hành cho/ }).click();
	await expect(page.getByText("Đã phát hành.")).toBeVisible();
}
