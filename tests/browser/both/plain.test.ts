import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { signIn } from "../../../scripts/demo-site/sign-in.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { day } from "../support/days.ts";
import { card, criteriaOf, fillSection, judge, ownReturn, savedAnswers, sectionPath } from "../support/filling.ts";
import { expect, laptop, test } from "../support/test.ts";

test.use({ data: "plain" });

test("without script: sign in, fill, meet another's answer, check, send; the officer accepts", async ({
	site,
	visit,
}) => {
	test.setTimeout(180_000);
	const { id, sections } = ownReturn(site, openSchools.notStarted);
	const page = await visit({ javaScriptEnabled: false });
	await page.goto(`/school/returns/${id}`);
	await signIn(page, accountOf(site, "principal", openSchools.notStarted));
	await expect(page).toHaveURL(new RegExp(`/school/returns/${id}$`));

	const { section, first: failed, second: item } = criteriaOf(sections);
	await page.goto(sectionPath(id, sections[0]?.code ?? ""));
	for (const { code } of sections) {
		await expect(page).toHaveURL(new RegExp(`/sections/${code}$`));
		if (code === section) {
			await judge(page, failed, "unmet");
			await card(page, failed).getByLabel("Mô tả tồn tại").fill("Sân sau trơn trượt khi mưa");
		}
		await fillSection(page);
		await page.locator("button[name=go]").last().click();
	}
	await expect(page).toHaveURL(/\/check$/);
	await expect.poll(() => Object.keys(savedAnswers(site, id)).length).toBeGreaterThan(20);

	await test.step("what is missing is named, and mended", async () => {
		await expect(page.getByText(/chỗ cần bổ sung trước khi gửi/).first()).toBeVisible();
		await page
			.getByRole("link", { name: new RegExp(failed) })
			.first()
			.click();
		await card(page, failed)
			.getByRole("textbox", { name: /^Biện pháp khắc phục/ })
			.fill("Lát lại sân bằng gạch chống trượt");
		await card(page, failed).getByLabel("Người thực hiện").fill("Hiệu trưởng");
		await card(page, failed).getByLabel("Thời hạn").fill(day(20).typed);
		await page.locator("button[name=go]").last().click();
		await page.goto(`/school/returns/${id}/check`);
		await expect(page.getByText(/chỗ cần bổ sung trước khi gửi/)).toHaveCount(0);
	});

	await test.step("a page that grew old meets the newer answer, and both are shown", async () => {
		const stale = await visit({ javaScriptEnabled: false });
		await signIn(stale, accountOf(site, "principal", openSchools.notStarted));
		await stale.goto(sectionPath(id, section));
		await page.goto(sectionPath(id, section));
		await judge(page, item, "na");
		await page.locator("button[name=go]").last().click();
		await expect.poll(() => savedAnswers(site, id)[item]).toBe("na");
		await judge(stale, item, "unmet");
		await card(stale, item).getByLabel("Mô tả tồn tại").fill("Ghi trên trang cũ");
		await stale.locator("button[name=go]").last().click();
		await expect(card(stale, item).getByText("Mục này vừa được trả lời ở máy khác")).toBeVisible();
		await card(stale, item).getByRole("button", { name: "Giữ câu đang lưu" }).click();
		await expect(card(stale, item).locator("input[value=na]")).toBeChecked();
		expect(savedAnswers(site, id)[item]).toBe("na");
	});

	await test.step("sent once it is declared", async () => {
		await page.goto(`/school/returns/${id}/check`);
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page.getByText("Hãy đánh dấu cam đoan rồi gửi.").first()).toBeVisible();
		await page.getByLabel(/Tôi cam đoan/).check();
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page.getByText("Báo cáo đã được gửi.")).toBeVisible();
	});

	await test.step("the officer reviews without script, too", async () => {
		const officer = await visit({ ...laptop, javaScriptEnabled: false, account: accountOf(site, "officer") });
		await officer.goto(`/office/returns/${id}`);
		await officer.getByRole("button", { name: "Trả lại để bổ sung" }).click();
		await expect(officer.getByRole("alert")).toContainText("Để trả lại, hãy đánh dấu ít nhất một mục");
		await officer.getByRole("button", { name: "Duyệt", exact: true }).click();
		await expect(officer.getByText("Đã duyệt bài nộp này.")).toBeVisible();
	});
});

test("a section is filled from the keyboard alone", async ({ site, visit }) => {
	const { id, sections } = ownReturn(site, openSchools.group);
	const { section, ...criteria } = criteriaOf(sections);
	const page = await visit({ account: accountOf(site, "principal", openSchools.group) });
	await page.goto(sectionPath(id, section));
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Đến nội dung chính" })).toBeFocused();
	await page.keyboard.press("Enter");
	const wanted = Object.values(criteria);
	const answered = new Set<string>();
	for (let press = 0; press < 60 && answered.size < wanted.length; press += 1) {
		await page.keyboard.press("Tab");
		const name = await page.evaluate(() => document.activeElement?.getAttribute("name") ?? "");
		const item = wanted.find((code) => name === `v.${code}`);
		if (!item || answered.has(item)) continue;
		const outline = await page.evaluate(() => {
			const shown = document.activeElement?.nextElementSibling ?? document.activeElement;
			return shown ? getComputedStyle(shown).outlineStyle : "none";
		});
		expect(outline, "the focus is seen").not.toBe("none");
		await page.keyboard.press("Space");
		answered.add(item);
	}
	await expect
		.poll(() => savedAnswers(site, id))
		.toMatchObject(Object.fromEntries(wanted.map((code) => [code, "met"])));
	await page.locator(`input[name="v.${wanted[0]}"]:checked`).focus();
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => savedAnswers(site, id)[wanted[0] ?? ""]).toBe("unmet");
	const remark = card(page, wanted[0] ?? "").getByLabel("Mô tả tồn tại");
	// The camera and the legal basis may be opened on the way.
	for (let press = 0; press < 3 && !(await remark.evaluate((field) => field === document.activeElement)); press += 1) {
		await page.keyboard.press("Tab");
	}
	await expect(remark).toBeFocused();
	await page.keyboard.type("Viết bằng bàn phím");
	await expect(remark).toHaveValue("Viết bằng bàn phím");
});
