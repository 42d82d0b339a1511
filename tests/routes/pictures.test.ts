import { expect, test } from "vitest";
import { buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { buildScene } from "./scene.ts";

test("files of pictures and data are what they are called; what is not there is not found", async () => {
	const { site, people, own } = await buildScene();
	const get = (path: string) => site.request(`/office/campaigns/${own.campaignId}/${path}`, { as: people.officer });
	for (const [path, type, start] of [
		["pictures/theo-ngay.svg", "image/svg+xml", "<svg "],
		["pictures/ban-do.png?by=rate", "image/png", "\x89PNG"],
		["pictures/loai-hinh.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"],
		["data/rong.csv", "text/csv; charset=utf-8", "\xef\xbb\xbf"],
		[
			"data/dai.xlsx?state=accepted&since=2026-11-01",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"PK",
		],
	] as const) {
		const answer = await get(path);
		expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, type]);
		expect(
			Buffer.from(await answer.arrayBuffer())
				.toString("latin1")
				.startsWith(start),
		).toBe(true);
	}
	for (const path of [
		"pictures/theo-ngay.exe",
		"pictures/constructor.svg",
		"pictures/so-dot-truoc.svg",
		"data/dai.json",
		"data/..",
	]) {
		expect([path, (await get(path)).status]).toEqual([path, 404]);
	}
});

test("a picture's part narrows the list that it leads to", async () => {
	const { site, people, own } = await buildScene();
	const page = async (query: string) =>
		(
			await site.request(`/office/campaigns/${own.campaignId}/results?list=all&${query}`, { as: people.officer })
		).text();
	expect(await page("kind=THPT")).toContain("Chưa có đơn vị nào trong danh sách này.");
	const rubbish = await page("day=2026-99-99&commune=%3Cb%3E");
	expect(rubbish).not.toContain("<b>");
});

test("borders are taken from a file and thrown away again; a refused file changes nothing", async () => {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	const officer = await buildPerson(world, world.office, "officer");
	const post = (text: string, intent = "") =>
		site.request("/office/units/map", {
			as: officer,
			method: "POST",
			raw: {
				type: "multipart/form-data; boundary=b",
				body: `--b\r\nContent-Disposition: form-data; name="intent"\r\n\r\n${intent}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n${text}\r\n--b--\r\n`,
			},
		});
	const page = async () => (await site.request("/office/units/map", { as: officer })).text();
	const ring = [
		[106.1, 20.1],
		[106.2, 20.1],
		[106.2, 20.2],
		[106.1, 20.1],
	];
	const geometry = { type: "Polygon", coordinates: [ring] };
	const area = (code: string) => ({ type: "Feature", properties: { code, name: "Vùng mới" }, geometry });
	const file = (code: string) => JSON.stringify({ type: "FeatureCollection", features: [area(code)] });
	expect((await post("<svg/>")).status).toBe(415);
	expect((await post(file("khác"))).status).toBe(422);
	expect(await page()).toContain("Chưa có tệp ranh giới nào");
	expect((await post(file(world.communes[0].code))).status).toBe(302);
	expect((await post(file("khác"))).status).toBe(422);
	const shown = await page();
	expect(shown).toContain("1 vùng, 1 xã, thị trấn có ranh giới");
	expect(shown).toContain(`Chưa có ranh giới: ${world.communes[1].name}`);
	expect((await post("", "remove")).status).toBe(302);
	expect(await page()).toContain("Chưa có tệp ranh giới nào");
});
