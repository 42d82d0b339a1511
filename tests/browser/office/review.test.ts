import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { day } from "../support/days.ts";
import { card, expectSaved, ownReturn, savedAnswers, sectionPath } from "../support/filling.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "review" });

test("an officer sends back two items, the school sees only those, mends, sends again; the officer sees what changed", async ({
	site,
	visit,
}) => {
	test.setTimeout(120_000);
	// A return that waits; its head gets the password of another demo account.
	const [waiting] = site.rows<{ id: string; name: string; code: string; campaign: string; username: string }>(
		`select r.return_id as id, r.name, r.code, r.campaign_id as campaign, p.username from recipient r
			join "return" t on t.id = r.return_id and t.round = 1 and t.state = 'submitted'
			join membership m on m.unit_id = r.school_id and m.role = 'principal' join person p on p.id = m.person_id
			where r.kind = 'MN' order by r.code limit 1`,
	);
	if (!waiting) throw new Error("the demo has no return that waits");
	const head = lendPassword(site, waiting.username);
	const officer = await visit({ account: accountOf(site, "officer") });

	await test.step("the list is filtered, and the address keeps the filter", async () => {
		await officer.goto("/office/returns");
		await officer.getByLabel("Tìm trường").fill(waiting.name.replace("Trường Mầm non ", "mam non ").toLowerCase());
		await officer.getByRole("button", { name: "Lọc", exact: true }).click();
		await expect(officer).toHaveURL(/q=mam/);
		const address = officer.url();
		await officer.reload();
		expect(officer.url()).toBe(address);
		await officer.getByRole("row").filter({ hasText: waiting.name }).getByRole("link").first().click();
		await expect(officer.getByRole("heading", { level: 1 })).toContainText(waiting.name);
	});

	const answers = savedAnswers(site, waiting.id);
	const [doubted, other] = Object.keys(answers).filter((item) => answers[item] === "met" && /^MN-I\./.test(item));
	if (!doubted || !other) throw new Error("a return without criteria met");

	await test.step("a mark without a reason, and nothing marked, are said", async () => {
		await officer.getByRole("button", { name: "Trả lại để bổ sung" }).click();
		await expect(officer.getByRole("alert")).toContainText("Để trả lại, hãy đánh dấu ít nhất một mục");
		const line = officer.locator(`[id="${doubted}"]`);
		await line.getByText(`Trả lại mục ${doubted}`).first().click();
		await line.getByRole("checkbox").check();
		await officer.getByRole("textbox", { name: "Nhận xét chung" }).fill("Cơ bản tốt, cần làm rõ hai mục.");
		await officer.getByRole("button", { name: "Trả lại để bổ sung" }).click();
		await expect(officer.getByRole("alert")).toContainText(doubted);
		await expect(officer.getByRole("textbox", { name: "Nhận xét chung" })).toHaveValue(
			"Cơ bản tốt, cần làm rõ hai mục.",
		);
	});

	await test.step("with reasons it goes back", async () => {
		for (const [item, reason] of [
			[doubted, "Biên bản kiểm tra tháng trước ghi khác, đề nghị xem lại."],
			[other, "Nêu rõ thời điểm kiểm tra gần nhất."],
		] as const) {
			const line = officer.locator(`[id="${item}"]`);
			if (!(await line.getByRole("checkbox").isVisible())) await line.getByText(`Trả lại mục ${item}`).first().click();
			await line.getByRole("checkbox").check();
			await line.getByLabel(`Lý do trả lại mục ${item}`).fill(reason);
		}
		await officer.getByRole("button", { name: "Trả lại để bổ sung" }).click();
		await expect(officer.getByText("Đã trả lại để trường bổ sung.")).toBeVisible();
	});

	const school = await visit({ account: head, ...phone });
	await test.step("the school sees the two items with their reasons, and can change nothing else", async () => {
		await school.goto("/school");
		await expect(school.getByText("2 mục cần bổ sung")).toBeVisible();
		await school.getByRole("link", { name: "Bổ sung" }).click();
		await expect(school.getByText("Cơ bản tốt, cần làm rõ hai mục.")).toBeVisible();
		await expect(school.getByText("Biên bản kiểm tra tháng trước ghi khác, đề nghị xem lại.")).toBeVisible();
		await school.getByRole("link", { name: new RegExp(`^${doubted} `) }).click();
		await expect(card(school, doubted)).toBeInViewport();
		const open = await school
			.locator("li[id^='item-']:has(input[type=radio]:enabled)")
			.evaluateAll((items) => items.map((item) => item.id));
		expect(open.sort()).toEqual([`item-${doubted}`, `item-${other}`].sort());
	});

	await test.step("they mend and send again", async () => {
		await card(school, doubted).locator("input[value=unmet]").check();
		await card(school, doubted).getByLabel("Mô tả tồn tại").fill("Hàng rào phía sau hở một đoạn 2 m.");
		await card(school, doubted)
			.getByRole("textbox", { name: /^Biện pháp khắc phục/ })
			.fill("Rào lại");
		await card(school, doubted).getByLabel("Người thực hiện").fill("Bảo vệ");
		await card(school, doubted).getByLabel("Thời hạn").fill(day(10).typed);
		await card(school, other).getByText("Ghi chú").first().click();
		await card(school, other).getByRole("textbox").first().fill("Kiểm tra ngày 20 hằng tháng.");
		await expectSaved(school);
		await school.goto(`/school/returns/${waiting.id}/check`);
		await school.getByLabel(/Tôi cam đoan/).check();
		await school.getByRole("button", { name: "Gửi lại báo cáo" }).click();
		await expect(school.getByText("Báo cáo đã được gửi.")).toBeVisible();
	});

	await test.step("the officer sees what changed, old beside new, and accepts", async () => {
		await officer.goto(`/office/returns/${waiting.id}`);
		await expect(officer.getByText("lần nộp 2")).toBeVisible();
		const changes = officer.getByRole("region", { name: "Thay đổi so với lần nộp trước" });
		await expect(changes.getByRole("listitem")).toHaveCount(2);
		await expect(changes).toContainText("Hàng rào phía sau hở một đoạn 2 m.");
		await expect(changes).toContainText("Kiểm tra ngày 20 hằng tháng.");
		await officer.getByRole("button", { name: "Duyệt", exact: true }).click();
		await expect(officer.getByText("Đã duyệt bài nộp này.")).toBeVisible();
		await school.goto("/school");
		await expect(school.getByRole("listitem").filter({ hasText: "đợt 2" })).toContainText("Đã duyệt");
	});
});

test("two officers at once: the second is told who decided what, and nothing is decided twice", async ({
	site,
	visit,
}) => {
	const [waiting] = site.rows<{ id: string }>(
		`select id from "return" where state = 'submitted' order by id desc limit 1`,
	);
	const [first, second] = [
		await visit({ account: accountOf(site, "officer") }),
		await visit({ account: accountOf(site, "office_admin") }),
	];
	for (const page of [first, second]) await page.goto(`/office/returns/${waiting?.id}`);
	await first.getByRole("button", { name: "Duyệt", exact: true }).click();
	await expect(first.getByText("Đã duyệt bài nộp này.")).toBeVisible();
	await second.getByRole("textbox", { name: "Nhận xét chung" }).fill("Đề nghị bổ sung ảnh chụp.");
	await second.getByRole("button", { name: "Trả lại để bổ sung" }).click();
	await expect(second.getByRole("alert")).toContainText("đã được Nguyễn Thị Chuyên duyệt");
	expect(site.rows("select decision from review where return_id = ? order by round desc limit 1", waiting?.id)).toEqual(
		[{ decision: "accepted" }],
	);
});

test("another office's way in: the reader above sees figures, never a school's single answers", async ({
	site,
	visit,
	complaints,
}) => {
	complaints.expect(/status of 403/);
	const { id, sections } = ownReturn(site, openSchools.half);
	const page = await visit({ account: accountOf(site, "reader") });
	for (const path of [`/office/returns/${id}`, "/office/returns", sectionPath(id, sections[0]?.code ?? "")]) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(403);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bạn không có quyền xem trang này");
	}
});

function lendPassword(
	site: Parameters<typeof accountOf>[0] & { change(sql: string, ...params: unknown[]): number },
	username: string,
) {
	const lender = accountOf(site, "principal", openSchools.half);
	site.change(
		`update account set password = (select a.password from account a join person p on p.id = a."userId" where p.username = ?)
			where "userId" = (select id from person where username = ?)`,
		lender.username,
		username,
	);
	site.change("update person set status = 'active' where username = ?", username);
	return { ...lender, username };
}
