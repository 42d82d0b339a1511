import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { criteriaOf, expectSaved, judge, ownReturn, savedAnswers, sectionPath } from "../support/filling.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "early-press" });

test("whoever presses keys before a slow phone has read the page's data still has a page that saves", async ({
	site,
	visit,
}) => {
	const { id, sections } = ownReturn(site, openSchools.group);
	const { section, first } = criteriaOf(sections);
	const page = await visit({ account: accountOf(site, "principal", openSchools.group) });
	// As on a slow phone: the script runs, React gets to draw a while later, and what it draws from is read later still.
	await page.addInitScript(() => {
		const { enqueue, close } = ReadableStreamDefaultController.prototype;
		ReadableStreamDefaultController.prototype.enqueue = function (chunk) {
			setTimeout(() => enqueue.call(this, chunk), 1_500);
		};
		ReadableStreamDefaultController.prototype.close = function () {
			setTimeout(() => close.call(this), 1_600);
		};
		const { postMessage } = MessagePort.prototype;
		MessagePort.prototype.postMessage = function (message: unknown) {
			if (performance.now() > 5_000) postMessage.call(this, message);
			else setTimeout(() => postMessage.call(this, message), 700);
		};
	});
	await page.goto(sectionPath(id, section), { waitUntil: "commit" });
	const until = Date.now() + 4_000;
	while (Date.now() < until) await page.keyboard.press("Tab");
	await page.waitForTimeout(2_000);
	await judge(page, first, "met");
	await expectSaved(page);
	await expect.poll(() => savedAnswers(site, id)[first]).toBe("met");
});
