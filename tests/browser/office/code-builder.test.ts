import type { Page } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { day } from "../support/days.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "code-builder" });
// From the first edit to the school: four people, a publication and an issue.
test.setTimeout(120_000);

const saved = (page: Page) => expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
const outline = (page: Page) => page.getByRole("navigation", { name: "Dàn ý của bộ quy tắc" });
const text = (page: Page) => page.getByLabel("Nội dung", { exact: true });

test("the office rewords one clause and adds one; published and issued, a school is offered just that", async ({
	site,
	visit,
}) => {
	const [code] = site.rows<{ id: string; version: string }>(
		`select t.id, v.id as version from template t join template_version v on v.template_id = t.id
			where t.kind = 'conduct' and v.state = 'published'`,
	);
	const [stored] = site.rows<{ conduct: string }>("select conduct from template_version where id = ?", code?.version);
	const modules = JSON.parse(stored?.conduct ?? "{}").modules as {
		code: string;
		clauses: { text: { vi: string } }[];
	}[];
	const families = modules.find((module) => module.code === "CM-HS");
	const [old] = families?.clauses.map((clause) => clause.text.vi) ?? [];
	if (!code || !old) throw new Error("the demo has no code of conduct");
	const reworded = "Lắng nghe, nói năng đúng mực với con và người học khác.";
	const added = "Báo ngay cho giáo viên khi biết người học bị bắt nạt.";

	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto(`/office/templates/${code.id}`);
	await page.getByRole("button", { name: "Tạo phiên bản mới" }).click();
	await expect(outline(page)).toBeVisible();

	await test.step("a clause is found, reworded, and another one follows it with Enter", async () => {
		await page.getByLabel("Tìm điều khoản").fill("noi nang dung muc ton trong con");
		await outline(page).getByRole("link", { name: old }).click();
		await text(page).fill(reworded);
		await text(page).press("Enter");
		await expect(text(page)).toHaveValue("");
		await expect(text(page)).toBeFocused();
		await page.keyboard.type(added);
		await saved(page);
		const phone = page.locator("#preview");
		await expect(phone).toContainText("Báo ngay cho giáo viên khi biết người học bị bắt nạt.");
		await expect(phone).toContainText(reworded);
	});

	await test.step("lines are pasted, and one undo takes them all back", async () => {
		await page.getByRole("button", { name: "Dán nhiều dòng" }).click();
		await page.getByLabel("Dán vào đây").fill("1. Chào hỏi\n2. Không to tiếng");
		await page.getByRole("button", { name: "Thêm 2 điều khoản" }).click();
		await page.getByLabel("Tìm điều khoản").fill("khong to tieng");
		await expect(outline(page).getByRole("link", { name: "Không to tiếng" })).toBeVisible();
		await page.getByRole("button", { name: "Hoàn tác" }).click();
		await expect(outline(page).getByRole("link", { name: "Không to tiếng" })).toHaveCount(0);
		await page.getByLabel("Tìm điều khoản").fill("");
		await saved(page);
	});

	await expectAccessible(page);

	await test.step("the return about it stays editable beside it", async () => {
		await page.getByRole("link", { name: "Phiếu báo cáo thực hiện" }).click();
		await expect(page.getByRole("navigation", { name: "Dàn ý của mẫu" })).toBeVisible();
		await page.getByRole("link", { name: "Bộ quy tắc", exact: true }).click();
		await expect(outline(page)).toBeVisible();
	});

	await test.step("published with its difference", async () => {
		await page.getByRole("link", { name: "Kiểm tra và công bố" }).click();
		await expect(page.getByText(added)).toBeVisible();
		await expect(page.getByText("Nói năng đúng mực", { exact: false }).first()).toBeVisible();
		const confirm = page.getByLabel(/cảnh báo/i);
		if ((await confirm.count()) > 0) await confirm.first().check();
		await page.getByRole("button", { name: "Công bố phiên bản" }).click();
		await expect(page).toHaveURL(/\?version=/);
	});

	await test.step("issued, and offered to a school that adopted", async () => {
		const [next] = site.rows<{ id: string }>(
			"select id from template_version where template_id = ? and state = 'published'",
			code.id,
		);
		expect(next?.id).not.toBe(code.version);
		const officer = await visit({ account: accountOf(site, "officer") });
		await officer.goto(`/office/campaigns/new?version=${next?.id}`);
		await officer.getByLabel("Tên đợt").fill("Bộ quy tắc ứng xử, bản sửa đổi");
		await officer.getByLabel("Hạn nộp").fill(day(9).typed);
		await officer.getByRole("button", { name: "Xem lại và phát hành" }).click();
		await officer.getByRole("button", { name: /^Phát hành cho/ }).click();
		await expect(officer.getByText("Đã phát hành.")).toBeVisible();

		const heads = site.accounts.filter(({ role }) => role === "principal");
		const schools = site.rows<{ code: string }>(
			"select u.code from conduct_version v join unit u on u.id = v.school_id where v.state = 'published'",
		);
		const head = heads.find((account) => schools.some(({ code }) => code === account.code));
		if (!head) throw new Error("no principal of a school that adopted");
		const school = await visit({ account: head });
		await school.goto("/school/conduct");
		const offer = school.locator("#offer");
		await expect(offer).toContainText(added);
		await expect(offer).toContainText(reworded);
	});
});
