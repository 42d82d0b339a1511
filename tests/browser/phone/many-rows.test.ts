import { newId } from "../../../app/domain/id.ts";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expectNoSidewaysScroll } from "../support/axe.ts";
import { sectionPath } from "../support/filling.ts";
import { expect, test } from "../support/test.ts";

test.use({ data: "many-rows" });

const [ROSTER, NAME, MOST] = ["CAM-KV", "CAM-KV.1", 200];

test("500 areas from a device: 200 are kept, the others told why, and the list of 200 is still a page to work on", async ({
	site,
	visit,
}) => {
	const [found] = site.rows<{ id: string }>(
		`select r.return_id as id from recipient r join campaign c on c.id = r.campaign_id
			join template_version v on v.id = c.version_id join template t on t.id = v.template_id
			where r.code = ? and t.code = 'BK-CAMERA' and c.state = 'issued'`,
		openSchools.group,
	);
	const returnId = found?.id ?? "";
	const page = await visit({ account: accountOf(site, "principal", openSchools.group) });
	const at = new Date().toISOString();
	const operations = Array.from({ length: 500 }, (_, n) =>
		[
			{ item: ROSTER, value: n + 1 },
			{ item: NAME, value: `Phòng nhóm số ${n + 1}` },
		].map(({ item, value }) => ({
			id: newId(),
			item,
			row: `hang-${n + 1}`,
			value,
			note: "",
			measure: null,
			base: 0,
			at,
		})),
	).flat();
	const answer = await page.context().request.post("/sync", {
		data: { returnId, operations },
		headers: { origin: site.url },
	});
	expect(answer.status()).toBe(200);
	const results: { item: string; outcome: string }[] = (await answer.json()).operations;
	const kept = results.filter(({ item, outcome }) => item === ROSTER && outcome === "applied").length;
	const refused = results.filter(({ item, outcome }) => item === ROSTER && outcome === "refused").length;
	expect([kept, refused]).toEqual([MOST, 500 - MOST]);

	await page.goto(sectionPath(returnId, "KV"));
	await expect(page.getByRole("link", { name: /^Phòng nhóm số/ })).toHaveCount(MOST);
	await expect(page.getByText(`Danh sách nhận tối đa ${MOST} khu vực.`)).toBeVisible();
	await expectNoSidewaysScroll(page);
	await page.getByRole("link", { name: `Phòng nhóm số ${MOST}`, exact: true }).click();
	await expect(page.locator("input[name^='v.']").first()).toHaveValue(`Phòng nhóm số ${MOST}`);
});
