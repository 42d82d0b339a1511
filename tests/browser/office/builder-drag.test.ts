import type { Locator, Page } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expect, phone, test } from "../support/test.ts";

test.use({ data: "builder-drag" });

const outline = (page: Page) => page.getByRole("navigation", { name: "Dàn ý của mẫu" });
const saved = (page: Page) => expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
const undo = (page: Page) => page.getByRole("button", { name: "Hoàn tác" }).click();

/** The items of every section, as the page shows them. */
const shown = (page: Page) =>
	outline(page)
		.locator("section")
		.evaluateAll((sections) =>
			sections.map((section) =>
				[...section.querySelectorAll<HTMLElement>("[data-item]")].map((row) => row.dataset.item).join(" "),
			),
		);

/** A real drag: pressed on the grip, moved in steps, let go above or below the middle of the target. */
async function drag(page: Page, grip: Locator, target: Locator, half: "upper" | "lower") {
	const [from, to] = [await grip.boundingBox(), await target.boundingBox()];
	if (!from || !to) throw new Error("nothing to drag, or nowhere to drag it");
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	const y = to.y + to.height * (half === "upper" ? 0.2 : 0.8);
	await page.mouse.move(to.x + to.width / 2, y, { steps: 8 });
	// Where the row would go is drawn before it is let go.
	await page.mouse.move(to.x + to.width / 2 + 1, y);
	await expect(target).toHaveClass(half === "upper" ? /border-t-accent/ : /border-b-accent/);
	await page.mouse.up();
}

const grip = (page: Page, code: string) => page.getByTitle(`Kéo để chuyển mục ${code}`, { exact: true });
const row = (page: Page, code: string) => outline(page).locator(`[data-item="${code}"]`);

/** A form of two sections with three and two items, and a third section without any. */
async function begin(page: Page, title: string) {
	await page.goto("/office/templates/new");
	await page.getByLabel("Tên mẫu").fill(title);
	await page.keyboard.press("Enter");
	const text = page.getByLabel("Nội dung", { exact: true });
	const write = async (...items: string[]) => {
		for (const [at, item] of items.entries()) {
			if (at > 0) {
				await text.press("Enter");
				await expect(text).toHaveValue("");
			}
			await expect(text).toBeFocused();
			await page.keyboard.type(item);
		}
	};
	await write("Cổng trường", "Hàng rào", "Sân chơi");
	await outline(page).getByRole("button", { name: "Thêm phần" }).click();
	await outline(page).getByRole("button", { name: "Thêm mục" }).click();
	await write("Bếp ăn", "Kho lương thực");
	await outline(page).getByRole("button", { name: "Thêm phần" }).click();
	await expect.poll(() => shown(page)).toEqual(["A.1 A.2 A.3", "B.1 B.2", ""]);
	await saved(page);
}

test("an item is dragged within its section, into another and into an empty one; it stays there, and undo brings it back", async ({
	site,
	visit,
}) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	await begin(page, "Mẫu kéo thả");
	const sections = () => expect.poll(() => shown(page));

	await test.step("up within its section, and undone", async () => {
		await drag(page, grip(page, "A.3"), row(page, "A.1"), "upper");
		await sections().toEqual(["A.3 A.1 A.2", "B.1 B.2", ""]);
		await undo(page);
		await sections().toEqual(["A.1 A.2 A.3", "B.1 B.2", ""]);
	});

	await test.step("down within its section", async () => {
		await drag(page, grip(page, "A.1"), row(page, "A.2"), "lower");
		await sections().toEqual(["A.2 A.1 A.3", "B.1 B.2", ""]);
	});

	await test.step("between two items of another section, with its words", async () => {
		await drag(page, grip(page, "A.1"), row(page, "B.2"), "upper");
		await sections().toEqual(["A.2 A.3", "B.1 A.1 B.2", ""]);
		await expect(row(page, "A.1")).toContainText("Cổng trường");
	});

	await test.step("onto the head of a section that has none", async () => {
		await drag(page, grip(page, "B.2"), outline(page).locator('[data-section="C"]'), "lower");
		await sections().toEqual(["A.2 A.3", "B.1 A.1", "B.2"]);
	});

	await test.step("let go beside the outline it stays where it was", async () => {
		const from = await grip(page, "A.2").boundingBox();
		if (!from) throw new Error("nothing to drag");
		await page.mouse.move(from.x + 5, from.y + 5);
		await page.mouse.down();
		await page.mouse.move(700, 400, { steps: 8 });
		await page.mouse.up();
		await sections().toEqual(["A.2 A.3", "B.1 A.1", "B.2"]);
	});

	await test.step("what is shown is what is stored", async () => {
		await saved(page);
		await page.reload();
		await sections().toEqual(["A.2 A.3", "B.1 A.1", "B.2"]);
		const [stored] = site.rows<{ definition: string }>(
			"select definition from template_version v join template t on t.id = v.template_id where t.title like '%Mẫu kéo thả%'",
		);
		const { sections: kept } = JSON.parse(stored?.definition ?? "{}") as { sections: { items: { code: string }[] }[] };
		expect(kept.map(({ items }) => items.map(({ code }) => code).join(" "))).toEqual(["A.2 A.3", "B.1 A.1", "B.2"]);
	});

	await test.step("rows that stood in the page before its script ran are dragged too", async () => {
		await drag(page, grip(page, "A.3"), row(page, "A.2"), "upper");
		await sections().toEqual(["A.3 A.2", "B.1 A.1", "B.2"]);
	});
});

test("on a phone, where fingers scroll, buttons move an item along and into another section", async ({
	site,
	visit,
}) => {
	const account = accountOf(site, "office_admin");
	await begin(await visit({ account }), "Mẫu chuyển mục");
	const [draft] = site.rows<{ id: string; template: string }>(
		"select v.id, v.template_id as template from template_version v join template t on t.id = v.template_id where t.title like '%Mẫu chuyển mục%'",
	);
	const page = await visit({ account, ...phone });
	await page.goto(`/office/templates/${draft?.template}/versions/${draft?.id}/edit?item=A.1`);
	await expect(grip(page, "A.1")).toBeAttached();
	await expect(grip(page, "A.1")).toBeHidden();
	await row(page, "A.1").getByRole("link").tap();
	await page.getByRole("button", { name: "Chuyển xuống" }).tap();
	await page.getByLabel(/^Chuyển sang phần/).selectOption("C");
	await saved(page);
	await page.reload();
	await expect.poll(() => shown(page)).toEqual(["A.2 A.3", "B.1 B.2", "A.1"]);
});

test("a clause of a code is dragged within its part and into another; it stays there, and undo brings it back", async ({
	site,
	visit,
}) => {
	const [code] = site.rows<{ id: string; conduct: string }>(
		`select t.id, v.conduct from template t join template_version v on v.template_id = t.id
			where t.kind = 'conduct' and v.state = 'published'`,
	);
	const { modules } = JSON.parse(code?.conduct ?? "{}") as { modules: { code: string; clauses: { code: string }[] }[] };
	const [one, other] = modules;
	const [first = "", second = "", ...rest] = one?.clauses.map((clause) => clause.code) ?? [];
	if (!one || !other || !second) throw new Error("the demo has no code with two clauses in its first part");
	const page = await visit({ account: accountOf(site, "office_admin") });
	await page.goto(`/office/templates/${code?.id}`);
	await page.getByRole("button", { name: "Tạo phiên bản mới" }).click();
	// The next part is in sight below the clauses of the first.
	await page.setViewportSize({ width: 1280, height: 2_400 });
	const nav = page.getByRole("navigation", { name: "Dàn ý của bộ quy tắc" });
	await expect(nav).toBeVisible();
	await page.goto(`${page.url().replace(/[?].*$/, "")}?module=${one.code}`);
	await page.waitForLoadState("networkidle");
	const at = (kind: "module" | "clause", of: string) => nav.locator(`[data-item="${kind}/${of}"]`);
	const clauses = (of: string) =>
		expect.poll(() =>
			nav
				.locator("li", { has: page.locator(`[data-item="module/${of}"]`) })
				.locator('[data-item^="clause/"]')
				.evaluateAll((found) => found.map((element) => (element as HTMLElement).dataset.item?.split("/")[1])),
		);

	await drag(page, at("clause", first).getByTitle(/^Kéo/), at("clause", second), "lower");
	await clauses(one.code).toEqual([second, first, ...rest]);
	await undo(page);
	await clauses(one.code).toEqual([first, second, ...rest]);

	await drag(page, at("clause", first).getByTitle(/^Kéo/), at("module", other.code), "lower");
	await clauses(one.code).toEqual([second, ...rest]);
	await saved(page);
	const [stored] = site.rows<{ conduct: string }>(
		"select conduct from template_version where template_id = ? and state = 'draft'",
		code?.id,
	);
	const kept = (JSON.parse(stored?.conduct ?? "{}") as { modules: typeof modules }).modules;
	expect(kept.find((module) => module.code === other.code)?.clauses[0]?.code).toBe(first);
	await page.reload();
	await clauses(one.code).toEqual([second, ...rest]);
});
