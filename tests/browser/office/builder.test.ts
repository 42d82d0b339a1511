import type { Page } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "builder" });

const storm = [
	"Cây xanh trong sân trường đã được cắt tỉa, chằng chống",
	"Mái tôn, cửa kính đã được gia cố",
	"Có danh sách liên hệ khẩn cấp với xã",
	"Hồ sơ, thiết bị điện đã được kê cao",
	"Có lịch trực phòng chống bão",
];

const rows = (page: Page) => page.getByRole("navigation", { name: "Dàn ý của mẫu" }).locator("[data-item]");
const saved = (page: Page) => expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();

test("a storm checklist of five items, with the keyboard alone and in under two minutes", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto("/office/templates");
	const begun = Date.now();

	await page.getByRole("link", { name: "Soạn mẫu mới" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Soạn mẫu mới" })).toBeVisible();
	await page.getByLabel("Tên mẫu").focus();
	await page.keyboard.type("Bảng kiểm phòng chống bão 2026");
	await page.keyboard.press("Enter");

	// The cursor stands in the first item; Enter goes on to the next.
	await expect(page.getByLabel("Nội dung", { exact: true })).toBeFocused();
	for (const [at, text] of storm.entries()) {
		if (at > 0) {
			await page.keyboard.press("Enter");
			await expect(page.getByRole("heading", { name: `Mục A.${at + 1}` })).toBeVisible();
		}
		await page.keyboard.type(text);
	}
	await expect(rows(page)).toHaveCount(5);
	await saved(page);
	await expect(page.getByText("Chưa thấy lỗi nào.")).toBeVisible();

	await test.step("keys move an item, and Ctrl+Z takes it back", async () => {
		await rows(page).nth(4).getByRole("link").focus();
		await page.keyboard.press("Alt+ArrowUp");
		await expect(rows(page).nth(3)).toContainText("Có lịch trực");
		await expect(rows(page).nth(3).getByRole("link")).toBeFocused();
		await page.keyboard.press("Control+z");
		await expect(rows(page).nth(4)).toContainText("Có lịch trực");
		await page.keyboard.press("Delete");
		await expect(rows(page)).toHaveCount(4);
		await page.keyboard.press("Control+z");
		await expect(rows(page)).toHaveCount(5);
	});
	expect(Date.now() - begun).toBeLessThan(120_000);
	await expectAccessible(page);

	await test.step("what is on the page is what is stored", async () => {
		await saved(page);
		await page.reload();
		for (const [at, text] of storm.entries()) await expect(rows(page).nth(at)).toContainText(text);
		const [stored] = site.rows<{ definition: string }>(
			"select definition from template_version v join template t on t.id = v.template_id where t.code = 'BKPCB-2026'",
		);
		for (const text of storm) expect(stored?.definition).toContain(text);
	});
});

test("two windows write one draft: everything is kept, and the same field is asked about", async ({ site, visit }) => {
	const account = accountOf(site, "office_admin");
	const [one, other] = [await visit({ account }), await visit({ account })];
	const [draft] = site.rows<{ id: string; template: string }>(
		"select v.id, v.template_id as template from template_version v where v.state = 'draft' order by v.id",
	);
	const path = `/office/templates/${draft?.template}/versions/${draft?.id}/edit`;
	await one.goto(path);
	await other.goto(path);
	const [first, second] = ["Ngày rà soát tại trường", "Ngày đoàn rà soát"];
	const text = (page: Page) => page.getByLabel("Nội dung", { exact: true });

	await text(one).fill(first);
	await saved(one);
	await text(other).fill(second);
	await other.getByLabel("Hướng dẫn cho người trả lời").fill("Ghi ngày của biên bản");

	await expect(other.getByText("Hai người cùng sửa một chỗ")).toBeVisible();
	await expect(text(other)).toHaveValue(first);
	await other.getByRole("button", { name: "Giữ bản của tôi" }).click();
	await expect(text(other)).toHaveValue(second);
	await expect(other.getByText("Hai người cùng sửa một chỗ")).toBeHidden();
	await saved(other);

	// The first window hears of it by itself.
	await expect(text(one)).toHaveValue(second, { timeout: 15_000 });
	await expect(one.getByLabel("Hướng dẫn cho người trả lời")).toHaveValue("Ghi ngày của biên bản");
});

test("without a network one writes on; it arrives when the network is back", async ({ site, visit, complaints }) => {
	// Remix looks ahead for the routes that links lead to.
	complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch manifest patches/);
	const page = await visit({ account: accountOf(site, "office_admin") });
	const [draft] = site.rows<{ id: string; template: string }>(
		"select v.id, v.template_id as template from template_version v where v.state = 'draft' order by v.id",
	);
	await page.goto(`/office/templates/${draft?.template}/versions/${draft?.id}/edit?part=head`);
	// What the page fetches for its links has come; from here on only the draft travels.
	await page.waitForLoadState("networkidle");
	await page.context().setOffline(true);
	await page.getByLabel("Tên mẫu").fill("Tên viết khi mất mạng");
	await expect(page.getByText(/Chờ mạng \(1\)/)).toBeVisible();
	await page.context().setOffline(false);
	await saved(page);
	expect(site.rows("select 1 from template where title like '%Tên viết khi mất mạng%'")).toHaveLength(1);
});
