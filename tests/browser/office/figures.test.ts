import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "figures" });

/** What the recipients themselves say, counted here and not by the app. */
type Counted = { recipients: number; reported: number; onTime: number; met: number; notMet: number };

function countedBy(rows: <T>(sql: string, ...params: unknown[]) => T[], campaign: string): Counted {
	const [counted] = rows<Counted>(
		`select count(*) as recipients, sum(first_submitted_at is not null) as reported, sum(coalesce(on_time, 0)) as "onTime",
			sum(verdict = 'met') as met, sum(verdict = 'not_met') as "notMet" from recipient where campaign_id = ?`,
		campaign,
	);
	if (!counted) throw new Error("no such campaign");
	return counted;
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
	const waiting = page.waitForEvent("download");
	await page.getByRole("link", { name: link }).first().click();
	return readFile(await (await waiting).path());
}

test("the campaign page says what happened", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });
	for (const { id, title, judged } of site.rows<{ id: string; title: string; judged: number }>(
		`select c.id, c.title, json_extract(v.definition, '$.rule.type') <> 'none' as judged
			from campaign c join template_version v on v.id = c.version_id where c.state <> 'draft'`,
	)) {
		const { recipients, reported, onTime, met } = countedBy(site.rows, id);
		await page.goto(`/office/campaigns/${id}`);
		await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
		const main = page.getByRole("main");
		await expect(main).toContainText(new RegExp(`${reported}\\s*/\\s*${recipients}`));
		if (judged) await expect(main).toContainText(new RegExp(`${met}\\s*/\\s*${reported}`));
		// A status form records how things stand: nobody passes or fails.
		else await expect(main).not.toContainText(/Chưa đạt|Đạt “trường học an toàn”/);
		// Cut, not rounded: 999 of 1,000 is not yet all.
		const share = (n: number) => (Math.floor((n * 1000) / recipients) / 10).toString().replace(".", ",");
		await expect(main).toContainText(`${share(reported)} %`);
		await expect(main).toContainText(`${share(onTime)} %`);
	}
});

test("the workbook opens, holds every school, and gives the reason of each that failed", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "officer") });
	const [closed] = site.rows<{ id: string }>("select id from campaign where state = 'closed'");
	const counted = countedBy(site.rows, closed?.id ?? "");
	await page.goto(`/office/campaigns/${closed?.id}`);
	const bytes = await downloaded(page, "Tải Excel");
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
	const failed = site.rows<{ name: string }>(
		"select name from recipient where campaign_id = ? and verdict = 'not_met'",
		closed?.id,
	);
	expect(failed.length).toBe(counted.notMet);
	const sheets = book.worksheets.map((sheet) => ({ name: sheet.name, text: textOf(sheet) }));
	const all = sheets.find(({ text }) => text.length > counted.recipients && text.flat().includes("36365001"));
	expect(all, "a sheet with every school").toBeDefined();
	const notMet = sheets.find(({ name }) => name === "Chưa đạt");
	for (const { name } of failed) {
		const line = notMet?.text.find((row) => row.includes(name));
		expect(line, name).toBeDefined();
		expect(line?.join(" "), `the reason of ${name}`).toMatch(/%|bắt buộc|loại/);
	}
	for (const sheet of book.worksheets) {
		sheet.eachRow((row) =>
			row.eachCell((cell) => expect(cell.type, `${sheet.name}!${cell.address}`).not.toBe(ExcelJS.ValueType.Formula)),
		);
	}
});

test("the CSV opens in Excel: marked as UTF-8, every line whole, nothing that runs as a formula", async ({
	site,
	visit,
}) => {
	const [closed] = site.rows<{ id: string }>("select id from campaign where state = 'closed'");
	const [victim] = site.rows<{ school_id: string; name: string }>(
		"select school_id, name from recipient where campaign_id = ? order by code limit 1",
		closed?.id,
	);
	site.change(
		"update recipient set name = '=HYPERLINK(\"http://evil\")' where campaign_id = ? and school_id = ?",
		closed?.id,
		victim?.school_id,
	);
	const page = await visit({ account: accountOf(site, "officer") });
	await page.goto(`/office/campaigns/${closed?.id}/results?list=all`);
	const bytes = await downloaded(page, "Tải CSV");
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const lines = parse(bytes, { bom: true, relaxColumnCount: false }) as string[][];
	const { recipients } = countedBy(site.rows, closed?.id ?? "");
	expect(lines.filter((line) => line.some((cell) => /^36365\d{3}$/.test(cell))).length).toBe(recipients);
	expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell))).toEqual([]);
	expect(lines.flat().some((cell) => cell.includes("HYPERLINK"))).toBe(true);
	site.change(
		"update recipient set name = ? where campaign_id = ? and school_id = ?",
		victim?.name,
		closed?.id,
		victim?.school_id,
	);
});

function textOf(sheet: ExcelJS.Worksheet): string[][] {
	const lines: string[][] = [];
	sheet.eachRow((row) => {
		const line: string[] = [];
		row.eachCell((cell) => {
			line.push(cell.text);
		});
		lines.push(line);
	});
	return lines;
}
