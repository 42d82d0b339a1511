import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { day } from "../support/days.ts";
import { expect, test } from "../support/test.ts";
import { numberIn } from "../support/words.ts";

test.use({ data: "issue" });

const preschool = /quy tắc áp dụng năm 2019/;

test("from the letter to an issued campaign, mistakes included", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });

	await test.step("the letter and its tasks", async () => {
		await page.goto("/office");
		await page.getByRole("navigation").getByRole("link", { name: "Văn bản chỉ đạo" }).click();
		await page.getByRole("link", { name: "566-CV/HU" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toContainText("566-CV/HU");
		await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
		await page.getByRole("link", { name: "cho nhiệm vụ 4b" }).click();
	});

	await test.step("templates that served this task stand first; the chosen one brings its kinds along", async () => {
		await expect(page.getByRole("heading", { level: 1, name: "Tạo đợt báo cáo" })).toBeVisible();
		const first = page.getByRole("group", { name: "Mẫu biểu" }).getByRole("radio").first();
		await expect(first).toHaveAccessibleDescription(/đã dùng cho nhiệm vụ này/);
		await page.getByRole("radio", { name: preschool }).check();
		await expect(page.getByRole("checkbox", { name: /^Trường mầm non/ })).toBeChecked();
		await expect(page.getByRole("region", { name: "Danh sách nhận" }).first()).toContainText("26 đơn vị sẽ nhận");
	});

	const preview = page.getByRole("region", { name: "Danh sách nhận" }).first();

	await test.step("the count follows every choice, and the list can be read", async () => {
		await page.getByRole("checkbox", { name: /^Tư thục/ }).check();
		await expect(preview).toContainText("4 đơn vị sẽ nhận");
		await page.getByRole("checkbox", { name: /^Tư thục/ }).uncheck();
		await expect(preview).toContainText("26 đơn vị sẽ nhận");
		await page.getByText("Xã, thị trấn (tất cả)").click();
		await page.getByRole("checkbox", { name: /^Xã Giao An/ }).check();
		await expect(preview).not.toContainText("26 đơn vị");
		await preview.getByText(/^Xem tên/).click();
		const listed = await preview.getByRole("listitem").filter({ hasText: "Xã Giao An" }).count();
		expect(listed).toBe(numberIn(await preview.getByText(/đơn vị sẽ nhận/).textContent()));
		await page.getByRole("checkbox", { name: /^Xã Giao An/ }).uncheck();
		await expect(preview).toContainText("26 đơn vị sẽ nhận");
	});

	await test.step("forgetting the due day is said at the field, and nothing typed is lost", async () => {
		await page.getByLabel("Hướng dẫn cho trường").fill("Rà soát từng phòng học trước mùa mưa bão.");
		await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
		await expect(page.getByRole("alert")).toContainText("Có 1 chỗ cần sửa");
		await page.getByRole("alert").getByRole("link").click();
		await expect(page.getByLabel("Hạn nộp")).toBeFocused();
		await expect(page.getByLabel("Hướng dẫn cho trường")).toHaveValue("Rà soát từng phòng học trước mùa mưa bão.");
	});

	await test.step("a due day before the opening day is refused with both days named", async () => {
		await page.getByLabel("Ngày mở").fill(day(3).typed);
		await page.getByLabel("Hạn nộp").fill(day(1).typed);
		await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
		await expect(page.getByRole("alert")).toContainText(day(1).read);
		await expect(page.getByRole("alert")).toContainText(day(3).read);
		await expect(page.getByLabel("Hướng dẫn cho trường")).toHaveValue("Rà soát từng phòng học trước mùa mưa bão.");
	});

	await test.step("an attachment of the wrong kind is refused, the right one is kept", async () => {
		await page.getByLabel("Ngày mở").fill(day(0).typed);
		await page.getByLabel("Hạn nộp").fill(day(9).typed);
		await page.getByLabel("Tên đợt").fill("Rà soát trước mùa mưa bão");
		const wrong = { name: "cong-cu.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ rubbish") };
		await page.getByLabel(/^Tệp đính kèm/).setInputFiles(wrong);
		await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
		await expect(page.getByRole("alert")).toContainText("PDF");
		const right = { name: "hướng dẫn.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
		await page.getByLabel(/^Tệp đính kèm/).setInputFiles(right);
		await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
	});

	await test.step("everything is shown before it cannot be changed any more", async () => {
		await expect(page.getByRole("heading", { level: 1, name: "Xem lại trước khi phát hành" })).toBeVisible();
		await expect(page.getByText(`Mở ${day(0).read}, hạn nộp ${day(9).read}`)).toBeVisible();
		await expect(page.getByText("hướng dẫn.pdf")).toBeVisible();
		await expect(page.getByText("26 đơn vị sẽ nhận")).toBeVisible();
		await page.getByRole("link", { name: "Quay lại sửa" }).click();
		await expect(page.getByLabel("Tên đợt")).toHaveValue("Rà soát trước mùa mưa bão");
		await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
	});

	await test.step("an impatient double click issues it once", async () => {
		await page.getByRole("button", { name: "Phát hành cho 26 đơn vị" }).dblclick();
		await expect(page.getByText("Đã phát hành.")).toBeVisible();
		const made = site.rows<{ n: number }>(
			"select count(*) as n from campaign where title = 'Rà soát trước mùa mưa bão'",
		);
		expect(made).toEqual([{ n: 1 }]);
		const sent = site.rows<{ n: number }>(`select count(*) as n from recipient r join campaign c on c.id = r.campaign_id
			where c.title = 'Rà soát trước mùa mưa bão'`);
		expect(sent).toEqual([{ n: 26 }]);
	});

	await test.step("the letter now shows it beside its task", async () => {
		await page.goto("/office/directives");
		await page.getByRole("link", { name: "566-CV/HU" }).click();
		const task = page.getByRole("listitem").filter({ hasText: "Rà soát trước mùa mưa bão" });
		await expect(task).toContainText("0/26");
	});

	await test.step("and a principal finds it, with the instruction and the file", async () => {
		const school = await visit({ account: accountOf(site, "principal", "36365001") });
		await school.goto("/school");
		await school.getByRole("link", { name: /Rà soát trước mùa mưa bão/ }).click();
		await expect(school.getByText("Rà soát từng phòng học trước mùa mưa bão.")).toBeVisible();
		const download = school.waitForEvent("download");
		await school.getByRole("link", { name: /hướng dẫn\.pdf/ }).click();
		expect((await download).suggestedFilename()).toBe("hướng dẫn.pdf");
	});
});

test("without script the count is asked for with a button, and the campaign is issued", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer"), javaScriptEnabled: false });
	await page.goto("/office/directives");
	await page.getByRole("link", { name: "566-CV/HU" }).click();
	await page.getByRole("link", { name: "cho nhiệm vụ 4b" }).click();
	await page.getByRole("radio", { name: preschool }).check();
	for (const kind of await page.getByRole("group", { name: "Loại hình" }).getByRole("checkbox").all())
		await kind.uncheck();
	await page.getByRole("checkbox", { name: /^Tư thục/ }).check();
	await page.getByRole("button", { name: "Xem danh sách nhận" }).click();
	await expect(page.getByText("4 đơn vị sẽ nhận")).toBeVisible();
	await page.getByLabel("Hạn nộp").fill(day(9).typed);
	await page.getByLabel("Tên đợt").fill("Đợt không cần script");
	await page.getByRole("button", { name: "Xem lại và phát hành" }).click();
	await page.getByRole("button", { name: "Phát hành cho 4 đơn vị" }).click();
	await expect(page.getByText("Đã phát hành.")).toBeVisible();
});
