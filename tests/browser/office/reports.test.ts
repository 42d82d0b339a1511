import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import JSZip from "jszip";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { fillSection, ownReturn, sectionPath } from "../support/filling.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "reports" });

const paper = (page: Page) => page.getByRole("region", { name: /^(Trang giấy|Nội dung báo cáo)$/ });
const part = (page: Page, title: string) => page.getByRole("textbox", { name: title, exact: true });
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d$/).first();

async function downloaded(page: Page, link: string): Promise<Buffer> {
	const waiting = page.waitForEvent("download");
	await page.getByRole("link", { name: link }).click();
	return readFile(await (await waiting).path());
}

const numberOf = async (figure: Locator) => Number(/\d+/.exec((await figure.textContent()) ?? "")?.[0]);
const entry = async (bytes: Buffer, name: string) => (await JSZip.loadAsync(bytes)).file(name)?.async("string");

/** A school fills every section and sends. */
async function send(page: Page, id: string, sections: readonly { code: string }[]): Promise<void> {
	await page.goto(sectionPath(id, sections[0]?.code ?? ""));
	for (let step = 0; step < sections.length + 1 && !page.url().endsWith("/check"); step += 1) {
		await fillSection(page);
		const before = await page.getByRole("heading", { level: 1 }).textContent();
		await page.locator("button[name=go]").last().click();
		await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
	}
	await page.getByLabel(/Tôi cam đoan/).check();
	await page.getByRole("button", { name: "Gửi báo cáo" }).click();
	await expect(page.getByText("Báo cáo đã được gửi.")).toBeVisible();
}

test("a report is drafted from its letter, written beside its paper, follows a late return, is issued with its files and corrected", async ({
	site,
	visit,
}) => {
	test.setTimeout(240_000);
	const officer = await visit({ account: accountOf(site, "officer") });
	let figure = "";

	await test.step("it is drafted from the letter", async () => {
		await officer.goto("/office/directives");
		await officer.getByRole("link", { name: "566-CV/HU" }).click();
		await officer.getByRole("link", { name: "Lập báo cáo" }).click();
		await officer.getByRole("button", { name: "Soạn dự thảo" }).click();
		await expect(part(officer, "1. Ưu điểm")).toBeVisible();
		const task = officer.getByRole("textbox", { name: /\(nhiệm vụ 4b\)$/ });
		const keys = [...(await task.inputValue()).matchAll(/“([^”]+)”[^“]*?\{\{(d\d+)\.da-nop\}\}/g)];
		figure = keys.find(([, title]) => /đợt 2/.test(title ?? ""))?.[2] ?? "";
		expect(figure, "the open round for nursery schools").not.toBe("");
	});
	const address = officer.url();

	await test.step("a part saves itself and the paper follows, figures filled in", async () => {
		await part(officer, "1. Ưu điểm").fill(
			`Đã nộp {{${figure}.da-nop}} cơ sở.\n- Lãnh đạo quan tâm;\n- Giáo viên nhiệt tình.`,
		);
		await expect(paper(officer)).toContainText(/Đã nộp \d+ cơ sở\./);
		await expect(paper(officer).getByRole("listitem").filter({ hasText: "Giáo viên nhiệt tình." })).toBeVisible();
		await expect(saved(officer)).toBeVisible();
		await part(officer, "2. Hạn chế, khó khăn").fill("Sai mã {{d9.khong-co}}");
		await expect(officer.getByText(/Không có số liệu nào mang mã \{\{d9\.khong-co\}\}/)).toBeVisible();
		await part(officer, "2. Hạn chế, khó khăn").fill("Kinh phí hạn hẹp.");
		await part(officer, "3. Nguyên nhân").fill("Ngân sách eo hẹp.");
		await part(officer, "Nhiệm vụ thời gian tới").fill("Tiếp tục đôn đốc.");
		await expect(officer.getByText("Đang lưu…")).toHaveCount(0);
		await expectAccessible(officer);
		await officer.reload();
		await expect(part(officer, "2. Hạn chế, khó khăn")).toHaveValue("Kinh phí hạn hẹp.");
	});

	await test.step("of two officers on one part neither loses a word; on a phone, too", async () => {
		const colleague = await visit({ account: accountOf(site, "officer"), ...phone });
		await colleague.goto(address);
		await part(officer, "3. Nguyên nhân").fill("Ngân sách chưa đủ.");
		await expect(saved(officer)).toBeVisible();
		await part(colleague, "3. Nguyên nhân").fill("Nhiều điểm trường lẻ.");
		const both = colleague.getByRole("alert").filter({ hasText: "Phần này vừa được người khác sửa" });
		await expect(both).toContainText("Ngân sách chưa đủ.");
		await expect(both).toContainText("Nhiều điểm trường lẻ.");
		await colleague.getByRole("button", { name: "Đã soát xong" }).click();
		await expect(colleague.getByText("Có phần chưa lưu được. Hãy sửa phần ấy trước.")).toBeVisible();
		await both.getByRole("button", { name: "Giữ lời của tôi" }).click();
		await expect(saved(colleague)).toBeVisible();
		await officer.reload();
		await expect(part(officer, "3. Nguyên nhân")).toHaveValue("Nhiều điểm trường lẻ.");
	});

	await test.step("a school returns: the figure is marked with both values until it is accepted", async () => {
		const { id, sections } = ownReturn(site, openSchools.group);
		await send(await visit({ account: accountOf(site, "principal", openSchools.group), ...phone }), id, sections);
		await officer.goto(address);
		const line = paper(officer)
			.getByRole("paragraph")
			.filter({ hasText: /^Đã nộp/ });
		const [was, now] = [await numberOf(line.locator("del")), await numberOf(line.locator("ins"))];
		expect(now).toBe(was + 1);
		await officer.getByRole("button", { name: "Đã soát xong" }).click();
		await expect(officer.getByRole("alert")).toContainText("Còn phần chưa viết");
		for (const area of await officer.locator("textarea[id^='text-']").all())
			if ((await area.inputValue()) === "") await area.fill("Phòng đã chỉ đạo thực hiện.");
		await officer.getByRole("button", { name: "Đã soát xong" }).click();
		await expect(officer.getByRole("alert")).toContainText("số liệu đã thay đổi từ lúc soạn");
		await officer.getByRole("button", { name: "Nhận mọi số liệu mới" }).click();
		await expect(paper(officer)).toContainText(`Đã nộp ${now} cơ sở.`);
		await expect(paper(officer).locator("del")).toHaveCount(0);
	});

	await test.step("checked right after the last key, with that key", async () => {
		await part(officer, "Nhiệm vụ thời gian tới").fill("Tiếp tục đôn đốc các trường.");
		await officer.getByRole("button", { name: "Đã soát xong" }).click();
		await expect(officer.getByRole("button", { name: "Phát hành" })).toBeVisible();
		await expect(paper(officer)).toContainText("Tiếp tục đôn đốc các trường.");
		await expect(officer.getByRole("textbox", { name: "3. Nguyên nhân" })).toHaveCount(0);
	});

	await test.step("issued with number, day and signer; its files open", async () => {
		await officer.getByLabel("Số", { exact: true }).fill("87");
		await officer.getByLabel("Họ và tên người ký").fill("Phạm Thị Hoa");
		await officer.getByRole("button", { name: "Phát hành" }).click();
		// Three files of annexes are written before it answers.
		await expect(officer.getByText("Bản đã phát hành: nội dung, số liệu và tệp không thay đổi nữa.")).toBeVisible({
			timeout: 40_000,
		});
		await expect(paper(officer)).toContainText("Số: 87/BC-PGDĐT");
		await expect(paper(officer)).toContainText("Phạm Thị Hoa");
		const docx = await downloaded(officer, "Báo cáo, Word (.docx)");
		expect(await entry(docx, "word/document.xml")).toContain("Tiếp tục đôn đốc các trường.");
		expect((await downloaded(officer, "Báo cáo, PDF")).subarray(0, 5).toString()).toBe("%PDF-");
		const xlsx = await downloaded(officer, "Phụ lục, bảng tính (.xlsx)");
		expect(await entry(xlsx, "xl/workbook.xml")).toContain("Phụ lục I");
	});

	await test.step("a correction is written, says what it changes, and leaves the first as it was", async () => {
		await officer.getByRole("button", { name: "Lập bản đính chính" }).click();
		await part(officer, "Nhiệm vụ thời gian tới").fill("Hoàn thành trước tháng 12.");
		await officer.getByRole("button", { name: "Đã soát xong" }).click();
		await officer.getByLabel("Số", { exact: true }).fill("88");
		await officer.getByLabel("Họ và tên người ký").fill("Phạm Thị Hoa");
		await officer.getByRole("button", { name: "Phát hành" }).click();
		await expect(officer.getByRole("alert").first()).toBeVisible();
		await officer.getByLabel("Nội dung đính chính").fill("Sửa nhiệm vụ thời gian tới.");
		await officer.getByRole("button", { name: "Phát hành" }).click();
		await expect(paper(officer)).toContainText("Số: 88/BC-PGDĐT", { timeout: 40_000 });
		await officer.getByRole("link", { name: "Bản đầu" }).click();
		await expect(paper(officer)).toContainText("Tiếp tục đôn đốc các trường.");
		await expect(officer.getByText("Bạn đang xem một bản cũ.")).toBeVisible();
	});

	await test.step("a reader sees it and is given nothing to change", async () => {
		const reader = await visit({ account: accountOf(site, "reader") });
		await reader.goto(address.replace(/\?.*/, ""));
		await expect(paper(reader)).toContainText("Hoàn thành trước tháng 12.");
		await expect(reader.getByRole("textbox")).toHaveCount(0);
		await expect(reader.getByRole("button", { name: /Lập bản đính chính|Phát hành|Đã soát/ })).toHaveCount(0);
		expect((await downloaded(reader, "Báo cáo, PDF")).subarray(0, 5).toString()).toBe("%PDF-");
	});
});
