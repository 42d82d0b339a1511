import sharp from "sharp";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { card, criteriaOf, expectSaved, fillSection, judge, ownReturn, sectionPath } from "../support/filling.ts";
import { expect, laptop, test } from "../support/test.ts";

test.use({ data: "photos" });

/** A picture as a phone takes it: 12 million pixels, lying on its side, with the place where it was taken. */
async function fromCamera(color: string) {
	const buffer = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: color } })
		.withExif({ IFD3: { GPSLatitude: "20/1 15/1 0/1", GPSLatitudeRef: "N" } })
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
	return { name: `IMG_${color.slice(1)}.jpg`, mimeType: "image/jpeg", buffer };
}

test("photographs taken without a network survive the end of the tab, go out when it is back, and the office sees them", async ({
	site,
	visit,
	complaints,
}) => {
	test.setTimeout(150_000);
	// A picture that is opened by itself is a page of the browser's own.
	complaints.expect(/favicon\.ico/);
	complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
	const { id, sections } = ownReturn(site, openSchools.group);
	const { section, first, second } = criteriaOf(sections);
	const stored = (item: string) =>
		site.rows<{ id: string; width: number; height: number }>(
			"select id, width, height from answer_photo where return_id = ? and item = ? and removed_at is null order by id",
			id,
			item,
		);
	const page = await visit({ account: accountOf(site, "principal", openSchools.group) });
	await page.goto(sectionPath(id, section));
	await judge(page, first, "unmet");
	await card(page, first).getByLabel("Mô tả tồn tại").fill("Lan can tầng hai hỏng");
	await expectSaved(page);
	const camera = (item: string) => card(page, item).locator("input[type=file]");

	await test.step("offline, two pictures at once: kept on the device", async () => {
		await page.context().setOffline(true);
		await camera(first).setInputFiles([await fromCamera("#b04030"), await fromCamera("#30b040")]);
		await expect(card(page, first).getByText("Đã lưu trên máy · Chờ mạng")).toHaveCount(2);
		expect(stored(first)).toEqual([]);
	});

	await test.step("the phone kills the tab; the next one finds and sends them, small and upright", async () => {
		const address = page.url();
		await page.goto("about:blank");
		await page.context().setOffline(false);
		await page.goto(address);
		await expect(card(page, first).getByText("Đã gửi", { exact: true })).toHaveCount(2);
		expect(stored(first).map(({ width, height }) => [width, height])).toEqual([
			[1200, 1600],
			[1200, 1600],
		]);
	});

	await test.step("one is taken out, another taken online, and what is no picture is refused at once", async () => {
		await card(page, first)
			.getByRole("button", { name: `Bỏ ảnh 1 của mục ${first}` })
			.click();
		await expect.poll(() => stored(first).length).toBe(1);
		await camera(second).setInputFiles([await fromCamera("#3040b0")]);
		await expect(card(page, second).getByText("Đã gửi", { exact: true })).toHaveCount(1);
		await camera(second).setInputFiles([{ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("chữ") }]);
		await expect(card(page, second).getByRole("alert")).toContainText("Tệp ảnh bị hỏng");
		await card(page, second)
			.getByRole("button", { name: `Bỏ ảnh 2 của mục ${second}` })
			.click();
		await expect(card(page, second).getByRole("alert")).toHaveCount(0);
	});

	await test.step("the check page shows them; the return is sent", async () => {
		await judge(page, first, "met");
		await expectSaved(page);
		await page.goto(sectionPath(id, sections[0]?.code ?? ""));
		for (let step = 0; step < sections.length + 1 && !page.url().endsWith("/check"); step += 1) {
			await fillSection(page);
			const before = await page.getByRole("heading", { level: 1 }).textContent();
			await page.locator("button[name=go]").last().click();
			await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
		}
		await expect(page.getByRole("list", { name: `Ảnh của mục ${first}` }).getByRole("img")).toHaveCount(1);
		await page.getByLabel(/Tôi cam đoan/).check();
		await page.getByRole("button", { name: "Gửi báo cáo" }).click();
		await expect(page.getByText("Báo cáo đã được gửi.")).toBeVisible();
	});

	await test.step("the office sees the one that was sent and opens it whole", async () => {
		const office = await visit({ ...laptop, account: accountOf(site, "officer") });
		await office.goto(`/office/returns/${id}`);
		const picture = office.getByRole("list", { name: `Ảnh của mục ${first}` }).getByRole("link");
		await expect(picture).toHaveCount(1);
		await expect
			.poll(() => picture.getByRole("img").evaluate((img) => (img as HTMLImageElement).naturalWidth))
			.toBeGreaterThan(0);
		await picture.click();
		await expect(office).toHaveURL(new RegExp(`/photos/${stored(first)[0]?.id}$`));
	});
});
