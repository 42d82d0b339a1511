import { expect, test } from "vitest";
import { readFormFile } from "#app/platform/jobs/read-form.ts";
import { buildWorld } from "#tests/support/build.ts";
import { buildTemplate } from "#tests/support/build-campaigns.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { openSite } from "#tests/support/http.ts";
import { onEachEngine } from "#tests/support/stores.ts";

const multipart = (name: string, text: string) => ({
	type: "multipart/form-data; boundary=b",
	body: `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--b--\r\n`,
});

onEachEngine("forms as files over HTTP", (engine) => {
	test("a list is uploaded, looked through with its rows, and confirmed; typed words stay on a refusal", async () => {
		const world = await buildWorld(engine);
		const site = openSite(world);
		const admin = await buildPerson(world, world.office, "office_admin");
		const list = "STT,Nội dung,Điểm\n1,Có <b>tường</b> rào,nhiều\n2,Có biển tên,2\n";
		const sent = await site.request("/office/templates/import", { as: admin, raw: multipart("bao.csv", list) });
		const to = sent.headers.get("location") ?? "";
		expect([sent.status, to]).toEqual([302, expect.stringMatching(/^\/office\/templates\/import\/[0-9a-f-]{36}$/)]);
		const shown = await (await site.request(to, { as: admin })).text();
		expect(shown).toContain("Có &lt;b&gt;tường&lt;/b&gt; rào");
		expect(shown).not.toContain("<b>tường</b>");
		expect(shown).toContain("Không hiểu nội dung “nhiều”.");
		const refused = await site.request(to, { as: admin, form: { into: "new", code: "mã sai!", title: "Trước bão" } });
		expect(refused.status).toBe(422);
		expect(await refused.text()).toContain('value="mã sai!"');
		const made = await site.request(to, { as: admin, form: { into: "new", code: "BAO-26", title: "Trước bão" } });
		const page = await (await site.request(made.headers.get("location") ?? "", { as: admin })).text();
		expect(page).toContain("Trước bão");
		expect(page).toContain("Bản nháp");
	});

	test("a file that is no form stays a sentence on the upload page", async () => {
		const world = await buildWorld(engine);
		const site = openSite(world);
		const admin = await buildPerson(world, world.office, "office_admin");
		const sent = await site.request("/office/templates/import", { as: admin, raw: multipart("x.pdf", "%PDF-1.4") });
		expect([sent.status, (await sent.text()).includes("Tệp không đúng loại")]).toEqual([415, true]);
	});

	test("a version is downloaded as a workbook and as JSON, both of which are read back; other names are not there", async () => {
		const world = await buildWorld(engine);
		const site = openSite(world);
		const officer = await buildPerson(world, world.office, "officer");
		const { templateId, versionId } = await buildTemplate(world, { code: "BK-Đ" });
		const at = `/office/templates/${templateId}/versions/${versionId}`;
		for (const name of ["bieu-mau.xlsx", "bieu-mau.json"]) {
			const answer = await site.request(`${at}/${name}`, { as: officer });
			expect(answer.headers.get("content-disposition")).toContain(`BK--1.${name.split(".")[1]}`);
			const { reading } = await readFormFile({ bytes: new Uint8Array(await answer.arrayBuffer()), name });
			expect(JSON.parse(reading)).toMatchObject({ form: { code: "BK-Đ", kinds: ["MN"] }, notes: [] });
		}
		expect((await site.request(`${at}/bieu-mau.xls`, { as: officer })).status).toBe(404);
	});

	test("the schema is public and known by its mark", async () => {
		const world = await buildWorld(engine);
		const site = openSite(world);
		const { origin } = await site.serve();
		const address = `${origin}/api/schemas/form-definition.json`;
		const first = await fetch(address);
		expect(first.headers.get("content-type")).toBe("application/schema+json");
		expect((await first.json()).properties.format).toEqual({ type: "string", const: "form-definition/1" });
		const headers = { "If-None-Match": first.headers.get("etag") ?? "none" };
		expect((await fetch(address, { headers })).status).toBe(304);
	});
});
