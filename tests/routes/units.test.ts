import { request } from "node:http";
import { expect, test } from "vitest";
import type { Engine } from "#db/engine.ts";
import { buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { buildCommunes, districtBytes } from "#tests/support/build-units.ts";
import { openSite, type Site } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

async function district(engine: Engine) {
	const world = await buildWorld(engine);
	const site = openSite(world);
	const officer = await buildPerson(world, world.office, "officer", { name: "Phạm Văn Chuyên" });
	return { world, site, officer };
}

const text = async (answer: Promise<Response>) => (await answer).text();

/** Posts a file to the import as a browser without script does, over the real server; the length is not told. */
async function upload(
	site: Site,
	cookie: string,
	name: string,
	pieces: Uint8Array[],
): Promise<{ status: number; to: string; page: string }> {
	const { origin, port } = await site.serve();
	const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				port,
				host: "127.0.0.1",
				path: "/office/units/import",
				method: "POST",
				headers: { cookie, origin, "content-type": "multipart/form-data; boundary=b" },
			},
			(answer) => {
				const parts: Buffer[] = [];
				answer.on("data", (part: Buffer) => parts.push(part));
				answer.on("end", () =>
					resolve({
						status: answer.statusCode ?? 0,
						to: answer.headers.location ?? "",
						page: Buffer.concat(parts).toString("utf8"),
					}),
				);
			},
		);
		sent.on("error", reject);
		for (const piece of [new TextEncoder().encode(head), ...pieces, new TextEncoder().encode("\r\n--b--\r\n")])
			sent.write(piece);
		sent.end();
	});
}

onEachEngine("units over HTTP", (engine) => {
	test("the list is searched without tone marks and filtered by the URL", async () => {
		const { world, site, officer } = await district(engine);
		await buildSchool(world, { name: "Trường Mầm non Giao Xuân", commune: world.communes[1] });
		await buildSchool(world, { name: "Trường Tiểu học Đặng Xá", kind: "TH" });
		const found = await text(site.request("/office/units?search=giao+xuan", { as: officer }));
		expect(found).toContain("Trường Mầm non Giao Xuân");
		expect(found).not.toContain("Trường Tiểu học Đặng Xá");
		expect(await text(site.request("/office/units?kind=TH", { as: officer }))).toContain("Trường Tiểu học Đặng Xá");
		expect(await text(site.request("/office/units?kind=CB", { as: officer }))).toContain("Không có trường nào khớp");
	});

	test("a school is changed by a plain form; what is wrong is told and what was typed stays", async () => {
		const { world, site, officer } = await district(engine);
		const { id } = await buildSchool(world, { name: "Trường Mầm non Cũ" });
		const path = `/office/units/${id}`;
		const form = {
			...{ name: "Trường Mầm non Mới", kind: "MN", ownership: "tu_thuc", communeId: world.communes[1].id },
			...{ managerId: world.office.id, classrooms: "12", pupils: "1.204", staff: "", sites: "2" },
		};
		const bad = await site.request(path, { as: officer, form: { ...form, pupils: "ba trăm" } });
		const page = await bad.text();
		expect(bad.status).toBe(422);
		expect(page).toContain('value="ba trăm"');
		expect(page).toContain('value="Trường Mầm non Mới"');
		const saved = await site.request(path, { as: officer, form });
		expect(saved.headers.get("location")).toBe(`${path}?done=save`);
		const row = await world.store.read.selectFrom("school").selectAll().where("school_id", "=", id).executeTakeFirst();
		expect(row).toMatchObject({ ownership: "tu_thuc", pupils: 1204, staff: null });
		expect((await site.request(path, { as: officer, form: { intent: "close", reason: "" } })).status).toBe(422);
		await site.request(path, { as: officer, form: { intent: "close", reason: "Sáp nhập" } });
		expect(await text(site.request(path, { as: officer }))).toContain("Ngừng hoạt động");
		expect((await site.request(path, { as: officer, form })).status).toBe(422);
	});

	test("from an uploaded list to schools: read, looked at, mapped again, confirmed", async () => {
		const { world, site, officer } = await district(engine);
		await buildCommunes(world);
		const cookie = await site.cookieOf(officer);
		const sent = await upload(site, cookie, "danh-sach-truong-loi.xlsx", [districtBytes("danh-sach-truong-loi.xlsx")]);
		expect(sent.status).toBe(302);
		const page = await text(site.request(sent.to, { as: officer }));
		expect(page).toContain("Xác nhận nhập 72 trường");
		expect(page).toContain("không tự đoán thành số");
		const refused = await text(site.request(`${sent.to}?fate=refused`, { as: officer }));
		expect(refused).toContain("Xã Giao Xuyên");
		expect(refused).not.toContain("Trường THCS Giao Long");
		const columns = { code: "1", name: "2", kind: "3", ownership: "4", commune: "5", pupils: "6" };
		await site.request(sent.to, { as: officer, form: { intent: "remap", ...columns } });
		expect(await text(site.request(sent.to, { as: officer }))).toContain("Xác nhận nhập 73 trường");
		await site.request(sent.to, { as: officer, form: { intent: "confirm" } });
		expect(await text(site.request(sent.to, { as: officer }))).toContain("Đã thêm mới 73 trường, cập nhật 0 trường.");
		const twice = await site.request(sent.to, { as: officer, form: { intent: "confirm" } });
		expect(await twice.text()).toContain("Danh sách này đã được nhập rồi");
	});

	test("a file that is no list, none at all, and one too large: a sentence, and nothing kept", async () => {
		const { world, site, officer } = await district(engine);
		const cookie = await site.cookieOf(officer);
		const pdf = await upload(site, cookie, "danh-sach.xlsx", [new TextEncoder().encode("%PDF-1.7")]);
		expect([pdf.status, pdf.page.includes("Tệp không đúng loại")]).toEqual([415, true]);
		const none = await upload(site, cookie, "", []);
		expect([none.status, none.page.includes("Bạn chưa chọn tệp")]).toEqual([422, true]);
		const large = await upload(
			site,
			cookie,
			"to.csv",
			Array.from({ length: 11 }, () => new Uint8Array(1_048_576)),
		);
		expect([large.status, large.page.includes("quá lớn")]).toEqual([413, true]);
		expect(await world.store.read.selectFrom("file").select("id").execute()).toEqual([]);
		expect(await world.store.read.selectFrom("unit_import").select("id").execute()).toEqual([]);
	});

	test("the samples and the uploaded file come as downloads", async () => {
		const { site, officer } = await district(engine);
		const sample = await site.request("/office/units/import/template/mau-danh-sach-truong.csv", { as: officer });
		expect(sample.headers.get("content-disposition")).toContain("attachment");
		const sent = await upload(site, await site.cookieOf(officer), "Danh sách.csv", [
			new Uint8Array(await sample.arrayBuffer()),
		]);
		const page = await text(site.request(sent.to, { as: officer }));
		const file = await site.request(/\/files\/[0-9a-f-]{36}/.exec(page)?.[0] ?? "", { as: officer });
		expect(file.headers.get("content-disposition")).toBe(
			`attachment; filename="Danh sach.csv"; filename*=UTF-8''Danh%20s%C3%A1ch.csv`,
		);
		expect(file.headers.get("x-content-type-options")).toBe("nosniff");
		expect((await site.request("/office/units/import/template/x.csv", { as: officer })).status).toBe(404);
	});
});
