import { chromium as browserType } from "@playwright/test";
import { accountOf } from "./demo-site/accounts.ts";
import { chromium } from "./demo-site/chromium.ts";
import { signIn } from "./demo-site/sign-in.ts";
import { startSite } from "./demo-site/site.ts";

const site = await startSite(null);
const out = "/tmp/look-builder/";
try {
	const browser = await browserType.launch(chromium);
	const open = async (width: number, dark: boolean, js = true) => {
		const context = await browser.newContext({
			baseURL: site.url,
			viewport: { width, height: width < 500 ? 780 : 860 },
			colorScheme: dark ? "dark" : "light",
			locale: "vi-VN",
			reducedMotion: "reduce",
			isMobile: width < 500,
			hasTouch: width < 500,
			javaScriptEnabled: js,
		});
		const page = await context.newPage();
		page.on(
			"console",
			(m) => ["error", "warning"].includes(m.type()) && console.log("CONSOLE", m.text().slice(0, 400)),
		);
		page.on("pageerror", (e) => console.log("PAGEERROR", e.message.slice(0, 400)));
		await signIn(page, accountOf(site, "office_admin"));
		return page;
	};
	const page = await open(1280, false);
	await page.goto("/office/templates");
	await page.screenshot({ path: `${out}library.png` });
	await page.getByRole("link", { name: "Soạn mẫu mới" }).click();
	await page.getByLabel("Tên mẫu").fill("Bảng kiểm phòng chống bão 2026");
	await page.screenshot({ path: `${out}new.png`, fullPage: true });
	await page.keyboard.press("Enter");
	await page.waitForURL(/edit/);
	await page.waitForTimeout(800);
	await page.screenshot({ path: `${out}empty.png` });
	for (const text of [
		"Cây xanh trong sân trường đã được cắt tỉa, chằng chống",
		"Mái tôn, cửa kính đã được gia cố",
		"Có danh sách liên hệ khẩn cấp với xã",
		"Hồ sơ, thiết bị điện đã được kê cao",
		"Có lịch trực phòng chống bão",
	]) {
		await page.keyboard.type(text);
		if (!text.startsWith("Có lịch")) await page.keyboard.press("Enter");
	}
	await page.waitForTimeout(1500);
	await page.screenshot({ path: `${out}storm.png` });
	const url = page.url();
	const templates = site.rows<{ id: string; code: string }>("select id, code from template order by code");
	console.log(templates.map((t) => t.code).join(" "));
	const big = templates.find((t) => t.code === "BK-MN-45") ?? templates[0];
	await page.goto(`/office/templates/${big?.id}`);
	await page.screenshot({ path: `${out}template.png` });
	await page.getByRole("button", { name: "Tạo phiên bản mới" }).click();
	await page.waitForURL(/edit/);
	await page.waitForTimeout(800);
	await page.screenshot({ path: `${out}big.png` });
	const bigUrl = page.url();
	await page.locator("[data-item] input[type=checkbox]").nth(1).check();
	await page.locator("[data-item] input[type=checkbox]").nth(2).check();
	await page.waitForTimeout(300);
	await page.screenshot({ path: `${out}bulk.png` });
	await page.getByRole("button", { name: "Lấy từ ngân hàng mục" }).click();
	await page.getByLabel("Tìm theo nội dung").fill("bep an");
	await page.waitForTimeout(900);
	await page.screenshot({ path: `${out}bank.png` });
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Dán từ Excel" }).click();
	await page
		.getByLabel("Các dòng đã sao chép")
		.fill(
			"TT\tNội dung\tBắt buộc\tCăn cứ\nI\tSân trường\t\t\n1\tSân bằng phẳng\tx\tThông tư 45\n2\tCó hàng rào\t\t\nII\tPhòng học\t\t\n1\tCửa chắc chắn\t\tTT 13",
		);
	await page.waitForTimeout(300);
	await page.screenshot({ path: `${out}paste.png` });
	await page.keyboard.press("Escape");
	await page.getByRole("link", { name: "Thông tin chung" }).click();
	await page.screenshot({ path: `${out}head.png` });
	await page.goto(`${bigUrl}?section=A`);
	await page.waitForTimeout(600);
	await page.screenshot({ path: `${out}section.png` });
	const dark = await open(1280, true);
	await dark.goto(url);
	await dark.waitForTimeout(800);
	await dark.screenshot({ path: `${out}dark.png` });
	const phone = await open(360, false);
	await phone.goto(url);
	await phone.waitForTimeout(800);
	await phone.screenshot({ path: `${out}phone-outline.png` });
	await phone.locator("[data-item] a").nth(1).click();
	await phone.waitForTimeout(300);
	await phone.screenshot({ path: `${out}phone-editor.png`, fullPage: true });
	console.log("overflow", await phone.evaluate(() => document.documentElement.scrollWidth));
	const plain = await open(1280, false, false);
	await plain.goto(url);
	await plain.screenshot({ path: `${out}plain.png`, fullPage: true });
	await browser.close();
} finally {
	await site.stop();
	site.remove();
}
