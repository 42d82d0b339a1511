import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { day } from "../support/days.ts";
import { fillSection, ownReturn, sectionPath } from "../support/filling.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "deadlines" });

test("more time for one school, with a reason that the school reads", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });
	const [campaign] = site.rows<{ id: string; name: string; due_on: string }>(
		`select c.id, r.name, r.due_on from recipient r join campaign c on c.id = r.campaign_id
			where c.state = 'issued' and r.code = ? and r.submitted_at is null
				and (select v.conduct from template_version v where v.id = c.version_id) is null order by c.issued_at`,
		openSchools.notStarted,
	);
	if (!campaign) throw new Error("the demo has no open campaign for this school");
	await page.goto(`/office/campaigns/${campaign.id}/recipients`);
	await page.getByLabel("Tìm tên, mã trường").fill(openSchools.notStarted);
	await page.getByRole("button", { name: "Lọc", exact: true }).click();
	await expect(page).toHaveURL(/q=36365001/);

	await test.step("nothing chosen, no reason: each is said, nothing changes", async () => {
		await page.getByRole("button", { name: "Gia hạn các đơn vị đã chọn" }).click();
		await expect(page.getByRole("alert")).toContainText("Hãy chọn ít nhất một đơn vị");
		await page.getByRole("checkbox", { name: `Chọn ${campaign.name}` }).check();
		await page.getByLabel("Hạn mới").fill(day(1).typed);
		await page.getByLabel("Lý do").fill("Trường bị ngập, cần thêm thời gian.");
		await page.getByRole("button", { name: "Gia hạn các đơn vị đã chọn" }).click();
		await expect(page.getByRole("alert")).toContainText("phải sau hạn hiện tại");
		await expect(page.getByRole("checkbox", { name: `Chọn ${campaign.name}` })).toBeChecked();
		await expect(page.getByLabel("Lý do")).toHaveValue("Trường bị ngập, cần thêm thời gian.");
	});

	await test.step("a later day is taken and shown with the reason, to the office and to the school", async () => {
		await page.getByLabel("Hạn mới").fill(day(20).typed);
		await page.getByRole("button", { name: "Gia hạn các đơn vị đã chọn" }).click();
		await expect(page.getByText("Đã gia hạn.")).toBeVisible();
		await expect(page).toHaveURL(/q=36365001/);
		const row = page.getByRole("row").filter({ hasText: campaign.name });
		await expect(row).toContainText(day(20).read);
		await expect(row).toContainText("Trường bị ngập, cần thêm thời gian.");
		const school = await visit({ account: accountOf(site, "principal", openSchools.notStarted) });
		await school.goto("/school");
		await expect(school.getByRole("main")).toContainText(day(20).read);
	});
});

test("after the due day a return is refused or marked late, as the campaign says", async ({ site, visit }) => {
	test.setTimeout(180_000);
	const { id, sections } = ownReturn(site, openSchools.half);
	const head = await visit({ account: accountOf(site, "principal", openSchools.half), ...phone });
	for (const { code } of sections) {
		await head.goto(sectionPath(id, code));
		await fillSection(head);
		await expect(head.getByText(/^Đang lưu/)).toHaveCount(0);
	}
	// The day passes, in a campaign that takes nothing late.
	site.change("update recipient set due_on = ? where return_id = ?", day(-1).typed, id);
	const late = (policy: string) =>
		site.change(
			"update campaign set late = ? where id = (select campaign_id from recipient where return_id = ?)",
			policy,
			id,
		);
	late("refuse");
	const send = async () => {
		await head.goto(`/school/returns/${id}/check`);
		await head.getByLabel(/Tôi cam đoan/).check();
		await head.getByRole("button", { name: "Gửi báo cáo" }).click();
	};

	await test.step("refused: the answers are kept, and the sentence says what to do", async () => {
		await head.goto(`/school/returns/${id}`);
		await expect(head.getByText("hãy đề nghị Phòng gia hạn")).toBeVisible();
		await send();
		await expect(head.getByRole("alert")).toContainText("không nhận báo cáo muộn");
		expect(site.rows("select round from submission where return_id = ?", id)).toEqual([]);
	});

	await test.step("marked: it is taken, and everybody sees that it was late", async () => {
		late("mark");
		await send();
		await expect(head.getByText("Báo cáo đã được gửi.")).toBeVisible();
		await expect(head.getByText("Muộn hạn").first()).toBeVisible();
		const [sent] = site.rows<{ campaign: string; name: string }>(
			"select campaign_id as campaign, name from recipient where return_id = ? and on_time = 0",
			id,
		);
		const office = await visit({ account: accountOf(site, "officer") });
		await office.goto(`/office/campaigns/${sent?.campaign}/results?list=late`);
		await expect(office.getByRole("row").filter({ hasText: sent?.name ?? "" })).toBeVisible();
	});
});

test("closing asks twice, and then nothing more is taken", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });
	const [campaign] = site.rows<{ id: string }>(
		`select c.id from recipient r join campaign c on c.id = r.campaign_id
			where c.state = 'issued' and r.code = ?
				and (select v.conduct from template_version v where v.id = c.version_id) is null order by c.issued_at`,
		openSchools.group,
	);
	const school = await visit({ account: accountOf(site, "principal", openSchools.group) });
	await school.goto("/school");
	const own = school.getByRole("link", { name: /bảng kiểm|rà soát/i }).first();
	await own.click();
	const filling = school.url();

	await page.goto(`/office/campaigns/${campaign?.id}/recipients`);
	await page.getByRole("heading", { name: "Kết thúc đợt báo cáo" }).click();
	await page.getByRole("button", { name: "Kết thúc đợt", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("Hãy đánh dấu vào ô xác nhận");
	await page.getByLabel("Tôi hiểu, kết thúc đợt này").check();
	await page.getByRole("button", { name: "Kết thúc đợt", exact: true }).click();
	await expect(page.getByText("Đợt báo cáo đã kết thúc.")).toBeVisible();

	await school.goto(filling);
	await expect(school.getByText(/đã đóng|đã kết thúc/i).first()).toBeVisible();
	await expect(school.getByRole("radio").and(school.locator(":enabled"))).toHaveCount(0);
});
