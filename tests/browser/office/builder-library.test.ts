import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("items of the library are found without tone marks, looked at, and keep their code and origin", async ({
	site,
	visit,
}) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto("/office/templates/new");
	await page.getByLabel("Tên mẫu").fill("Kiểm tra bếp ăn");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Lấy từ ngân hàng mục" }).click();
	const library = page.getByRole("dialog", { name: "Ngân hàng mục" });
	await expect(library.getByRole("checkbox").first()).toBeVisible();
	await expectAccessible(page);

	await library.getByLabel("Tìm theo nội dung, mã hoặc căn cứ").fill("khong co muc nao nhu the nay");
	await expect(library.getByText("Không có mục nào khớp.")).toBeVisible();
	await library.getByLabel("Tìm theo nội dung, mã hoặc căn cứ").fill("bep mot chieu");
	const lines = library.getByRole("listitem").filter({ hasText: "bếp một chiều" }).filter({ hasText: "BK-MN" });
	await expect(lines.first()).toBeVisible();
	await lines.first().getByRole("checkbox").check();
	await library.getByRole("button", { name: "Thêm 1 mục" }).click();
	await expect(library).toBeHidden();
	await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();

	const id = /versions\/([^/]+)/.exec(page.url())?.[1];
	const kept = () => {
		const [row] = site.rows<{ definition: string }>("select definition from template_version where id = ?", id);
		const form = JSON.parse(row?.definition ?? "{}") as { sections: { items: { code: string; origin?: string }[] }[] };
		return form.sections.flatMap(({ items }) => items).filter(({ code }) => code.startsWith("MN-"));
	};
	await expect.poll(() => kept().length).toBe(1);
	const [item] = kept();
	const [known] = site.rows<{ n: number }>(
		"select count(*) as n from template_version where state = 'published' and definition like ?",
		`%"code":"${item?.origin ?? item?.code}"%`,
	);
	expect(known?.n).toBeGreaterThan(0);
	await expect(page.locator(`[data-item="${item?.code}"]`)).toContainText("bếp một chiều");
});
