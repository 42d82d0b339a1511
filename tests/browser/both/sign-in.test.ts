import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { signIn } from "../../../scripts/demo-site/sign-in.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "sign-in" });

test("wrong passwords are counted, and the fifth locks the account for a while", async ({ site, visit }) => {
	const account = accountOf(site, "principal", openSchools.group);
	const page = await visit();
	await page.goto("/sign-in");
	for (const left of [4, 3, 2, 1]) {
		await page.getByLabel("Tên đăng nhập").fill(account.username);
		await page.getByLabel("Mật khẩu", { exact: true }).fill(`sai mật khẩu ${left}`);
		await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
		await expect(page.getByRole("alert")).toContainText(`còn ${left} lần thử`);
		await expect(page.getByLabel("Tên đăng nhập")).toHaveValue(account.username);
	}
	await page.getByLabel("Mật khẩu", { exact: true }).fill("sai lần cuối");
	await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("tài khoản tạm khóa");

	await test.step("then even the right one is refused", async () => {
		await page.getByLabel("Mật khẩu", { exact: true }).fill(account.password);
		await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
		await expect(page.getByRole("alert")).toContainText("tài khoản tạm khóa");
	});

	await test.step("the office unlocks it, and the head comes in", async () => {
		const office = await visit({ account: accountOf(site, "officer") });
		await office.goto(`/office/people?q=${account.code}`);
		await office.getByRole("row").filter({ hasText: account.name }).getByRole("link").click();
		await office.getByRole("button", { name: "Mở khóa ngay" }).click();
		await expect(office.getByText("Đã lưu.")).toBeVisible();
		await signIn(page, account);
		await expect(page).toHaveURL(/\/school$/);
	});
});

test("a stranger is sent to sign in and comes back to the page they wanted; without script, too", async ({
	site,
	visit,
}) => {
	for (const javaScriptEnabled of [true, false]) {
		const page = await visit({ javaScriptEnabled });
		await page.goto("/office/campaigns?state=closed");
		await expect(page).toHaveURL(/\/sign-in\?next=/);
		await expect(page.getByText("bạn trở lại đúng trang đang làm dở")).toBeVisible();
		await signIn(page, accountOf(site, "officer"));
		await expect(page).toHaveURL(/\/office\/campaigns\?state=closed$/);
	}
});

test("an address of another site is no place to come back to", async ({ site, visit }) => {
	for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
		const page = await visit();
		await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
		await signIn(page, accountOf(site, "reader"));
		expect(new URL(page.url()).origin).toBe(site.url);
		await page.context().close();
	}
});

test("a tampered cookie is nobody's", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });
	const cookies = await page.context().cookies();
	await page
		.context()
		.addCookies(
			cookies.map((cookie) =>
				cookie.name.includes("session") ? { ...cookie, value: `${cookie.value.slice(0, -6)}AAAA%3D` } : cookie,
			),
		);
	await page.goto("/office");
	await expect(page).toHaveURL(/\/sign-in/);
});

test("the language changes in one press and is remembered on the next device", async ({ site, visit }) => {
	const account = accountOf(site, "reader");
	const page = await visit();
	await signIn(page, account);
	await page.getByRole("button", { name: "English" }).filter({ visible: true }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "en");
	await expect(page.getByRole("button", { name: "Tiếng Việt" }).filter({ visible: true })).toBeVisible();
	await page.reload();
	await expect(page.locator("html")).toHaveAttribute("lang", "en");

	const other = await visit();
	await signIn(other, account);
	await expect(other.locator("html")).toHaveAttribute("lang", "en");
	await other.getByRole("button", { name: "Tiếng Việt" }).filter({ visible: true }).click();
	await expect(other.locator("html")).toHaveAttribute("lang", "vi");
});

test("the dark theme is chosen in the menu and stays", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer"), colorScheme: "light" });
	await page.goto("/office");
	const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const light = await ground();
	await page
		.getByLabel(/^Tài khoản: /)
		.filter({ visible: true })
		.click();
	await page.getByRole("button", { name: "Tối" }).filter({ visible: true }).click();
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	expect(await ground()).not.toBe(light);
	await page.goto("/office/campaigns");
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("signing out ends the session here; going back shows nothing", async ({ site, visit }) => {
	const page = await visit();
	await signIn(page, accountOf(site, "officer"));
	await page.goto("/office/returns");
	await page
		.getByLabel(/^Tài khoản: /)
		.filter({ visible: true })
		.click();
	await page.getByRole("button", { name: "Đăng xuất" }).filter({ visible: true }).click();
	await expect(page).toHaveURL(/\/sign-in/);
	await page.goto("/office/returns");
	await expect(page).toHaveURL(/\/sign-in/);
});
