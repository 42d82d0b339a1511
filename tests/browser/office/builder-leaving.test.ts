import type { Page, Route } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "builder-leaving" });

const onward = (page: Page) => page.getByRole("link", { name: "Kiểm tra và công bố" });
const name = (page: Page) => page.getByLabel("Tên mẫu", { exact: true });
const atWork = /\/edit\?/;
const atPublishing = /\/publish$/;

/** The door that takes the edits: open, or as a test wants it. */
function door(page: Page) {
	let answer: (route: Route) => Promise<void> = (route) => route.continue();
	const ready = page.route("**/office/template-drafts/*", async (route) => {
		const { edits } = (route.request().postDataJSON() ?? {}) as { edits?: unknown[] };
		// What the page asks by itself goes through: only what was written is held up.
		if (edits?.length) await answer(route);
		else await route.continue();
	});
	return {
		ready,
		set(next: typeof answer): void {
			answer = next;
		},
		open(): void {
			answer = (route) => route.continue();
		},
	};
}

async function openDraft(page: Page, draft: { id: string; template: string } | undefined) {
	await page.goto(`/office/templates/${draft?.template}/versions/${draft?.id}/edit?part=head`);
	await page.waitForLoadState("networkidle");
	await expect(name(page)).toBeVisible();
}

const drafts = "select v.id, v.template_id as template from template_version v where v.state = 'draft' order by v.id";

test("on the way to publishing what was written arrives first, and is what the next page shows", async ({
	site,
	visit,
}) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	const edits = door(page);
	await edits.ready;
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	edits.set(async (route) => {
		await held;
		await route.continue();
	});
	await openDraft(page, site.rows<{ id: string; template: string }>(drafts)[0]);
	await name(page).fill("Tên vừa viết xong");
	// Somebody who presses twice out of habit does not get past what is on its way.
	await onward(page).dblclick();
	await expect(page.getByText("Đang lưu")).toBeVisible();
	await page.waitForTimeout(1_000);
	expect(page.url()).toMatch(atWork);
	release();
	await expect(page).toHaveURL(atPublishing);
	await expect(page.getByText("Tên vừa viết xong").first()).toBeVisible();
});

test("who insists goes on although the answer does not come", async ({ site, visit }) => {
	const page = await visit({ account: accountOf(site, "office_admin") });
	const edits = door(page);
	await edits.ready;
	edits.set(() => new Promise(() => {}));
	await openDraft(page, site.rows<{ id: string; template: string }>(drafts)[0]);
	await name(page).fill("Tên chưa tới nơi");
	await onward(page).click();
	await page.waitForTimeout(1_000);
	expect(page.url()).toMatch(atWork);
	await onward(page).click();
	await expect(page).toHaveURL(atPublishing);
});

test("refused, the page stays and says so; pressed again it goes", async ({ site, visit, complaints }) => {
	complaints.expect(/responded with a status of 409/);
	const page = await visit({ account: accountOf(site, "office_admin") });
	const edits = door(page);
	await edits.ready;
	edits.set((route) => route.fulfill({ status: 409, json: { problem: { code: "version_not_draft", details: {} } } }));
	await openDraft(page, site.rows<{ id: string; template: string }>(drafts)[0]);
	await name(page).fill("Tên không được nhận");
	await onward(page).click();
	await expect(page.getByText("Máy chủ không nhận thay đổi nữa.", { exact: false })).toBeVisible();
	await page.waitForTimeout(1_000);
	expect(page.url()).toMatch(atWork);
	await expect(name(page)).toHaveValue("Tên không được nhận");
	await onward(page).click();
	await expect(page).toHaveURL(atPublishing);
});

test("without a network the page stays; when it is back nothing goes on by itself", async ({
	site,
	visit,
	complaints,
}) => {
	complaints.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
	const page = await visit({ account: accountOf(site, "office_admin") });
	const edits = door(page);
	await edits.ready;
	edits.set((route) => route.abort());
	await openDraft(page, site.rows<{ id: string; template: string }>(drafts)[0]);
	await name(page).fill("Tên viết khi mạng chập chờn");
	await onward(page).click();
	await expect(page.getByText(/Chờ mạng \(1\)/)).toBeVisible();
	edits.open();
	await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible({ timeout: 20_000 });
	await page.waitForTimeout(1_000);
	expect(page.url()).toMatch(atWork);
	await onward(page).click();
	await expect(page).toHaveURL(atPublishing);
	await expect(page.getByText("Tên viết khi mạng chập chờn").first()).toBeVisible();
});

test("what somebody else wrote in the same place is chosen before one goes on", async ({ site, visit }) => {
	const account = accountOf(site, "office_admin");
	const [mine, theirs] = [await visit({ account }), await visit({ account })];
	const edits = door(mine);
	await edits.ready;
	const [draft] = site.rows<{ id: string; template: string }>(drafts);
	await openDraft(mine, draft);
	await openDraft(theirs, draft);
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	edits.set(async (route) => {
		await held;
		await route.continue();
	});
	await name(mine).fill("Tên của tôi");
	await onward(mine).click();
	await name(theirs).fill("Tên của người khác");
	await expect(theirs.getByText(/^Đã lưu lúc/)).toBeVisible();
	release();
	await expect(mine.getByText("Hai người cùng sửa một chỗ")).toBeVisible();
	await mine.waitForTimeout(1_000);
	expect(mine.url()).toMatch(atWork);
	await mine.getByRole("button", { name: "Giữ bản của tôi" }).click();
	await onward(mine).click();
	await expect(mine).toHaveURL(atPublishing);
	await expect(mine.getByText("Tên của tôi").first()).toBeVisible();
});
