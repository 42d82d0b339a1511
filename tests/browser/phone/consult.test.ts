import { dayOf } from "#app/domain/days.ts";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "consult" });

const school = openSchools.sentBack;

test("links are made and read by parents, with and without script; the round is closed, decided and published", async ({
	site,
	visit,
	complaints,
}) => {
	test.setTimeout(120_000);
	complaints.expect(/status of 4(04|22)/);
	const version = () =>
		site.rows<{ id: string; state: string }>(
			"select v.id, v.state from conduct_version v join unit u on u.id = v.school_id where u.code = ?",
			school,
		)[0];
	const at = `/school/conduct/${version()?.id}`;
	const head = await visit({ account: accountOf(site, "principal", school) });
	await head.goto(`${at}/consult`);
	await head.getByLabel("Ghi trên phiếu").fill("Lớp 5 tuổi A");
	await head.getByLabel("Số đường dẫn").fill("40");
	await head.getByRole("button", { name: "Tạo đường dẫn" }).click();
	await expect(head.getByRole("heading", { name: "40 phiếu lấy ý kiến" })).toBeVisible();
	await expectAccessible(head);
	await expectNoSidewaysScroll(head);
	const links = await head.locator("li p.select-all").allInnerTexts();
	expect(new Set(links).size).toBe(40);

	for (const [index, javaScriptEnabled] of [true, false].entries()) {
		await test.step(javaScriptEnabled ? "with script" : "without script", async () => {
			const reader = await visit({ javaScriptEnabled });
			const link = links[index] ?? "";
			await reader.goto(link);
			await expect(reader.getByRole("heading", { level: 2 }).first()).toHaveText("Cha mẹ người học");
			await reader.getByText("Góp ý điều này").first().click();
			await reader.locator("textarea").first().fill("Nên ghi rõ hơn");
			await reader.getByRole("button", { name: "Gửi ý kiến" }).click();
			await expect(reader.getByText("Hãy chọn Đồng ý hoặc Chưa đồng ý.").first()).toBeVisible();
			await expect(reader.locator("textarea").first()).toHaveValue("Nên ghi rõ hơn");
			if (javaScriptEnabled) await expectAccessible(reader);
			await expectNoSidewaysScroll(reader);
			await reader.getByRole("radio", { name: "Đồng ý", exact: true }).check();
			await reader.getByRole("button", { name: "Gửi ý kiến" }).click();
			await expect(reader.getByText("Cảm ơn bạn đã góp ý")).toBeVisible();
			await reader.goto(link);
			await expect(reader.getByText("Đường dẫn này đã được dùng")).toBeVisible();
			expect(await reader.context().cookies()).toEqual([]);
		});
	}
	const stranger = await visit();
	expect((await stranger.goto("/y-kien/khong-phai-duong-dan"))?.status()).toBe(404);
	await expectAccessible(stranger);

	await head.goto(`${at}/consult`);
	await expect(head.getByText("Nên ghi rõ hơn")).toHaveCount(2);
	await head.getByText("Tôi đã ghi đủ ý kiến của các cuộc họp").click();
	await head.getByRole("button", { name: "Kết thúc và xem kết quả" }).click();
	await expect(head.getByText(/đa số đồng thuận\.$/)).toBeVisible();
	await head.getByRole("link", { name: "Sang bước quyết định" }).click();
	await head.getByLabel("Số, ký hiệu").fill("05/QĐ-MNGX");
	await head.getByLabel("Ngày ký").fill("2020-01-01");
	await head.getByRole("button", { name: "Ghi quyết định" }).click();
	await expect(head.getByText(/sớm hơn ngày kết thúc lấy ý kiến/).first()).toBeVisible();
	await expect(head.getByLabel("Số, ký hiệu")).toHaveValue("05/QĐ-MNGX");
	await expectAccessible(head);
	// The day at the office, which is tomorrow in the evening of Greenwich.
	const [ended] = site.rows<{ at: string }>("select closed_at as at from consultation order by closed_at desc");
	await head.getByLabel("Ngày ký").fill(dayOf(ended?.at ?? ""));
	await head.getByRole("button", { name: "Ghi quyết định" }).click();
	await head.getByRole("link", { name: "Sang bước công khai" }).click();
	await head.getByRole("button", { name: "Công khai Bộ Quy tắc" }).click();
	await expect(head.getByText(/Hãy ghi ít nhất một kênh phản ánh/).first()).toBeVisible();
	await head.getByLabel("Điện thoại").fill("0228 000 0123");
	await head.getByRole("button", { name: "Công khai Bộ Quy tắc" }).click();
	await expect(head.getByText("Đã công khai. Bộ Quy tắc đang được áp dụng.")).toBeVisible();
	expect(version()?.state).toBe("published");
	const [download] = await Promise.all([
		head.waitForEvent("download"),
		head.getByRole("link", { name: "Áp phích khổ A4 (PDF)" }).click(),
	]);
	expect(download.suggestedFilename()).toBe("poster-a4.pdf");
});
