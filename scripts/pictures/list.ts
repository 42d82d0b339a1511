import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Role } from "#app/domain/ctx.ts";
import type { Site } from "../demo-site/site.ts";
import { openSchools } from "../seed/accounts.ts";

export type Picture = {
	/** File name without `.png`. */
	name: string;
	as: Role;
	school?: string;
	path: string;
	size: { width: number; height: number };
	dark?: boolean;
	/** What the person does before the picture is taken. */
	prepare?(page: Page): Promise<void>;
};

const laptop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

const misfits = fileURLToPath(new URL("../../db/seed/giao-thuy-2019/danh-sach-truong-loi.xlsx", import.meta.url));

/** The main pages, as somebody finds them in the demo district. */
export function pictures(site: Site): Picture[] {
	const id = (sql: string): string => {
		const [row] = site.rows<{ id: string }>(sql);
		if (!row) throw new Error(`the demo district has nothing for: ${sql}`);
		return row.id;
	};
	const open = id(`select id from campaign c where state = 'issued'
		and (select v.conduct from template_version v where v.id = c.version_id) is null order by recipients, id`);
	const cameras = id(`select c.id from campaign c join template_version v on v.id = c.version_id
		join template t on t.id = v.template_id where t.code = 'BK-CAMERA'`);
	const directive = id("select id from directive where number = '566-CV/HU'");
	const ownReturn = (code: string) =>
		id(`select r.return_id as id from recipient r join campaign c on c.id = r.campaign_id
			where r.code = '${code}' and c.state = 'issued'
				and (select v.conduct from template_version v where v.id = c.version_id) is null order by c.issued_at limit 1`);
	const submitted = id(`select id from "return" where state = 'submitted' and round > 1 order by id`);
	const report = id("select id from report");
	const [draft] = site.rows<{ id: string; template_id: string }>(
		"select id, template_id from template_version where state = 'draft'",
	);
	if (!draft) throw new Error("the demo district writes no version");
	const half = ownReturn(openSchools.half);
	return [
		{ name: "overview", as: "reader", path: "/office", size: laptop },
		{ name: "overview-dark", as: "officer", path: "/office", size: laptop, dark: true },
		{ name: "directive", as: "officer", path: `/office/directives/${directive}`, size: laptop },
		{ name: "campaign", as: "officer", path: `/office/campaigns/${open}`, size: laptop },
		{ name: "review", as: "officer", path: `/office/returns/${submitted}`, size: laptop },
		{
			name: "import",
			as: "office_admin",
			path: "/office/units/import",
			size: laptop,
			async prepare(page) {
				await page.setInputFiles("input[type=file]", misfits);
				await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
				await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
			},
		},
		{
			name: "fill",
			as: "principal",
			school: openSchools.half,
			path: `/school/returns/${half}/sections/I`,
			size: phone,
		},
		{ name: "conduct", as: "principal", school: openSchools.half, path: "/school/conduct", size: phone },
		{ name: "conduct-read", as: "teacher", school: openSchools.half, path: "/me/conduct/read", size: phone },
		{
			name: "conduct-public",
			as: "teacher",
			school: openSchools.half,
			path: `/public/schools/${openSchools.half}`,
			size: phone,
		},
		{ name: "conduct-office", as: "officer", path: "/office/conduct", size: laptop },
		{ name: "cameras", as: "officer", path: `/office/campaigns/${cameras}/figures`, size: laptop },
		{ name: "report", as: "officer", path: `/office/reports/${report}`, size: laptop },
		{
			name: "builder",
			as: "office_admin",
			path: `/office/templates/${draft.template_id}/versions/${draft.id}/edit?item=BS-SET`,
			size: laptop,
			// The phone beside the outline begins at the item that is being written.
			prepare: (page) => page.locator("#preview-BS-SET").waitFor(),
		},
		{ name: "check", as: "principal", school: openSchools.half, path: `/school/returns/${half}/check`, size: phone },
	];
}
