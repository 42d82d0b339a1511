import type { Page } from "@playwright/test";

/** Signs in on whatever page asks for it, or on `/sign-in`. */
export async function signIn(page: Page, account: { username: string; password: string }): Promise<void> {
	if (!new URL(page.url(), "http://nowhere").pathname.startsWith("/sign-in")) await page.goto("/sign-in");
	await page.getByLabel("Tên đăng nhập").fill(account.username);
	await page.getByLabel("Mật khẩu", { exact: true }).fill(account.password);
	await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
	await page.waitForURL((url) => url.pathname !== "/sign-in");
}
