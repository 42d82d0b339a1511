import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "acknowledge" });

const school = openSchools.half;

test("a teacher reads to the end on a phone that loses its network, signs by name and is not asked again", async ({
	site,
	visit,
	complaints,
}) => {
	complaints.expect(/ERR_INTERNET_DISCONNECTED/);
	const teacher = accountOf(site, "teacher", school);
	const page = await visit({ account: teacher });
	const id = site.rows<{ id: string }>("select id from person where username = ?", teacher.username)[0]?.id;
	const read = () => site.rows("select 1 from acknowledgement where person_id = ? and read_at is not null", id).length;
	await page.goto("/school");
	await page.getByRole("link", { name: "Đọc và ký", exact: true }).click();
	await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Giáo viên");
	const progress = page.getByRole("progressbar", { name: "Đã đọc" });
	await expect(progress).toBeVisible();
	expect(Number(await progress.getAttribute("aria-valuenow"))).toBeLessThan(20);
	expect(read()).toBe(0);

	await page.context().setOffline(true);
	await page.getByRole("button", { name: "Tôi đã đọc hết" }).scrollIntoViewIfNeeded();
	await expect(progress).toHaveAttribute("aria-valuenow", "100");
	await expect(page.getByRole("button", { name: "Tôi đã đọc hết" })).toBeVisible();
	expect(read()).toBe(0);
	await page.context().setOffline(false);
	const name = page.getByLabel("Gõ họ và tên của bạn để ký");
	await expect(name).toBeVisible();
	await expect.poll(read).toBe(1);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await name.fill(teacher.name.slice(0, 4));
	await expect(page.getByText("Chưa khớp với tên")).toHaveCount(0);
	await name.fill("Người Khác");
	await expect(page.getByText(`Chưa khớp với tên trong tài khoản: ${teacher.name}`)).toBeVisible();
	await name.fill(teacher.name.toLowerCase());
	await expect(page.getByText("Khớp với tên trong tài khoản", { exact: true })).toBeVisible();
	await page.getByRole("button", { name: "Ký xác nhận" }).click();
	await expect(page.getByText("Đã ký xác nhận. Bạn không phải làm gì thêm.")).toBeVisible();
	await expectAccessible(page);
	await page.goto("/me/conduct/read");
	await expect(page).toHaveURL(/\/me\/conduct\/signed\//);
	await page.goto("/school");
	await expect(page.getByRole("link", { name: "Đọc và ký", exact: true })).toHaveCount(0);
});

test("the public page takes two files, sets no cookie, runs no script and fits 320 px", async ({ visit }) => {
	const page = await visit({ viewport: { width: 320, height: 640 } });
	const asked: string[] = [];
	page.on("request", (request) => asked.push(request.resourceType()));
	await page.goto(`/public/schools/${school}`, { waitUntil: "networkidle" });
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bộ Quy tắc ứng xử");
	expect(asked.filter((type) => type !== "other")).toEqual(["document", "stylesheet"]);
	expect(await page.context().cookies()).toEqual([]);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole("link", { name: "Phản ánh, góp ý" }).click();
	await expect(page.locator("a[href^='tel:0']")).toBeInViewport();
	await page.getByRole("link", { name: "English" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Code of conduct");
});
