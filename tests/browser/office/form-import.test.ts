import { writeWorkbook } from "#app/platform/sheets/write-workbook.ts";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "forms" });

const xlsx = (name: string, bytes: Uint8Array) => ({
	name,
	mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	buffer: Buffer.from(bytes),
});

test("an annex of 50 rows becomes a template, goes out as a workbook, and comes back as its next version", async ({
	site,
	visit,
}) => {
	const count = () => site.rows<{ n: number }>("select count(*) as n from template")[0]?.n;
	const before = count();
	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto("/office/templates");
	await page.getByRole("link", { name: "Nhập từ Excel, XLSForm" }).click();

	await test.step("the list is read and every row told of", async () => {
		const rows = [
			["PHỤ LỤC 3. BẢNG KIỂM TRƯỚC MÙA BÃO"],
			["STT", "Nội dung", "Bắt buộc", "Căn cứ"],
			...Array.from({ length: 50 }, (_, at) =>
				at % 10 === 0
					? [
							"I"
								.repeat(at / 10 + 1)
								.replace("IIII", "IV")
								.replace("IVI", "V"),
							`Nhóm ${at / 10 + 1}`,
						]
					: [String(at % 10), `Tiêu chí số ${at}`, at % 3 === 0 ? "x" : "", "NĐ 80/2017"],
			),
		];
		const bytes = await writeWorkbook([{ name: "Phụ lục 3", rows }]);
		await page.getByLabel("Tệp biểu mẫu").setInputFiles(xlsx("phu-luc-3.xlsx", bytes));
		await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toContainText("phu-luc-3.xlsx");
		await expect(page.getByText("Bảng tiêu chí Excel · 5 phần, 45 mục")).toBeVisible();
		await expect(page.getByRole("table", { name: "Từng dòng của tệp" }).getByRole("row")).toHaveCount(51);
		expect(count()).toBe(before);
	});

	await test.step("a code that cannot be stays beside its sentence", async () => {
		await page.getByLabel("Mã mẫu").fill("mã có dấu cách");
		await page.getByRole("button", { name: "Tạo mẫu mới" }).click();
		await expect(page.getByLabel("Mã mẫu")).toHaveAttribute("aria-invalid", "true");
		await expect(page.getByLabel("Mã mẫu")).toHaveValue("mã có dấu cách");
		await page.getByLabel("Mã mẫu").fill("BAO-2026");
		await page.getByRole("button", { name: "Tạo mẫu mới" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toContainText("BẢNG KIỂM TRƯỚC MÙA BÃO");
	});

	await test.step("downloaded and uploaded again it is known for what it is", async () => {
		const waiting = page.waitForEvent("download");
		await page.getByRole("link", { name: "Excel (XLSForm)" }).click();
		const download = await waiting;
		expect(download.suggestedFilename()).toBe("BAO-2026-1.xlsx");
		await page.goto("/office/templates/import");
		await page.getByLabel("Tệp biểu mẫu").setInputFiles(await download.path());
		await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
		await page.getByRole("button", { name: "Tạo phiên bản tiếp theo" }).click();
		await expect(page.getByText("BAO-2026 · phiên bản 2")).toBeVisible();
	});

	const definitions = site.rows<{ definition: string }>(`select v.definition from template_version v
		join template t on t.id = v.template_id where t.code = 'BAO-2026' order by v.number`);
	expect(definitions).toHaveLength(2);
	expect(JSON.parse(definitions[1]?.definition ?? "")).toEqual(JSON.parse(definitions[0]?.definition ?? "1"));
});
