import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { signIn } from "../../../scripts/demo-site/sign-in.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { card, criteriaOf, expectSaved, judge, ownReturn, savedAnswers, sectionPath } from "../support/filling.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "weak-network" });

test("an hour without network loses nothing, not even over a reload of the page", async ({
	site,
	visit,
	complaints,
}) => {
	complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
	const { id, sections } = ownReturn(site, openSchools.group);
	const { section, first, second, third } = criteriaOf(sections);
	const page = await visit({ account: accountOf(site, "principal", openSchools.group) });
	await page.goto(sectionPath(id, section));
	await judge(page, first, "met");
	await expectSaved(page);

	await page.context().setOffline(true);
	await judge(page, second, "unmet");
	await card(page, second).getByLabel("Mô tả tồn tại").fill("Ghi khi không có mạng");
	await judge(page, third, "na");
	await expect(page.getByText(/Chờ mạng \(2\)/)).toBeVisible();
	await expect(page.getByText("Đã lưu trên máy")).toBeVisible();
	expect(savedAnswers(site, id)).toEqual({ [first]: "met" });

	await test.step("the phone closes the page before the network is back", async () => {
		const address = page.url();
		await page.goto("about:blank");
		await page.context().setOffline(false);
		await page.goto(address);
		await expect(card(page, second).locator("input[value=unmet]")).toBeChecked();
		await expect(card(page, second).getByLabel("Mô tả tồn tại")).toHaveValue("Ghi khi không có mạng");
	});

	await expectSaved(page);
	await expect.poll(() => savedAnswers(site, id)).toMatchObject({ [first]: "met", [second]: "unmet", [third]: "na" });
});

test("a session that ends in the middle of filling: sign in again, nothing is lost", async ({
	site,
	visit,
	complaints,
}) => {
	complaints.expect(/status of 401/);
	const account = accountOf(site, "principal", openSchools.primary);
	const { id, sections } = ownReturn(site, openSchools.primary);
	const found = sections.find(({ items }) => items.length > 5 && items.every(({ type }) => type === "verdict"));
	const [section, first] = [found?.code ?? "", found?.items[0]?.code ?? ""];
	const page = await visit();
	await signIn(page, account);
	await page.goto(sectionPath(id, section));
	const now = savedAnswers(site, id)[first];
	const other = now === "unmet" ? "met" : "unmet";

	expect(
		site.change('delete from session where "userId" = (select id from person where username = ?)', account.username),
	).toBeGreaterThan(0);
	await judge(page, first, other);
	await expect(page.getByText("Phiên làm việc đã hết, hãy đăng nhập lại; câu trả lời vẫn được giữ.")).toBeVisible();
	expect(savedAnswers(site, id)[first]).toBe(now);
	await page.getByRole("link", { name: "Đăng nhập lại" }).click();
	await signIn(page, account);
	await expect(page).toHaveURL(new RegExp(`/sections/${section}$`));
	await expect(card(page, first).locator(`input[value=${other}]`)).toBeChecked();
	await expect.poll(() => savedAnswers(site, id)[first]).toBe(other);
});

test("one item answered on two phones: both answers are shown, and the person chooses", async ({ site, visit }) => {
	const { id, sections } = ownReturn(site, openSchools.half);
	const { section, first, second } = criteriaOf(sections);
	const head = await visit({ account: accountOf(site, "principal", openSchools.half) });
	const deputy = await visit({ account: accountOf(site, "deputy", openSchools.half) });
	await head.goto(sectionPath(id, section));
	await deputy.goto(sectionPath(id, section));

	for (const item of [first, second]) await judge(deputy, item, "na");
	await expect.poll(() => savedAnswers(site, id)).toMatchObject({ [first]: "na", [second]: "na" });
	for (const item of [first, second]) await judge(head, item, "unmet");
	await card(head, first).getByLabel("Mô tả tồn tại").fill("Cửa sổ phòng 3 hỏng chốt");

	for (const item of [first, second]) {
		await expect(card(head, item).getByText("Mục này vừa được trả lời ở máy khác")).toBeVisible();
		await expect(card(head, item).getByRole("definition").filter({ hasText: "Chưa đạt" })).toBeVisible();
		await expect(card(head, item).getByRole("definition").filter({ hasText: "Không áp dụng" })).toBeVisible();
	}
	expect(savedAnswers(site, id)).toMatchObject({ [first]: "na", [second]: "na" });

	await card(head, first).getByRole("button", { name: "Giữ câu của tôi" }).click();
	await card(head, second).getByRole("button", { name: "Giữ câu đang lưu" }).click();
	await expect.poll(() => savedAnswers(site, id)).toMatchObject({ [first]: "unmet", [second]: "na" });
	await expect(card(head, second).locator("input[value=na]")).toBeChecked();
	await expect(card(head, first).getByLabel("Mô tả tồn tại")).toHaveValue("Cửa sổ phòng 3 hỏng chốt");
	await expect(head.getByText("Mục này vừa được trả lời ở máy khác")).toHaveCount(0);
	await expectSaved(head);
});
