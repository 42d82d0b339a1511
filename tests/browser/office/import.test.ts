import { fileURLToPath } from "node:url";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "import" });

const list = (name: string) => fileURLToPath(new URL(`../../../db/seed/giao-thuy-2019/${name}`, import.meta.url));

test("a list with mistakes: every row has its fate and why, nothing is written before it is confirmed", async ({
	site,
	visit,
}) => {
	const names = () => JSON.stringify(site.rows("select code, name, status from unit order by code"));
	const before = names();
	const page = await visit({ account: accountOf(site, "officer") });
	await page.goto("/office/units");
	await page
		.getByRole("link", { name: /Nhập danh sách/ })
		.first()
		.click();

	await test.step("what is no list is refused in a sentence", async () => {
		await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
		await expect(page.getByRole("alert")).toBeVisible();
		const picture = { name: "anh.xlsx", mimeType: "image/png", buffer: Buffer.from("\x89PNG rubbish") };
		await page.getByLabel("Tệp danh sách").setInputFiles(picture);
		await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
		await expect(page.getByRole("alert")).toBeVisible();
		await expect(page).toHaveURL(/\/import$/);
	});

	await test.step("the list with mistakes is read", async () => {
		await page.getByLabel("Tệp danh sách").setInputFiles(list("danh-sach-truong-loi.xlsx"));
		await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toContainText("danh-sach-truong-loi.xlsx");
		await expect(page.getByText("Chưa có gì được ghi.")).toBeVisible();
	});

	await test.step("the rows that data/README.md tells of, each with its reason", async () => {
		const refused = page
			.getByRole("group", { name: "Lọc theo kết quả" })
			.or(page.getByRole("navigation", { name: "Lọc theo kết quả" }));
		await refused.getByRole("link", { name: /Từ chối/ }).click();
		await expect(page).toHaveURL(/fate=refused/);
		// The address may change a moment before the table does.
		const numbers = async () => (await page.locator("[data-label='STT']").allTextContents()).map(Number);
		await expect.poll(async () => (await numbers()).sort((a, b) => a - b)).toEqual([6, 8, 10, 14, 16, 26]);
		const rows = page.getByRole("table", { name: /Từng dòng/ }).getByRole("row");
		const told = (await rows.allTextContents()).slice(1).join("\n");
		for (const why of [
			"đã dùng ở dòng STT 5",
			"Không có xã, thị trấn nào tên",
			"ba trăm",
			"-3",
			"Thiếu mã",
			"công thức",
		]) {
			expect(told).toContain(why);
		}
		await refused.getByRole("link", { name: /Đã sửa giúp/ }).click();
		await expect(page).toHaveURL(/fate=mended/);
		await expect.poll(numbers).toEqual(expect.arrayContaining([12, 18]));
	});

	await test.step("nothing was written", async () => {
		expect(names()).toBe(before);
	});

	await test.step("confirmed, the good rows are there and the others are not", async () => {
		await page.getByRole("button", { name: /Xác nhận nhập/ }).click();
		await expect(page.getByText(/Đã thêm mới \d+ trường, cập nhật \d+ trường/)).toBeVisible();
		expect(site.rows("select code from unit where name like '=%'")).toEqual([]);
		const [audited] = site.rows<{ n: number }>("select count(*) as n from audit_event where event like 'unit%import%'");
		expect(audited?.n).toBeGreaterThan(0);
	});
});

test("the good list again changes nothing: 78 of 78 are known", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto("/office/units/import");
	await page.getByLabel("Tệp danh sách").setInputFiles(list("danh-sach-truong.xlsx"));
	await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
	await expect(page.getByRole("link", { name: /^Tất cả\s*78/ })).toBeVisible();
	await expect(page.getByRole("link", { name: /Từ chối/ })).toHaveCount(0);
});
