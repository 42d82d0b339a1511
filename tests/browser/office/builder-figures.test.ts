import type { Page } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { card, expectSaved, sectionPath } from "../support/filling.ts";
import { issue } from "../support/issuing.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "builder-figures" });

const refusal = "Không lắp camera ở nhà vệ sinh, phòng thay đồ.";

/** Chooses an item in the combobox of that name by a few letters of its question. */
async function pick(page: Page, within: ReturnType<Page["locator"]>, label: string, typed: string) {
	const box = within.getByRole("combobox", { name: label, exact: true });
	await box.click();
	await box.fill(typed);
	await page.keyboard.press("Enter");
}

test("a status form with rows, a column, a light, a list and refused words is built by choosing, and acts at a school", async ({
	site,
	visit,
}) => {
	test.slow();
	const page = await visit({ account: accountOf(site, "office_admin") });
	const outline = page.getByRole("navigation", { name: "Dàn ý của mẫu" });
	const editor = page.locator("#editor");
	const preview = page.locator("#preview");
	const saved = () => expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();

	await page.goto("/office/templates/new");
	await page.getByLabel("Tên mẫu").fill("Hiện trạng camera theo khu vực");
	await page.getByRole("button", { name: "Bắt đầu soạn" }).click();

	await test.step("three items, the first of which refuses words", async () => {
		const text = page.getByLabel("Nội dung", { exact: true });
		await text.fill("Tên khu vực");
		await editor.getByLabel("Cách trả lời").selectOption("text");
		await editor.getByLabel("Không nhận câu trả lời có những từ nhất định").check();
		await editor.getByLabel("Các từ không nhận").fill("nhà vệ sinh\nphòng thay đồ");
		await expect(editor.getByText("Chưa viết đủ nên chưa có tác dụng.")).toBeVisible();
		await editor.getByLabel("Câu giải thích cho người điền").fill(refusal);
		await expect(editor.getByText(/Câu trả lời có “nhà vệ sinh” hoặc “phòng thay đồ” không được nhận/)).toBeVisible();
		for (const [at, question] of ["Số mắt camera", "Số mắt hỏng"].entries()) {
			await editor.getByRole("button", { name: "Thêm mục bên dưới" }).click();
			await expect(page.getByRole("heading", { name: `Mục A.${at + 2}` })).toBeVisible();
			await text.fill(question);
			await editor.getByLabel("Cách trả lời").selectOption("integer");
		}
		await saved();
	});

	await test.step("the section repeats, with rows from the school's record", async () => {
		await outline.getByRole("link", { name: /Nội dung kiểm tra/ }).click();
		await editor.getByLabel("Lặp lại theo từng dòng").check();
		await editor.getByLabel("Một dòng là một", { exact: true }).fill("khu vực");
		await editor.getByRole("button", { name: "Thêm cách tạo dòng" }).click();
		await pick(page, editor, "Trả lời sẵn một mục", "so mat cam");
		await editor.getByLabel("Số mắt camera", { exact: true }).fill("2");
		await expect(
			editor.getByText(
				"Mỗi phòng học trong hồ sơ trường thành một dòng: “Phòng 1”, “Phòng 2”… Điền sẵn “Số mắt camera” là 2.",
			),
		).toBeVisible();
		await expectAccessible(page);
	});

	await test.step("nobody passes or fails", async () => {
		await outline.getByRole("link", { name: "Cách xếp loại" }).click();
		await editor.getByLabel("Xếp loại theo").selectOption("none");
	});

	await test.step("a column of the roll-up", async () => {
		await outline.getByRole("link", { name: "Cột số liệu (0)" }).click();
		await editor.getByRole("button", { name: "Thêm cột số liệu" }).click();
		await editor.getByLabel("Tên cột", { exact: true }).fill("Tổng số mắt camera");
		await editor.getByLabel("Lấy", { exact: true }).selectOption("total");
		await pick(page, editor, "Cột được cộng", "so mat cam");
		await expect(
			editor.getByText("Mỗi trường ghi tổng “Số mắt camera” của mọi khu vực; dòng tổng cộng các trường lại."),
		).toBeVisible();
		await expect(outline.getByRole("link", { name: "Cột số liệu (1)" })).toBeVisible();
		await expectAccessible(page);
	});

	await test.step("a light", async () => {
		await outline.getByRole("link", { name: "Đèn (0)" }).click();
		await editor.getByRole("button", { name: "Thêm đèn" }).click();
		await editor.getByLabel("Tên đèn", { exact: true }).fill("Camera hoạt động");
		for (const [when, most] of [
			["Xanh khi", "0"],
			["Nếu không xanh, vàng khi", "2"],
		] as const) {
			const box = editor.getByRole("group", { name: when, exact: true });
			await box.getByRole("button", { name: "Thêm điều kiện" }).click();
			await box.getByLabel("So sánh cái gì").selectOption("total");
			await pick(page, box, "Cột được cộng", "hong");
			await box.getByLabel("Phép so sánh").selectOption("le");
			await box.getByLabel("Số", { exact: true }).fill(most);
		}
		for (const [colour, says] of [
			["Xanh", "Mọi camera hoạt động"],
			["Vàng", "Có một vài mắt hỏng"],
			["Đỏ", "Nhiều mắt hỏng"],
		] as const)
			await editor.getByLabel(colour, { exact: true }).fill(says);
		await expect(
			editor.getByText(
				"Xanh khi tổng “Số mắt hỏng” của mọi khu vực không quá 0. Nếu không, vàng khi tổng “Số mắt hỏng” của mọi khu vực không quá 2. Các trường hợp còn lại là đỏ.",
			),
		).toBeVisible();
		await expect(outline.getByRole("link", { name: "Đèn (1)" })).toBeVisible();
		await expectAccessible(page);
	});

	await test.step("a list of the areas with something broken", async () => {
		await outline.getByRole("link", { name: "Danh sách trích (0)" }).click();
		await editor.getByRole("button", { name: "Thêm danh sách trích" }).click();
		await editor.getByLabel("Tên danh sách", { exact: true }).fill("Khu vực có mắt hỏng");
		await editor.getByLabel("Mỗi dòng là").selectOption({ label: "một khu vực (Nội dung kiểm tra)" });
		await pick(page, editor, "Thêm mục", "ten khu vuc");
		await pick(page, editor, "Thêm mục", "hong");
		await editor.getByLabel("Lấy", { exact: true }).selectOption("some");
		await editor.getByRole("button", { name: "Thêm điều kiện" }).click();
		await pick(page, editor, "Mục", "hong");
		await editor.getByLabel("Phép so sánh").selectOption("gt");
		await editor.getByLabel("Số", { exact: true }).fill("0");
		await expect(
			editor.getByText("Lấy những khu vực mà “Số mắt hỏng” lớn hơn 0, với các cột “Tên khu vực”, “Số mắt hỏng”."),
		).toBeVisible();
		await expectAccessible(page);
	});

	await test.step("the phone fills in the record, and its light moves", async () => {
		await preview.getByRole("button", { name: "Điền sẵn từ hồ sơ trường (12 dòng)" }).click();
		await expect(preview.getByText("Phòng 12", { exact: true })).toBeVisible();
		await expect(preview.getByText("24", { exact: true })).toBeVisible();
		await preview
			.getByRole("link", { name: /Phòng 1\b/ })
			.first()
			.click();
		await preview.getByLabel("Số mắt hỏng").fill("3");
		await expect(preview.getByText("Nhiều mắt hỏng")).toBeVisible();
		await preview.getByLabel("Tên khu vực").fill("Nha ve sinh tầng 1");
		await expect(preview.getByText(refusal).first()).toBeVisible();
	});

	await test.step("an item that a rule names goes missing: the page says where, and undo brings it back", async () => {
		await outline.getByRole("link", { name: /Số mắt hỏng/ }).click();
		await editor.getByRole("button", { name: "Xóa mục" }).click();
		await expect(editor.getByText(/Tại đèn den-1 có nhắc đến A\.3/)).toBeVisible();
		await editor.getByRole("link", { name: /Tại danh sách trích ds-1 có nhắc đến A\.3/ }).click();
		await expect(editor.getByRole("group", { name: "Danh sách trích" })).toBeVisible();
		await page.getByRole("button", { name: "Hoàn tác" }).click();
		await expect(editor.getByText(/có nhắc đến A\.3/)).toHaveCount(0);
		await saved();
	});

	await test.step("what was built is what is stored", async () => {
		await page.reload();
		await expect(outline.getByRole("link", { name: "Danh sách trích (1)" })).toBeVisible();
		await page.getByRole("link", { name: "Kiểm tra và công bố" }).click();
		const seen = page.getByLabel("Tôi đã xem các cảnh báo");
		await expect(page.getByRole("button", { name: "Công bố phiên bản" })).toBeVisible();
		if ((await seen.count()) > 0) await seen.check();
		await page.getByRole("button", { name: "Công bố phiên bản" }).click();
		await expect(page).toHaveURL(/\?version=/);
	});

	await issue(page, { task: "4b", template: /Hiện trạng camera theo khu vực/, title: "Hiện trạng camera" });
	const [sent] = site.rows<{ id: string; code: string; classrooms: number }>(
		`select r.return_id as id, r.code, s.classrooms from recipient r join campaign c on c.id = r.campaign_id join school s on s.school_id = r.school_id
			where c.title = 'Hiện trạng camera' and r.code = '36365001'`,
	);
	if (!sent) throw new Error("it was not issued");
	const school = await visit({ account: accountOf(site, "principal", sent.code), ...phone });

	await test.step("the school gets a row for each classroom, and the refusal in the author's words", async () => {
		await school.goto(`/school/returns/${sent.id}`);
		const offer = school.getByRole("button", { name: "Điền sẵn", exact: true });
		await offer.click();
		await expect(offer).toBeHidden();
		await school.goto(sectionPath(sent.id, "A"));
		await expect(school.getByText(`Phòng ${sent.classrooms}`, { exact: true })).toBeVisible();
		await school
			.getByRole("link", { name: /Phòng 1\b/ })
			.first()
			.click();
		const field = (item: string) => card(school, item).locator("input[name^='v.']").first();
		await expect(field("A.2")).toHaveValue("2");
		await field("A.1").fill("NHÀ VỆ SINH");
		await field("A.1").blur();
		await expect(school.getByText(refusal).first()).toBeVisible();
		await field("A.1").fill("Phòng 1");
		await field("A.3").fill("1");
		await field("A.3").blur();
		await expectSaved(school);
	});

	await test.step("and sees the light and the figure before it sends", async () => {
		await school.goto(`/school/returns/${sent.id}/check`);
		await expect(school.getByText("Có một vài mắt hỏng")).toBeVisible();
		await expect(school.getByText(String(sent.classrooms * 2), { exact: true }).first()).toBeVisible();
	});
});
