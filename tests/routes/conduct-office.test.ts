import { expect, test } from "vitest";
import { beginDraft, saveBasis } from "#app/domain/conduct/adapt.ts";
import { codeOfConduct } from "#db/seed/library/conduct.ts";
import { as, buildSchool, buildUnit, buildWorld, ctxFor, NOW } from "#tests/support/build.ts";
import { buildCampaign } from "#tests/support/build-campaigns.ts";
import { acknowledge, adopt, conductContent, issueConduct, publication } from "#tests/support/build-conduct.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";

/** Three schools: one in force and signed, one that cites a repealed rule, one that has not begun; and a neighbouring office. */
async function scene() {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	site.setNow(NOW);
	const done = await buildSchool(world, { name: "Trường Tiểu học Giao An", kind: "TH" });
	const old = await buildSchool(world, { name: "=Trường, dấu bằng", kind: "MN", ownership: "tu_thuc" });
	const idle = await buildSchool(world, { name: "Trường chưa làm", kind: "MN" });
	const campaign = await issueConduct(world);
	const principal = await buildPerson(world, done, "principal", { name: "Hiệu trưởng Kín Tên" });
	await buildPerson(world, done, "teacher", { name: "Giáo viên Kín Tên" });
	const head = ctxFor(world, principal.actor);
	await acknowledge(head, await adopt(head));
	const citing = as(world, old, "principal");
	await saveBasis(citing, await beginDraft(citing), { base: 0, lines: "Quyết định 16/2008/QĐ-BGDĐT" });
	await adopt(citing, "published", { publication: publication(citing, { onWeb: "" }) });
	const officer = await buildPerson(world, world.office, "officer");
	const reader = await buildPerson(world, world.office, "reader");
	const strangeOffice = await buildUnit(world.store, {
		level: "phong",
		code: "36366",
		name: "Phòng khác",
		parent: world.province,
	});
	const stranger = await buildPerson(world, strangeOffice, "officer");
	const get = async (path: string, who = officer) => {
		const response = await site.request(path, { as: who });
		return { status: response.status, headers: response.headers, text: await response.text() };
	};
	return { world, site, campaign, done, old, idle, officer, reader, stranger, principal, get };
}

test("the page tells numbers and never a name; a line in force opens the public code, others the unit", async () => {
	const { get, done, idle, reader } = await scene();
	const { status, text } = await get("/office/conduct");
	expect(status).toBe(200);
	expect(text).toContain("Trường Tiểu học Giao An");
	expect(text).toContain(`href="/public/schools/${done.code}"`);
	expect(text).toContain(`href="/office/units/${idle.id}"`);
	expect(text).toContain("12/QĐ-MN");
	expect(text).not.toContain("Kín Tên");
	// A reader has the picture on the first page, not the list of schools.
	expect((await get("/office/conduct", reader)).status).toBe(403);
});

test("filters stand in the URL; figures keep counting what steps and legal basis choose among", async () => {
	const { get, campaign } = await scene();
	const only = await get(`/office/conduct?campaign=${campaign.id}&stage=none`);
	expect(only.text).toContain("Trường chưa làm");
	expect(only.text).not.toContain("Trường Tiểu học Giao An");
	expect(only.text).toContain(`/office/campaigns/${campaign.id}/figures`);
	expect(only.text).toMatch(/2<span[^>]*>\/(<!-- -->)?3/);
	const outdated = await get("/office/conduct?outdated=1");
	expect(outdated.text).toContain("=Trường, dấu bằng");
	expect(outdated.text).not.toContain("Trường chưa làm");
	expect((await get("/office/conduct?q=kh%C3%B4ng-c%C3%B3")).text).toContain("Không có đơn vị nào khớp");
});

test("another office's campaign is not found, neither as a page nor as a file", async () => {
	const { get, campaign, stranger, officer } = await scene();
	const paths = ["", "/export/quy-tac-ung-xu.csv", "/export/quy-tac-ung-xu.xlsx"].map(
		(path) => `/office/conduct${path}?campaign=${campaign.id}`,
	);
	const answers = async (who: typeof officer) => Promise.all(paths.map(async (path) => (await get(path, who)).status));
	expect(await answers(stranger)).toEqual([404, 404, 404]);
	expect(await answers(officer)).toEqual([200, 200, 200]);
	expect((await get("/office/conduct", stranger)).text).toContain("Chưa phát hành Bộ Quy tắc ứng xử");
});

test("the CSV opens in Excel, holds no formula and no name, and counts its rows", async () => {
	const { get } = await scene();
	const { text, headers } = await get("/office/conduct/export/quy-tac-ung-xu.csv");
	expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
	const lines = text.split("\r\n").filter(Boolean);
	expect(lines.at(-1)).toContain("Tổng số dòng: 3");
	const cells = lines.find((line) => line.includes("Trường, dấu bằng"));
	expect(cells).toMatch(/"'=Trường, dấu bằng"/);
	expect(text).not.toContain("Kín Tên");
	const filtered = await get("/office/conduct/export/quy-tac-ung-xu.csv?stage=none");
	expect(filtered.text).toContain("Tổng số dòng: 1");
});

test("files begin with a byte order mark and with a workbook's signature", async () => {
	const { site, officer } = await scene();
	const start = async (file: string) => {
		const response = await site.request(`/office/conduct/export/${file}`, { as: officer });
		return Buffer.from(await response.arrayBuffer())
			.subarray(0, 3)
			.toString("hex");
	};
	expect(await start("quy-tac-ung-xu.csv")).toBe("efbbbf");
	expect((await start("quy-tac-ung-xu.xlsx")).slice(0, 4)).toBe("504b");
});

test("a conduct template shows both states of the teachers' part with days and legal basis", async () => {
	const { get, campaign } = await scene();
	const { text } = await get(`/office/templates/${campaign.templateId}`);
	expect(text).toContain("Thông tư 03/2026/TT-BGDĐT, Điều 5");
	expect(text).toContain("Thông tư 06/2019/TT-BGDĐT, Điều 6");
	expect(text.match(/Đã thay thế, hết hiệu lực/g)).toHaveLength(1);
	expect(text).toContain("Nội dung thay đổi từ ngày 30/01/2026");
	expect(text.indexOf("GV03-HS")).toBeLessThan(text.indexOf("GV06-HS"));
});

test("campaign, overview and the choice of a template lead to the codes, and a checklist's pages do not", async () => {
	const { get, campaign, world, reader } = await scene();
	const { id } = await buildCampaign(world, { title: "Bảng kiểm" });
	const link = `/office/conduct?campaign=${campaign.id}`;
	expect((await get(`/office/campaigns/${campaign.id}`)).text).toContain(`href="${link}"`);
	expect((await get(`/office/campaigns/${id}`)).text).not.toContain("/office/conduct?");
	const overview = await get("/office");
	expect(overview.text).toContain("Xem từng đơn vị");
	expect(overview.text).toContain('href="/office/conduct?outdated=1"');
	const read = await get("/office", reader);
	expect(read.text).toContain("Viện dẫn văn bản hết hiệu lực");
	expect(read.text).not.toContain("/office/conduct");
	expect((await get("/office/campaigns/new")).text).toContain("Trường nhận Bộ quy tắc để xây dựng bản của mình");
});

test("a confirmation says what schools receive; a draft's own address leads to where it is written", async () => {
	const { get, site, officer, world } = await scene();
	const { id } = await buildCampaign(world, { state: "draft", template: { kinds: [], conduct: conductContent() } });
	expect((await get(`/office/campaigns/new?draft=${id}&step=confirm`)).text).toContain("Giao cho trường");
	const own = await site.request(`/office/campaigns/${id}`, { as: officer });
	expect(own.headers.get("location")).toBe(`/office/campaigns/new?draft=${id}`);
});

test("a return about the code tells the school what is missing and where to go on", async () => {
	const { world, site, done, idle, principal } = await scene();
	const { id } = await buildCampaign(world, {
		template: { kinds: [], conduct: codeOfConduct.conduct, definition: codeOfConduct.definition },
	});
	const returnOf = async (schoolId: string) => {
		const { return_id } = await world.store.read
			.selectFrom("recipient")
			.select("return_id")
			.where("campaign_id", "=", id)
			.where("school_id", "=", schoolId)
			.executeTakeFirstOrThrow();
		return `/school/returns/${return_id}`;
	};
	const read = async (path: string, who: typeof principal) => (await site.request(path, { as: who })).text();
	const late = await buildPerson(world, idle, "principal");
	const missing = await read(await returnOf(idle.id), late);
	expect(missing).toContain("Trường chưa bắt đầu xây dựng Bộ quy tắc");
	expect(missing).toContain('href="/school/conduct"');
	expect(missing).toContain("Hệ thống tự lấy");
	const unsigned = await read(await returnOf(done.id), principal);
	expect(unsigned).toContain("Còn 1 người chưa ký xác nhận");
	expect(unsigned).not.toContain("Trường chưa bắt đầu");
});
