import { describe, expect, test } from "vitest";
import { submitReturn } from "#app/domain/returns/submit.ts";
import { as, buildSchool, buildWorld, ctxFor } from "#tests/support/build.ts";
import { buildDirective } from "#tests/support/build-campaigns.ts";
import { issueConduct } from "#tests/support/build-conduct.ts";
import { cameraForm } from "#tests/support/build-figures.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { writtenReport } from "#tests/support/build-reports.ts";
import { answer, buildCampaign, complete } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";

const LATER = "2026-12-03T03:00:00.000Z";

/** An office with something in every picture: late schools, findings, a code of conduct, cameras; and a report. */
async function busyOffice() {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	site.setNow(LATER);
	const schools = [await buildSchool(world), await buildSchool(world, { commune: world.communes[1] })];
	const campaign = await buildCampaign(world, { schools });
	const [own] = campaign.returns;
	if (!own) throw new Error("a school");
	const measure = { what: "Sửa", who: "", due: "2026-12-20", superior: true, request: "Kinh phí" };
	await submitReturn(ctxFor(world, own.principal), own.returnId, {
		round: 1,
		operations: [...complete().filter(({ item }) => item !== "A.2"), answer("A.2", "unmet", { note: "Hỏng", measure })],
	});
	const cameras = await buildCampaign(world, { schools, form: cameraForm, title: "Camera" });
	await issueConduct(world);
	const directive = await buildDirective(world);
	const reportId = await writtenReport({ ...as(world, world.office, "officer"), files: site.app.files }, directive.id);
	const person = async (role: "reader" | "officer") => buildPerson(world, world.office, role);
	return {
		site,
		campaign,
		cameras,
		directive,
		reportId,
		reader: await person("reader"),
		officer: await person("officer"),
	};
}

/** Every address of the app that a page leads to, its parts and files included. */
function linksOf(html: string): string[] {
	const found = [...html.matchAll(/\bhref="(\/[^"]*)"/g)].map(
		([, to = ""]) => to.replaceAll("&amp;", "&").split("#")[0] ?? "",
	);
	return [...new Set(found)].filter((to) => /^\/(office|school|public|me|files|photos)\b/.test(to)).sort();
}

describe("what an office's pages lead to", () => {
	test.each(["reader", "officer"] as const)("every link that a %s is given can be followed", async (role) => {
		const office = await busyOffice();
		const who = office[role];
		const pages = [
			"/office",
			`/office/campaigns/${office.campaign.id}/pictures`,
			`/office/campaigns/${office.cameras.id}/pictures`,
			"/office/reports",
			`/office/reports/${office.reportId}`,
		];
		const links = new Set<string>();
		for (const path of pages) {
			const answer = await office.site.request(path, { as: who });
			expect([path, answer.status]).toEqual([path, 200]);
			for (const to of linksOf(await answer.text())) links.add(to);
		}
		expect(links.size).toBeGreaterThan(20);
		const answers = await Promise.all(
			[...links].map(async (to) => `${(await office.site.request(to, { as: who })).status} ${to}`),
		);
		expect(answers.filter((line) => !/^(200|302) /.test(line))).toEqual([]);
	});

	test("a reader has the overview, pictures and reports, and is given no way to anything else", async () => {
		const { site, campaign, reader, officer } = await busyOffice();
		const page = await (await site.request("/office", { as: reader })).text();
		for (const title of [
			"Tiến độ các đợt đang mở",
			"Đơn vị quá hạn chưa nộp",
			"Biện pháp khắc phục theo hạn",
			"Hiện trạng camera",
		]) {
			expect(page).toContain(title);
		}
		const allowed = /^\/(me|office$|office\/pictures\/|office\/reports|office\/campaigns\/[^/]+\/pictures)/;
		expect(linksOf(page).filter((to) => !allowed.test(to))).toEqual([]);
		const officers = linksOf(await (await site.request("/office", { as: officer })).text());
		const list = `/office/campaigns/${campaign.id}/recipients?late=overdue`;
		expect(officers).toContain(list);
		expect(officers.some((to) => to.startsWith("/office/findings?due="))).toBe(true);
		for (const path of [list, "/office/findings", "/office/conduct", "/office/directives", "/office/campaigns"]) {
			expect([path, (await site.request(path, { as: reader })).status]).toEqual([path, 403]);
		}
	});

	test("files of the overview are what they are called, and show no markup of a name", async () => {
		const { site, reader } = await busyOffice();
		for (const [path, type, start] of [
			["tien-do.svg", "image/svg+xml", "<svg "],
			["qua-han.svg", "image/svg+xml", "<svg "],
			["bien-phap.png", "image/png", "\x89PNG"],
			["quy-tac-ung-xu.svg", "image/svg+xml", "<svg "],
			["camera.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"],
			["camera.svg", "image/svg+xml", "<svg "],
		] as const) {
			const answer = await site.request(`/office/pictures/${path}`, { as: reader });
			expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, type]);
			const bytes = Buffer.from(await answer.arrayBuffer());
			expect(bytes.toString("latin1").startsWith(start)).toBe(true);
			if (start === "<svg ") expect(bytes.toString()).not.toMatch(/NaN|Infinity|undefined|\sstyle=|<a\s/);
		}
		for (const path of ["tien-do.exe", "constructor.svg", "tien-do"]) {
			expect([path, (await site.request(`/office/pictures/${path}`, { as: reader })).status]).toEqual([path, 404]);
		}
	});
});
