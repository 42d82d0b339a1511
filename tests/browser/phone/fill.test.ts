import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { day } from "../support/days.ts";
import {
	card,
	criteriaOf,
	expectSaved,
	fillSection,
	judge,
	ownReturn,
	savedAnswers,
	sectionPath,
} from "../support/filling.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "fill" });

test("a head fills section by section, is told what is missing, sends, and learns the result and why", async ({
	site,
	visit,
}) => {
	test.setTimeout(180_000);
	const account = accountOf(site, "principal", openSchools.notStarted);
	const { id, sections } = ownReturn(site, openSchools.notStarted);
	const page = await visit({ account });
	// One criterion to fail, one to answer, one to forget.
	const { section, first: failed, second, third: forgotten } = criteriaOf(sections);

	await test.step("what is due stands first, with the day and how long there is", async () => {
		await page.goto("/school");
		const due = page.getByRole("listitem").filter({ hasText: "đợt 2" });
		await expect(due).toContainText("còn 9 ngày");
		await due.getByRole("link", { name: "Bắt đầu" }).click();
		await expect(page.getByRole("heading", { name: "Các phần" })).toBeVisible();
		await expect(page.getByText("Hướng dẫn của Phòng")).toBeVisible();
	});

	await test.step("the buttons are big enough for a thumb, each answer is saved as it is given", async () => {
		await page.goto(sectionPath(id, section));
		const box = await card(page, failed).locator("label.segment").first().boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(48);
		await judge(page, failed, "unmet");
		await expectSaved(page);
		await expect.poll(() => savedAnswers(site, id)[failed]).toBe("unmet");
	});

	await test.step("a failure opens what it needs", async () => {
		await expect(card(page, failed).getByLabel("Mô tả tồn tại")).toBeVisible();
		await expect(card(page, failed).getByRole("textbox", { name: /^Biện pháp khắc phục/ })).toBeVisible();
		await expect(card(page, second).getByLabel("Mô tả tồn tại")).toBeHidden();
		await card(page, failed).getByLabel("Mô tả tồn tại").fill("Lan can tầng 2 dãy A bị lung lay ở ba vị trí 🙏.");
		await expectSaved(page);
	});

	await test.step("they leave in the middle and come back on another phone", async () => {
		await page.goto("/school");
		await expect(page.getByRole("link", { name: "Làm tiếp" }).first()).toBeVisible();
		const other = await visit({ account });
		await other.goto(sectionPath(id, section));
		await expect(card(other, failed).locator("input[value=unmet]")).toBeChecked();
		await expect(card(other, failed).getByLabel("Mô tả tồn tại")).toHaveValue(
			"Lan can tầng 2 dãy A bị lung lay ở ba vị trí 🙏.",
		);
		await other.context().close();
	});

	await test.step("they go from section to section to the end", async () => {
		await page.goto(sectionPath(id, sections[0]?.code ?? ""));
		for (let step = 0; step < sections.length + 1 && !page.url().endsWith("/check"); step += 1) {
			await fillSection(page, [forgotten]);
			const before = await page.getByRole("heading", { level: 1 }).textContent();
			await page.locator("button[name=go]").last().click();
			// The address may change a moment before the page does.
			await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
		}
		await expect(page.getByRole("heading", { level: 1, name: "Kiểm tra câu trả lời" })).toBeVisible();
	});

	await test.step("the check says exactly what is missing, and leads there", async () => {
		// One criterion without an answer; of the failed one the measure, who and when.
		const missing = page.getByRole("heading", { name: /chỗ cần bổ sung trước khi gửi/ }).locator("xpath=..");
		await expect(missing).toContainText(forgotten);
		await expect(missing).toContainText(failed);
		await expect(missing).not.toContainText(second);
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page).toHaveURL(/\/check/);
		expect(site.rows("select 1 from submission where return_id = ?", id)).toEqual([]);
		await missing
			.getByRole("link", { name: new RegExp(forgotten) })
			.first()
			.click();
		await expect(page).toHaveURL(new RegExp(`/sections/${section}`));
		await expect(card(page, forgotten)).toBeInViewport();
		await judge(page, forgotten, "na");
		await card(page, failed)
			.getByRole("textbox", { name: /^Biện pháp khắc phục/ })
			.fill("Hàn gia cố toàn bộ lan can");
		await card(page, failed).getByLabel("Người thực hiện").fill("Bảo vệ, tổ cơ sở vật chất");
		await card(page, failed).getByLabel("Thời hạn").fill(day(14).typed);
		await expectSaved(page);
	});

	await test.step("an impatient double click sends once", async () => {
		await page.goto(`/school/returns/${id}/check`);
		await expect(page.getByText(/chỗ cần bổ sung trước khi gửi/)).toHaveCount(0);
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page.getByText("Hãy đánh dấu cam đoan rồi gửi.").first()).toBeVisible();
		await page.getByLabel(/Tôi cam đoan/).check();
		await page.getByRole("button", { name: "Gửi báo cáo" }).dblclick();
		await expect(page.getByText("Báo cáo đã được gửi.")).toBeVisible();
		expect(site.rows("select round from submission where return_id = ?", id)).toEqual([{ round: 1 }]);
	});

	await test.step("the result and its reason stand there", async () => {
		const verdict = page.getByRole("region", { name: "Kết quả tự đánh giá" });
		await expect(verdict).toContainText(/Đạt/);
		await expect(verdict).toContainText(/\d+\/\d+ tiêu chí/);
		await expect(verdict).toContainText("Đúng hạn");
		await expect(page.getByText("Phòng sẽ duyệt báo cáo này.")).toBeVisible();
	});

	await test.step("what was sent cannot be changed any more", async () => {
		await page.goto(sectionPath(id, section));
		await expect(page).toHaveURL(new RegExp(`/school/returns/${id}$`));
	});
});

test("a deputy fills but does not send; a teacher sees and does not fill", async ({ site, visit }) => {
	const { id, sections } = ownReturn(site, openSchools.half);
	const deputy = await visit({ account: accountOf(site, "deputy", openSchools.half) });
	await deputy.goto(`/school/returns/${id}/check`);
	await expect(deputy.getByText("Chỉ hiệu trưởng hoặc chủ cơ sở được gửi.")).toBeVisible();
	await expect(deputy.getByRole("button", { name: "Gửi báo cáo" })).toHaveCount(0);
	await deputy.goto(sectionPath(id, sections.at(-1)?.code ?? ""));
	await expect(deputy.locator("input:not([type=hidden]), textarea").first()).toBeEnabled();

	const teacher = await visit({ account: accountOf(site, "teacher", openSchools.half) });
	await teacher.goto("/school");
	await expect(teacher.getByText("Bạn xem được các việc của trường.")).toBeVisible();
	await expect(teacher.getByRole("link", { name: /Làm tiếp|Bắt đầu/ })).toHaveCount(0);
});

test("another school's return is not found, and says so in a sentence", async ({ site, visit, complaints }) => {
	complaints.expect(/status of 404/);
	const page = await visit({ account: accountOf(site, "principal", openSchools.half) });
	const { id, sections } = ownReturn(site, openSchools.group);
	for (const path of [
		`/school/returns/${id}`,
		`/school/returns/${id}/check`,
		sectionPath(id, sections[0]?.code ?? ""),
	]) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(404);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang này");
	}
});
