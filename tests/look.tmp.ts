import { chromium as browserType } from "@playwright/test";
import { accountOf } from "../scripts/demo-site/accounts.ts";
import { chromium } from "../scripts/demo-site/chromium.ts";
import { signIn } from "../scripts/demo-site/sign-in.ts";
import { startSite } from "../scripts/demo-site/site.ts";
import { openSchools } from "../scripts/seed/accounts.ts";
import { mkdirSync } from "node:fs";
const out = "/tmp/shots"; mkdirSync(out, { recursive: true });
const site = await startSite(null);
const browser = await browserType.launch(chromium);
try {
	const [c] = site.rows<{ id: string; title: string }>(`select id, title from campaign c where state = 'issued' and (select v.conduct from template_version v where v.id = c.version_id) is null and exists (select 1 from recipient r where r.campaign_id=c.id and r.verdict is not null) order by recipients desc, id`);
	const id = c!.id;
	console.log(c, site.rows("select state, count(*) n from recipient where campaign_id=? group by state", id));
	site.change("update recipient set due_on = '2026-11-22' where campaign_id = ? and first_submitted_at is null", id);
	const half = site.rows<{return_id:string, campaign_id: string}>("select return_id, campaign_id from recipient where code = ? and first_submitted_at is null and campaign_id=?", openSchools.half, id);
	console.log("half", half);
	const newPage = async (who: "officer" | "principal", size: {width:number;height:number}, dark = false, code?: string) => {
		const context = await browser.newContext({ baseURL: site.url, viewport: size, colorScheme: dark ? "dark" : "light", locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", reducedMotion: "reduce", isMobile: size.width < 500, hasTouch: size.width < 500 });
		const page = await context.newPage();
		page.on("console", (m) => { if (m.type() === "error") console.log("CONSOLE", page.url(), m.text()); });
		page.on("pageerror", (e) => console.log("PAGEERROR", e.message));
		await signIn(page, accountOf(site, who, code));
		return page;
	};
	const wide = { width: 1280, height: 900 }, phone = { width: 360, height: 780 };
	const shot = async (page: any, name: string) => { await page.evaluate(() => (document as any).fonts.ready); await page.screenshot({ path: `${out}/${name}.png`, fullPage: true, animations: "disabled" }); const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth); if (over > 0) console.log("SIDEWAYS", name, over); };
	const page = await newPage("officer", wide);
	await page.goto(`/office/campaigns/${id}/letters`); await shot(page, "letters");
	await page.getByRole("button", { name: "Soạn công văn nhắc nộp" }).click(); await page.waitForURL(/office\/letters/); await shot(page, "reminder-draft");
	const draft = page.url();
	await page.getByLabel("Số", { exact: true }).fill("x"); await page.getByLabel("Họ tên người ký").fill("Lê Thị Bình");
	await page.getByRole("button", { name: /^Phát hành/ }).click(); await page.waitForTimeout(1500); await shot(page, "reminder-refused");
	await page.getByLabel("Số", { exact: true }).fill("12"); await page.getByRole("button", { name: /^Phát hành/ }).click(); await page.waitForURL(/issued=1/, { timeout: 60000 }); await shot(page, "letters-issued");
	await page.goto(draft); await shot(page, "reminder-issued");
	await page.goto(`/office/campaigns/${id}`); await shot(page, "campaign");
	await page.goto(`/office/campaigns/${id}/results`); await shot(page, "results");
	await page.goto(`/office/campaigns/${id}/letters`);
	await page.getByRole("button", { name: "Soạn, phát hành thông báo" }).click(); await page.waitForURL(/office\/letters/); await shot(page, "notice-draft");
	await page.getByLabel("Số của thông báo đầu tiên").fill("20"); await page.getByLabel("Họ tên người ký").fill("Nguyễn Văn A");
	const t0 = Date.now();
	await page.getByRole("button", { name: /^Phát hành/ }).click(); await page.waitForURL(/issued=1/, { timeout: 60000 }); console.log("issued in", Date.now() - t0); await shot(page, "letters-writing");
	for (let i = 0; i < 60; i++) { const [n] = site.rows<{n:number}>("select count(*) n from letter where kind='result' and state='issued' and pdf_file_id is null"); if (n!.n === 0) { console.log("written after", Date.now() - t0, site.rows("select count(*) n from letter where kind='result' and state='issued'")); break; } await page.waitForTimeout(1000); }
	await page.goto(`/office/campaigns/${id}/letters`); await shot(page, "letters-written");
	const [told] = site.rows<{ return_id: string; school_id: string }>("select s.return_id, s.school_id from letter_school s where s.kind='result' limit 1");
	await page.goto(`/office/returns/${told!.return_id}`); await shot(page, "office-return");
	const [dl] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "In phiếu (PDF)" }).click()]);
	await dl.saveAs(`${out}/phieu.pdf`);
	const get = async (path: string, name: string) => { const r = await page.request.get(path); console.log(path, r.status(), r.headers()["content-disposition"]); const { writeFileSync } = await import("node:fs"); writeFileSync(`${out}/${name}`, await r.body()); };
	await get(`/office/campaigns/${id}/letters/danh-sach.pdf`, "danh-sach.pdf"); await get(`/office/campaigns/${id}/letters/thong-bao.zip`, "thong-bao.zip"); await get(`/office/campaigns/${id}/letters/danh-sach.xlsx`, "danh-sach.xlsx");
	const [n1] = site.rows<{ id: string }>("select id from letter where kind='result' and state='issued' order by (select verdict from recipient r join letter_school s on s.return_id=r.return_id where s.letter_id=letter.id) desc limit 1");
	await get(`/office/letters/${n1!.id}/thong-bao-ket-qua.pdf`, "thong-bao.pdf"); await get(draft.replace(site.url, "") + "/cong-van-nhac-nop.pdf", "nhac.pdf");
	const [code] = site.rows<{ code: string }>("select code from return_code");
	for (const [size, dark, name] of [[phone, false, "verify-phone"], [wide, true, "verify-dark"]] as const) {
		const context = await browser.newContext({ baseURL: site.url, viewport: size, colorScheme: dark ? "dark" : "light" });
		const p = await context.newPage();
		await p.goto(`/xac-minh/${code!.code.toLowerCase()}`); await shot(p, name); console.log("cookies", (await context.cookies()).length, "scripts", await p.locator("script").count());
		await p.goto("/xac-minh/0000-0000-0000-0000"); await shot(p, `${name}-unknown`);
		await p.goto("/xac-minh"); await shot(p, `${name}-form`); await p.getByLabel("Mã xác minh").fill(code!.code); await p.getByRole("button").click(); console.log(p.url());
		await context.close();
	}
	const m = await newPage("officer", phone, true); await m.goto(`/office/campaigns/${id}/letters`); await shot(m, "letters-phone"); await m.goto(draft); await shot(m, "letter-phone");
	for (const [dark, name] of [[false, "home-phone"], [true, "home-dark"]] as const) {
		const p = await newPage("principal", dark ? wide : phone, dark, openSchools.half); await p.goto("/school"); await shot(p, name); await p.goto("/school/letters"); await shot(p, `${name}-letters`);
	}
	const own = site.accounts.find((a) => a.role === "principal" && site.rows("select 1 from letter_school where school_id=? and kind='result'", a.unitId).length > 0);
	console.log("own", own?.unit);
	if (own) { const p = await newPage("principal", phone, false, own.code); await p.goto("/school"); await shot(p, "home-told"); const [r] = site.rows<{return_id: string}>("select return_id from letter_school where school_id=? and kind='result'", own.unitId); await p.goto(`/school/returns/${r!.return_id}`); await shot(p, "school-return"); }
} finally { await browser.close(); await site.stop(); site.remove(); }
