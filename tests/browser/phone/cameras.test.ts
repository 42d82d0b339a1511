import type { Page } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import type { Site } from "../../../scripts/demo-site/site.ts";
import { expectAccessible } from "../support/axe.ts";
import { card, expectSaved, sectionPath } from "../support/filling.ts";
import { issue } from "../support/issuing.ts";
import { expect, laptop, test } from "../support/test.ts";

test.use({ data: "cameras" });

const CODE = "36365001";
const template = /camera/i;

const shot = async (page: Page, name: string) => {
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** The school's return in the campaign of that title. */
function returnIn(site: Site, title: string): string {
	const [row] = site.rows<{ id: string }>(
		"select r.return_id as id from recipient r join campaign c on c.id = r.campaign_id where r.code = ? and c.title = ?",
		CODE,
		title,
	);
	if (!row) throw new Error(`${title} was not issued to ${CODE}`);
	return row.id;
}

/** Where the answer to an item is typed. */
const field = (page: Page, item: string) => card(page, item).locator("input[name^='v.']");

/** Answers whatever the page asks and nobody has answered yet, until nothing more appears. */
async function answerRow(page: Page, say: Record<string, string>): Promise<void> {
	const seen = new Set<string>();
	for (;;) {
		const codes = await page
			.locator("li[id^='item-']")
			.evaluateAll((cards) => cards.map((one) => one.id.slice("item-".length)));
		const next = codes.find((code) => !seen.has(code));
		if (!next) return;
		seen.add(next);
		const item = card(page, next);
		const told = say[next];
		const text = item.locator("input[name^='v.']:not([type=radio]):not([type=checkbox])");
		if ((await item.locator("select[name^='v.']").count()) > 0) {
			const select = item.locator("select[name^='v.']");
			if (told) await select.selectOption(told);
			else if ((await select.inputValue()) === "") await select.selectOption({ index: 1 });
		} else if ((await item.locator("input[type=radio]").count()) > 0) {
			if (told) await item.locator(`input[type=radio][value="${told}"]`).check();
			else if ((await item.locator("input[type=radio]:checked").count()) === 0)
				await item.locator("input[type=radio]").first().check();
		} else if ((await item.locator("input[type=checkbox][name^='v.']").count()) > 0) {
			if ((await item.locator("input[type=checkbox]:checked").count()) === 0)
				await item.locator("input[type=checkbox][name^='v.']").first().check();
		} else if ((await text.count()) > 0) {
			const type = await text.first().getAttribute("type");
			const mode = await text.first().getAttribute("inputmode");
			if (told !== undefined) await text.first().fill(told);
			else if ((await text.first().inputValue()) === "")
				await text
					.first()
					.fill(type === "date" ? "2026-11-20" : mode === "numeric" || mode === "decimal" ? "1" : "Theo hồ sơ");
		}
		await page.waitForTimeout(60);
	}
}

test("a preschool with three sites returns its cameras, the second time mostly prefilled", async ({ site, visit }) => {
	test.setTimeout(300_000);
	site.change(
		"update school set sites = 3, classrooms = 3 where school_id = (select id from unit where code = ?)",
		CODE,
	);
	const officer = await visit({ account: accountOf(site, "officer"), ...laptop });
	await issue(officer, { task: "4e", template, title: "Hiện trạng camera, đợt 1" });
	const first = returnIn(site, "Hiện trạng camera, đợt 1");
	const page = await visit({ account: accountOf(site, "principal", CODE) });

	await test.step("the school's record is offered, and put in with one button", async () => {
		await page.goto(`/school/returns/${first}`);
		await expect(page.getByRole("region", { name: "Bắt đầu từ số liệu đã có" })).toContainText("15 dòng");
		await shot(page, "return-offer");
		await page.getByRole("button", { name: "Điền sẵn" }).click();
		await expect(page.getByText("15 khu vực")).toBeVisible();
		await expectAccessible(page);
		await shot(page, "return-prefilled");
	});

	await test.step("the rows are a list, each a page of its own", async () => {
		await page.goto(sectionPath(first, "KV"));
		await expect(page.getByRole("link", { name: "Sân chơi điểm trường 3" })).toBeVisible();
		await shot(page, "rows");
		await expectAccessible(page);
		await page.getByRole("link", { name: "Phòng nhóm, lớp 1" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Phòng nhóm, lớp 1" })).toBeVisible();
		await field(page, "CAM-KV.1").fill("Phòng 3 tuổi A");
		await expectSaved(page);
		await expect(page.getByRole("heading", { level: 1, name: "Phòng 3 tuổi A" })).toBeVisible();
		await answerRow(page, { "CAM-KV.4": "co", "CAM-KV.5": "2", "CAM-KV.6": "1", "CAM-KV.7": "1" });
		await expectSaved(page);
		await shot(page, "row");
		await expectAccessible(page);
	});

	await test.step("a camera in a toilet is stopped with the reason, and is not saved", async () => {
		await page.goto(sectionPath(first, "KV"));
		await page.getByRole("button", { name: "Thêm khu vực" }).click();
		await expect(page.getByRole("heading", { level: 1, name: /chưa đặt tên/ })).toBeVisible();
		await field(page, "CAM-KV.1").fill("Nhà vệ sinh tầng 1");
		await expect(card(page, "CAM-KV.1")).toContainText("nơi riêng tư của trẻ");
		await shot(page, "toilet");
		await field(page, "CAM-KV.1").fill("Hành lang tầng 1");
		await expectSaved(page);
		await page.getByRole("button", { name: "Bỏ khu vực này" }).click();
		await expect(page.getByText("Đã bỏ một khu vực khỏi danh sách")).toBeVisible();
		await page.getByRole("button", { name: "Hoàn tác" }).click();
		await page.getByRole("link", { name: "Hành lang tầng 1" }).click();
		await page.getByRole("button", { name: "Bỏ khu vực này" }).click();
		await expect(page.getByRole("link", { name: "Hành lang tầng 1" })).toHaveCount(0);
	});

	await test.step("a room is copied for the one next door", async () => {
		await page.getByRole("link", { name: "Phòng 3 tuổi A" }).click();
		await page.getByRole("button", { name: "Chép thành khu vực mới" }).click();
		await expect(page.getByRole("heading", { level: 1, name: /chưa đặt tên/ })).toBeVisible();
		await field(page, "CAM-KV.1").fill("Phòng 3 tuổi B");
		await expectSaved(page);
		await expect(field(page, "CAM-KV.5")).toHaveValue("2");
	});

	await test.step("the rest is walked through from row to row and from section to section", async () => {
		const rows = site.rows<{ row: string }>(
			"select row from answer where return_id = ? and item = 'CAM-KV' and value <> 'null' order by cast(value as integer)",
			first,
		);
		for (const { row } of rows) {
			await page.goto(`${sectionPath(first, "KV")}?row=${row}`);
			if ((await page.getByRole("heading", { level: 1 }).textContent())?.startsWith("Phòng 3 tuổi")) continue;
			await answerRow(page, { "CAM-KV.4": "khong" });
			await expectSaved(page);
		}
		const sections = site.rows<{ definition: string }>(
			"select v.definition from recipient r join campaign c on c.id = r.campaign_id join template_version v on v.id = c.version_id where r.return_id = ?",
			first,
		)[0];
		for (const { code, roster } of JSON.parse(sections?.definition ?? "{}").sections) {
			if (roster) continue;
			await page.goto(sectionPath(first, code));
			await answerRow(page, {});
			await page.waitForTimeout(700);
		}
	});

	await test.step("what is missing is named with its row; then it is sent, with lights and figures", async () => {
		await page.goto(`/school/returns/${first}/check`);
		await shot(page, "check");
		// Four rooms are listed now, the record says three.
		const total = page.getByRole("link", { name: /CAM-TT\.4: Số khu vực là phòng nhóm, lớp nhiều hơn/ });
		await expect(total).toBeVisible();
		await total.click();
		await field(page, "CAM-TT.4").fill("4");
		await expectSaved(page);
		await page.goto(`/school/returns/${first}/check`);
		await expectAccessible(page);
		await page.getByRole("checkbox", { name: /cam đoan/ }).check();
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page.getByText("Báo cáo đã được gửi.")).toBeVisible();
		await shot(page, "sent");
		await expectAccessible(page);
	});

	await issue(officer, { task: "4e", template, title: "Hiện trạng camera, đợt 2" });
	const second = returnIn(site, "Hiện trạng camera, đợt 2");
	await test.step("the next round begins with the same rooms", async () => {
		await page.goto(`/school/returns/${second}`);
		await expect(page.getByRole("region", { name: "Bắt đầu từ số liệu đã có" })).toContainText(
			"Hiện trạng camera, đợt 1",
		);
		await page.getByRole("button", { name: "Điền sẵn" }).click();
		// Leaving before it is done would break the request off.
		await expect(page.getByRole("region", { name: "Bắt đầu từ số liệu đã có" })).toBeHidden();
		await page.goto(sectionPath(second, "KV"));
		await expect(page.getByRole("link", { name: "Phòng 3 tuổi A" })).toBeVisible();
		const answered = (id: string) =>
			site.rows<{ n: number }>("select count(*) as n from answer where return_id = ? and value <> 'null'", id)[0]?.n ??
			0;
		expect(answered(second) / answered(first)).toBeGreaterThan(0.7);
		const ids = (id: string) =>
			site.rows<{ row: string }>(
				"select row from answer where return_id = ? and item = 'CAM-KV' and value <> 'null' order by row",
				id,
			);
		expect(ids(second)).toEqual(ids(first));
	});
});
