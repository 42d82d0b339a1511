import type { APIRequestContext, Page } from "@playwright/test";
import { request as requests } from "@playwright/test";
import { accountOf } from "../../../scripts/demo-site/accounts.ts";
import type { Site } from "../../../scripts/demo-site/site.ts";
import { openSchools } from "../../../scripts/seed/accounts.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../support/axe.ts";
import { day } from "../support/days.ts";
import { issue } from "../support/issuing.ts";
import { openTeachers, readAndSign } from "../support/staff.ts";
import { expect, laptop, test } from "../support/test.ts";

test.use({ data: "conduct" });

const school = openSchools.notStarted;
const TEACHERS = 30;
const READERS = 40;

/** A clause of the template that the law demands, and what the school makes of it. */
const clause = { code: "GV26-HS.1", wording: "Luôn lắng nghe, kiên nhẫn giải thích với trẻ trong giờ ăn, giờ ngủ." };

test("a letter becomes a code in force: adapted, read by forty, decided, published, signed by thirty; one clause changes and thirty are asked again", async ({
	site,
	visit,
	complaints,
}) => {
	test.setTimeout(420_000);
	complaints.expect(/status of (400|404|409|422|429)/);
	const officer = await visit({ account: accountOf(site, "officer"), ...laptop });
	const head = await visit({ account: accountOf(site, "principal", school) });
	let readers: string[] = [];

	await test.step("the office issues the template for task 4a", async () => {
		await issue(officer, { task: "4a", template: /Bộ Quy tắc ứng xử/, title: "Bộ Quy tắc ứng xử năm học mới" });
		expect(await annexLine(officer)).toContain("Chưa xây dựng");
	});

	await test.step("the head begins, rewords what the law demands, adds a clause; what is demanded offers no way to drop it", async () => {
		await head.goto("/school");
		await head.getByRole("navigation").getByRole("link", { name: "Quy tắc ứng xử" }).click();
		await head.getByRole("button", { name: "Bắt đầu soạn" }).click();
		await expect(head).toHaveURL(/\/adapt/);
		await head.getByRole("link", { name: /^Giáo viên/ }).click();
		const card = clauseOf(head, clause.code);
		await expect(card.getByText("Pháp luật yêu cầu", { exact: true })).toBeVisible();
		await expect(card.getByRole("radio", { name: "Bỏ" })).toHaveCount(0);
		await card.getByRole("radio", { name: "Sửa lời" }).check();
		await card.getByLabel("Lời của trường").fill(clause.wording);
		await expect.poll(() => draftOf(site)).toContain(clause.wording);
		await head.getByRole("link", { name: /^Cha mẹ người học/ }).click();
		const own = head.getByRole("region", { name: "Thêm điều khoản của trường: Cha mẹ người học" });
		await own.getByLabel("Lời của điều khoản").fill("Dắt xe khi qua cổng trường.");
		await own.getByRole("button", { name: "Thêm điều khoản" }).click();
		await expect(head.getByText("Đã thêm điều khoản của trường.")).toBeVisible();
		await expectAccessible(head);
		await expectNoSidewaysScroll(head);
	});

	await test.step("a reading is opened for staff and parents, with forty slips", async () => {
		await head.goto(`/school/conduct/${versionOf(site)}/consult`);
		for (const group of [/^Cán bộ, giáo viên, nhân viên/, /^Cha mẹ người học/]) {
			await head.getByRole("checkbox", { name: group }).check();
		}
		await head.getByLabel("Ngày cuối nhận ý kiến").fill(day(3).typed);
		await head.getByRole("button", { name: "Mở lấy ý kiến" }).click();
		await expect(head.getByText("Đã mở lấy ý kiến.", { exact: false })).toBeVisible();
		const slips = head.getByRole("region", { name: "Tạo đường dẫn cho người không có tài khoản" });
		await slips.getByRole("radio", { name: "Cha mẹ người học" }).check();
		await slips.getByLabel("Số đường dẫn").fill(String(READERS));
		await head.getByRole("button", { name: "Tạo đường dẫn" }).click();
		await expect(head.getByRole("heading", { level: 1 })).toHaveText(`${READERS} phiếu lấy ý kiến`);
		await expectAccessible(head);
		readers = [...new Set((await head.content()).match(/\/y-kien\/[\w-]+/g) ?? [])];
		expect(readers).toHaveLength(READERS);
	});

	await test.step("a parent reads on a phone, says what is wrong with a clause, and is heard once", async () => {
		const [link = ""] = readers;
		const parent = await visit();
		await parent.goto(link);
		await expectAccessible(parent);
		await expectNoSidewaysScroll(parent);
		await expect(parent.getByText(clause.wording, { exact: true })).toBeVisible();
		await parent.getByText("Góp ý điều này").first().click();
		await parent.getByRole("textbox").first().fill("Nên viết ngắn hơn.");
		await parent.getByRole("button", { name: "Gửi ý kiến" }).click();
		await expect(parent.getByText("Hãy chọn Đồng ý hoặc Chưa đồng ý.").first()).toBeVisible();
		await expect(parent.getByRole("textbox").first()).toHaveValue("Nên viết ngắn hơn.");
		await parent.getByRole("radio", { name: "Đồng ý", exact: true }).check();
		await parent.getByRole("button", { name: "Gửi ý kiến" }).click();
		await expect(parent.getByText("Cảm ơn bạn đã góp ý")).toBeVisible();
		expect(await parent.context().cookies()).toEqual([]);
		await parent.goto(link);
		await expect(parent.getByText("Đường dẫn này đã được dùng")).toBeVisible();
	});

	await test.step("thirty-nine more are heard; a stranger who tries a used link again and again changes nothing and is stopped", async () => {
		const anybody = await requests.newContext({ baseURL: site.url, extraHTTPHeaders: { origin: site.url } });
		const voices = readers.slice(1).map((link, at) => voice(anybody, link, at < 33 ? "yes" : "no"));
		expect(await Promise.all(voices)).toEqual(Array.from({ length: READERS - 1 }, () => 302));
		const again: number[] = [];
		for (let tries = 0; tries < 60; tries += 1) again.push(await voice(anybody, readers[1] ?? "", "no"));
		expect(new Set(again)).toEqual(new Set([422, 429]));
		expect(again.at(-1)).toBe(429);
		expect(voicesOf(site)).toEqual([{ heard: READERS, agreed: 34 }]);
		await anybody.dispose();
	});

	await test.step("the reading ends with a majority; a decision before it is refused beside what was typed; nothing is published undecided", async () => {
		const at = `/school/conduct/${versionOf(site)}`;
		await head.goto(`${at}/consult`);
		await expect(head.getByText("Nên viết ngắn hơn.")).toBeVisible();
		await head.getByText("Tôi đã ghi đủ ý kiến của các cuộc họp").click();
		await head.getByRole("button", { name: "Kết thúc và xem kết quả" }).click();
		await expect(head.getByText(`34/${READERS} ý kiến đồng ý, đạt 85 %: đa số đồng thuận.`)).toBeVisible();
		await expectAccessible(head);
		await head.goto(`${at}/publish`);
		await expect(head.getByRole("button", { name: "Công khai Bộ Quy tắc" })).toHaveCount(0);
		await head.goto(`${at}/decide`);
		await decide(head, "05/QĐ-MNNĐ", day(-1).typed);
		await expect(head.getByLabel("Số, ký hiệu")).toHaveValue("05/QĐ-MNNĐ");
		await expect(head.getByText("Đã ghi quyết định.")).toHaveCount(0);
		await decide(head, "05/QĐ-MNNĐ", day(0).typed);
		await expect(head.getByRole("link", { name: "Sang bước công khai" })).toBeVisible();
		for (const file of ["quyet-dinh.docx", "quyet-dinh.pdf", "bo-quy-tac.docx", "bo-quy-tac.pdf"]) {
			const paper = await head.context().request.get(`${at}/papers/${file}`);
			expect([paper.status(), (await paper.body()).length > 5_000], file).toEqual([200, true]);
		}
	});

	await test.step("it is published: anybody reads it, with posters", async () => {
		await publish(head, site);
		const parent = await visit();
		await parent.goto(`/public/schools/${school}`);
		await expect(parent.getByText(clause.wording, { exact: true })).toBeVisible();
		const poster = await parent.context().request.get(`/public/schools/${school}/poster-a4.pdf`);
		expect((await poster.body()).subarray(0, 5).toString()).toBe("%PDF-");
	});

	const names = Array.from(
		{ length: TEACHERS },
		(_, at) => `Phạm Thị Thử ${"ABCDĐEGHIKLMNOPQRSTUVXY"[at % 23]} ${at + 1}`,
	);
	const teachers = await openTeachers(head, site.url, names);
	// The demo has a few teachers at the school already, and the head is asked too.
	const asked = site.rows<{ n: number }>(
		"select count(*) as n from membership m join unit u on u.id = m.unit_id where u.code = ? and m.ended_at is null",
		school,
	)[0]?.n;

	await test.step("thirty teachers sign, and the office's table follows at once, with numbers only", async () => {
		for (const teacher of teachers) await readAndSign(teacher);
		const line = await annexLine(officer);
		expect(line).toContain(`${TEACHERS}/${asked}`);
		expect(line).toContain("05/QĐ-MNNĐ");
		expect(await officer.content()).not.toContain("Phạm Thị Thử");
		await head.goto("/school/conduct/staff");
		await expect(head.getByText("Phạm Thị Thử A 1", { exact: true })).toBeVisible();
		await head.getByRole("button", { name: /^Nhắc \d+ người chưa ký$/ }).click();
		await expect(head.getByText(/^Đã nhắc \d+ người\.$/)).toBeVisible();
		await expectAccessible(head);
	});

	await test.step("one clause changes in what it says: the thirty are asked again, and see first what changed", async () => {
		await head.goto("/school/conduct");
		await head.getByRole("button", { name: "Soạn bản sửa đổi" }).click();
		await expect(head).toHaveURL(/\/adapt/);
		await head.getByRole("link", { name: /^Giáo viên/ }).click();
		const text = "Không bao giờ để trẻ một mình; bàn giao trẻ tận tay người đón.";
		await clauseOf(head, clause.code).getByLabel("Lời của trường").fill(text);
		await expect.poll(() => draftOf(site)).toContain(text);
		const at = `/school/conduct/${versionOf(site)}`;
		await head.goto(`${at}/consult`);
		await head.getByRole("checkbox", { name: /^Cán bộ, giáo viên, nhân viên/ }).check();
		await head.getByLabel("Ngày cuối nhận ý kiến").fill(day(2).typed);
		await head.getByLabel("Thay đổi những gì, vì sao").fill("Thêm việc bàn giao trẻ.");
		await head.getByRole("button", { name: "Mở lấy ý kiến" }).click();
		await expect(head.getByText("Đã mở lấy ý kiến.", { exact: false })).toBeVisible();
		await head.getByLabel("Số người dự").fill("28");
		await head.getByLabel("Số người đồng ý").fill("27");
		await head.getByLabel("Ngày họp").fill(day(0).typed);
		await head.getByRole("button", { name: "Ghi cuộc họp" }).click();
		await expect(head.getByText("Đã ghi ý kiến của cuộc họp.")).toBeVisible();
		await head.getByText("Tôi đã ghi đủ ý kiến của các cuộc họp").click();
		await head.getByRole("button", { name: "Kết thúc và xem kết quả" }).click();
		await expect(head.getByText("27/28 ý kiến đồng ý", { exact: false })).toBeVisible();
		await head.goto(`${at}/decide`);
		await decide(head, "06/QĐ-MNNĐ", day(0).typed);
		await expect(head.getByRole("link", { name: "Sang bước công khai" })).toBeVisible();
		await publish(head, site);

		expect(await annexLine(officer)).toContain(`0/${asked}`);
		const [first] = teachers;
		const page = (await (await first?.http.get("/me/conduct/read"))?.text()) ?? "";
		expect(page.indexOf("Những điều đổi so với bản bạn đã ký")).toBeGreaterThan(0);
		expect(page.indexOf(text)).toBeLessThan(page.indexOf("Chấp hành"));
		for (const teacher of teachers) await readAndSign(teacher);
		expect(await annexLine(officer)).toContain(`${TEACHERS}/${asked}`);
	});
});

/** The school's line in the office's table of codes. */
async function annexLine(officer: Page): Promise<string> {
	await officer.goto(`/office/conduct?q=${school}`);
	const row = officer.getByRole("row").filter({ hasText: /Trường|Nhóm trẻ/ });
	await expect(row).toHaveCount(1);
	return ((await row.textContent()) ?? "").replace(/\s+/g, " ");
}

function clauseOf(page: Page, code: string) {
	return page.locator(`form:has(input[name="code"][value="${code}"])`).first();
}

/** The version of the school that waits to be published. */
function versionOf(site: Site): string {
	const [row] = site.rows<{ id: string }>(
		"select v.id from conduct_version v join unit u on u.id = v.school_id where u.code = ? order by v.number desc",
		school,
	);
	return row?.id ?? "";
}

function draftOf(site: Site): string {
	return (
		site.rows<{ content: string }>("select content from conduct_version where id = ?", versionOf(site))[0]?.content ??
		""
	);
}

function voicesOf(site: Site) {
	return site.rows(
		`select count(*) as heard, sum(agrees) as agreed from consultation_voice v
			join consultation c on c.school_id = v.school_id and c.id = v.consultation_id where c.version_id = ?`,
		versionOf(site),
	);
}

async function voice(http: APIRequestContext, link: string, agrees: "yes" | "no"): Promise<number> {
	return (await http.post(link, { form: { agrees, comment: "" }, maxRedirects: 0 })).status();
}

async function decide(head: Page, number: string, decidedOn: string): Promise<void> {
	await head.getByLabel("Số, ký hiệu").fill(number);
	await head.getByLabel("Ngày ký").fill(decidedOn);
	await head.getByRole("button", { name: "Ghi quyết định" }).click();
}

async function publish(head: Page, site: Site): Promise<void> {
	await head.goto(`/school/conduct/${versionOf(site)}/publish`);
	await head.getByRole("checkbox", { name: /bảng tin/ }).check();
	await head.getByLabel("Điện thoại").fill("0228 000 0111");
	await head.getByRole("button", { name: "Công khai Bộ Quy tắc" }).click();
	await expect(head.getByRole("link", { name: "Trang công khai của trường" })).toBeVisible();
	await expectAccessible(head);
}
