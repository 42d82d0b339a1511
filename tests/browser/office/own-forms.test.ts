import type { Page } from "@playwright/test";
import { writeWorkbook } from "#app/platform/sheets/write-workbook.ts";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { day } from "../support/days.ts";
import { card, expectSaved, sectionPath } from "../support/filling.ts";
import { issue } from "../support/issuing.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "own-forms" });

const storm = [
	"Cây xanh trong sân trường đã được cắt tỉa, chằng chống",
	"Mái tôn, cửa kính đã được gia cố",
	"Có danh sách liên hệ khẩn cấp với xã",
	"Hồ sơ, thiết bị điện đã được kê cao",
	"Có lịch trực phòng chống bão",
];

const xlsx = (name: string, bytes: Uint8Array) => ({
	name,
	mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	buffer: Buffer.from(bytes),
});

async function upload(page: Page, name: string, sheets: { name: string; rows: string[][] }[]) {
	await page.goto("/office/templates/import");
	await page
		.getByLabel("Tệp biểu mẫu")
		.setInputFiles(
			xlsx(
				name,
				await writeWorkbook(sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) }))),
			),
		);
	await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

/** An answer as an expression of XLSForm names it. */
const of = (name: string) => `\${${name}}`;

/** The last look at a draft, and out it goes. */
async function publish(page: Page) {
	const send = page.getByRole("button", { name: "Công bố phiên bản" });
	await expect(send).toBeVisible();
	const seen = page.getByLabel("Tôi đã xem các cảnh báo");
	if ((await seen.count()) > 0) await seen.check();
	await send.click();
	await expect(page).toHaveURL(/\/office\/templates\/[0-9a-f-]+\?version=/);
}

test("a storm checklist of five items is written and issued in under two minutes, without a mouse", async ({
	site,
	visit,
}) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	const press = async (name: string | RegExp, role: "link" | "button" | "radio" | "checkbox", key = "Enter") => {
		await page.getByRole(role, { name }).first().focus();
		await page.keyboard.press(key);
	};
	await page.goto("/office/templates");
	const begun = Date.now();

	await press("Soạn mẫu mới", "link");
	await expect(page.getByRole("heading", { level: 1, name: "Soạn mẫu mới" })).toBeVisible();
	await page.getByLabel("Tên mẫu").focus();
	await page.keyboard.type("Bảng kiểm bão số 9");
	await page.keyboard.press("Enter");
	await expect(page.getByLabel("Nội dung", { exact: true })).toBeFocused();
	for (const [at, text] of storm.entries()) {
		if (at > 0) {
			await page.keyboard.press("Enter");
			await expect(page.getByRole("heading", { name: `Mục A.${at + 1}` })).toBeVisible();
		}
		await page.keyboard.type(text);
	}
	await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();

	await press("Kiểm tra và công bố", "link");
	await expect(page.getByRole("button", { name: "Công bố phiên bản" })).toBeVisible();
	await press("Tôi đã xem các cảnh báo", "checkbox", "Space");
	await press("Công bố phiên bản", "button");
	await expect(page).toHaveURL(/\?version=/);

	await page.goto("/office/campaigns/new");
	await press(/^Bảng kiểm bão số 9/, "radio", "Space");
	await expect(page.getByRole("region", { name: "Danh sách nhận" }).first()).toContainText("đơn vị sẽ nhận");
	await page.getByLabel("Tên đợt").focus();
	await page.keyboard.type("Rà soát trước bão số 9");
	await page.getByLabel("Hạn nộp").fill(day(2).typed);
	await press("Xem lại và phát hành", "button");
	await expect(page.getByRole("heading", { level: 1, name: "Xem lại trước khi phát hành" })).toBeVisible();
	await press(/^Phát hành cho/, "button");
	await expect(page.getByText("Đã phát hành.")).toBeVisible();
	expect(Date.now() - begun).toBeLessThan(120_000);

	const [sent] = site.rows<{ n: number }>(
		"select count(*) as n from recipient r join campaign c on c.id = r.campaign_id where c.title = 'Rà soát trước bão số 9'",
	);
	expect(sent?.n).toBeGreaterThan(0);
});

test("an XLSForm of Kobo skips, limits, computes and judges for a principal as its author meant", async ({
	site,
	visit,
}) => {
	const office = await visit({ account: accountOf(site, "office_admin") });
	const columns = [
		"type",
		"name",
		"label::Tiếng Việt (vi)",
		"required",
		"relevant",
		"constraint",
		"constraint_message::Tiếng Việt (vi)",
		"calculation",
	];
	const survey = [
		columns,
		["start", "start"],
		["begin_group", "an_uong", "Bữa ăn bán trú"],
		["select_one co_khong", "co_bep", "Trường có bếp ăn không?", "true"],
		[
			"integer",
			"suat",
			"Số suất ăn một ngày",
			"true",
			`${of("co_bep")} = 'co'`,
			". >= 1 and . <= 2000",
			"Từ 1 đến 2000",
		],
		[
			"integer",
			"mau",
			"Số mẫu thức ăn đã lưu",
			"true",
			`${of("co_bep")} = 'co'`,
			`. <= ${of("suat")}`,
			"Không thể nhiều hơn số suất",
		],
		["select_one danh_gia", "luu_mau", "Mẫu thức ăn được lưu đủ 24 giờ", "true", `${of("co_bep")} = 'co'`],
		["select_one danh_gia", "nuoc", "Có đủ nước uống hợp vệ sinh", "true"],
		["end_group"],
		["begin_repeat", "phong", "Phòng ăn"],
		["text", "ten_phong", "Tên phòng", "true"],
		["integer", "cho_ngoi", "Số chỗ ngồi", "true"],
		["end_repeat"],
		["begin_group", "tong_hop", "Tổng hợp"],
		["calculate", "tong_cho", "Tổng số chỗ ngồi", "", "", "", "", `sum(${of("cho_ngoi")})`],
		["calculate", "thieu", "Số suất chưa có mẫu lưu", "", "", "", "", `${of("suat")} - ${of("mau")}`],
		["end_group"],
	];
	const choices = [
		["list_name", "name", "label::Tiếng Việt (vi)"],
		["co_khong", "co", "Có"],
		["co_khong", "khong", "Không"],
		["danh_gia", "met", "Đạt"],
		["danh_gia", "unmet", "Chưa đạt"],
	];
	const settings = [
		["form_title", "form_id"],
		["Kiểm tra bếp ăn theo Kobo", "kobo-bep"],
	];
	await upload(office, "kobo-bep.xlsx", [
		{ name: "survey", rows: survey },
		{ name: "choices", rows: choices },
		{ name: "settings", rows: settings },
	]);
	await office.getByRole("button", { name: "Tạo mẫu mới" }).click();
	await expect(office.getByRole("heading", { level: 1 })).toContainText("Kiểm tra bếp ăn theo Kobo");

	await test.step("the office says how it is judged, sees the conditions as sentences, and publishes", async () => {
		await office.getByRole("link", { name: "Sửa bản nháp" }).click();
		const outline = office.getByRole("navigation", { name: "Dàn ý của mẫu" });
		await outline.getByRole("link", { name: /Số suất ăn một ngày/ }).click();
		await expect(office.getByText("Chỉ hỏi khi “Trường có bếp ăn không?” là Có.")).toBeVisible();
		await outline.getByRole("link", { name: "Cách xếp loại" }).click();
		await office.getByLabel("Xếp loại theo").selectOption("percent");
		await office.getByLabel("Ít nhất (%)").fill("100");
		await expect(office.getByText(/^Đã lưu lúc/)).toBeVisible();
		await office.getByRole("link", { name: "Kiểm tra và công bố" }).click();
		await publish(office);
	});
	await issue(office, { task: "4b", template: /Kiểm tra bếp ăn theo Kobo/, title: "Kiểm tra bếp ăn" });
	const [sent] = site.rows<{ id: string; code: string }>(
		"select r.return_id as id, r.code from recipient r join campaign c on c.id = r.campaign_id where c.title = 'Kiểm tra bếp ăn' and r.code = '36365001'",
	);
	if (!sent) throw new Error("it was not issued");

	const school = await visit({ account: accountOf(site, "principal", sent.code), ...phone });
	const number = (item: string) => card(school, item).locator("input[name^='v.']").first();
	await test.step("what is asked follows the answers", async () => {
		await school.goto(sectionPath(sent.id, "A"));
		await expect(card(school, "co_bep")).toBeVisible();
		await expect(card(school, "suat")).toBeHidden();
		await card(school, "co_bep").getByRole("radio", { name: "Có", exact: true }).check();
		await expect(card(school, "suat")).toBeVisible();
		await number("suat").fill("300");
		await number("mau").fill("310");
		await number("mau").blur();
		await card(school, "luu_mau").locator("input[value=met]").check();
		await card(school, "nuoc").locator("input[value=met]").check();
		await expectSaved(school);
	});
	await test.step("the constraint speaks with the author's words", async () => {
		await school.goto(`/school/returns/${sent.id}/check`);
		await expect(school.getByText("Không thể nhiều hơn số suất").first()).toBeVisible();
		await school.goto(sectionPath(sent.id, "A"));
		await number("mau").fill("290");
		await number("mau").blur();
		await expectSaved(school);
	});
	await test.step("rows are added and summed up, and a criterion fails the verdict", async () => {
		await school.goto(sectionPath(sent.id, "B"));
		for (const [name, seats] of [
			["Phòng A", "120"],
			["Phòng B", "150"],
		] as const) {
			await school.goto(sectionPath(sent.id, "B"));
			await school.getByRole("button", { name: /^Thêm phòng ăn/i }).click();
			await number("ten_phong").fill(name);
			await number("cho_ngoi").fill(seats);
			await number("cho_ngoi").blur();
			await expectSaved(school);
		}
		await school.goto(sectionPath(sent.id, "C"));
		await expect(card(school, "tong_cho")).toContainText("270");
		await expect(card(school, "thieu")).toContainText("10");
		await school.goto(`/school/returns/${sent.id}/check`);
		await expect(school.getByText("Không thể nhiều hơn số suất")).toBeHidden();
		await expect(school.getByText(/2\/2 tiêu chí/).first()).toBeVisible();
	});
});

test("the preschool checklist is corrected from an annex of 50 rows, and what differs is answered for", async ({
	site,
	visit,
}) => {
	const [now] = site.rows<{ definition: string; template: string }>(
		`select v.definition, t.id as template from template_version v join template t on t.id = v.template_id
			where t.code = 'BK-MN-2019' order by v.number desc limit 1`,
	);
	type Section = { code: string; title: { vi: string }; items: { code: string; type: string; text: { vi: string } }[] };
	const sections: Section[] = JSON.parse(now?.definition ?? "{}").sections;
	const rows: string[][] = [["STT", "Nội dung", "Bắt buộc", "Căn cứ"]];
	let reworded = "";
	for (const { code, title, items } of sections) {
		const judged = items.filter(({ type }) => type === "verdict");
		if (judged.length === 0) continue;
		rows.push([code, title.vi]);
		for (const item of judged) {
			const first = reworded === "";
			if (first) reworded = item.code;
			rows.push([
				item.code,
				first ? `Sân chơi có hàng rào ngăn với đường đi và ao hồ` : item.text.vi,
				"",
				"NĐ 80/2017",
			]);
		}
	}
	for (let at = 1; rows.length < 51; at += 1)
		rows.push([`MN-BS.${at}`, `Tiêu chí bổ sung số ${at} của phụ lục`, "x", "TT 45/2021"]);

	const page = await visit({ account: accountOf(site, "office_admin") });
	await upload(page, "phu-luc.xlsx", [{ name: "Phụ lục", rows }]);
	await page.getByLabel("Mẫu", { exact: true }).selectOption(now?.template ?? "");
	await page.getByRole("button", { name: "Tạo phiên bản tiếp theo" }).click();
	await expect(page.getByText("BK-MN-2019 · phiên bản 2")).toBeVisible();

	await page.getByRole("link", { name: "Kiểm tra và công bố" }).first().click();
	const changed = page.getByRole("group", { name: `${reworded}: có so với kỳ trước không?` });
	await expect(changed).toBeVisible();
	for (const asked of await page.getByRole("group", { name: /có so với kỳ trước không\?$/ }).all())
		await asked.getByLabel("Vẫn so được").check();
	await changed.getByLabel("Không so, hỏi điều khác").check();
	await publish(page);

	const [stored] = site.rows<{ state: string; definition: string; comparisons: string }>(
		"select state, definition, comparisons from template_version where template_id = ? and number = 2",
		now?.template,
	);
	expect(stored?.state).toBe("published");
	expect(stored?.definition).toContain("Sân chơi có hàng rào ngăn với đường đi và ao hồ");
	expect(JSON.parse(stored?.comparisons ?? "{}")).toMatchObject({ [reworded]: "other" });
});
