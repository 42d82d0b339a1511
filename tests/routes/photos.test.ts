import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { newId } from "#app/domain/id.ts";
import { buildWorld } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-people.ts";
import { drawnPhoto } from "#tests/support/build-photos.ts";
import { buildCampaign, complete } from "#tests/support/build-returns.ts";
import { openSite } from "#tests/support/http.ts";

const ORIGIN = "http://localhost";

async function scene() {
	const world = await buildWorld("sqlite");
	const site = openSite(world);
	const { id, returns } = await buildCampaign(world);
	const [own] = returns;
	if (!own) throw new Error("a campaign has a school");
	const head = await buildPerson(world, own.school, "principal");
	const officer = await buildPerson(world, world.office, "officer");
	/** As `site.request`, with a body of bytes. */
	const post = async (path: string, body: BodyInit, type?: string) => {
		const { createRequestHandler } = await import("@remix-run/node");
		const { buildForPath } = await import("#tests/support/pages.ts");
		const headers = new Headers({ cookie: await site.cookieOf(head), origin: ORIGIN, host: "localhost" });
		if (type) headers.set("content-type", type);
		const handle = createRequestHandler(await buildForPath(path), "production");
		const request = new Request(new URL(path, ORIGIN), { method: "POST", headers, body });
		return handle(request, { app: site.app, requestId: "x", nonce: "x", address: "127.0.0.1" } as never);
	};
	const bring = (photo: string, bytes: Uint8Array, item = "A.1") =>
		post(`/school/returns/${own.returnId}/photos?id=${photo}&item=${item}`, new Uint8Array(bytes), "image/jpeg");
	const photos = () => world.store.read.selectFrom("answer_photo").selectAll().orderBy("id").execute();
	return { world, site, campaignId: id, returnId: own.returnId, head, officer, post, bring, photos };
}

test("a device brings a photograph, twice; the page shows it; the office sees it once it was sent", async () => {
	const { site, head, officer, returnId, bring, photos } = await scene();
	const [id, bytes] = [newId(), await drawnPhoto()];
	expect(await (await bring(id, bytes)).json()).toEqual({ id, outcome: "kept" });
	expect(await (await bring(id, bytes)).json()).toEqual({ id, outcome: "already" });
	const other = await bring(id, await drawnPhoto(3));
	expect([other.status, await other.json()]).toEqual([422, { problem: { code: "photo_id_reused", details: {} } }]);
	expect(await photos()).toHaveLength(1);

	const page = `/school/returns/${returnId}/sections/A`;
	expect(await (await site.request(page, { as: head })).text()).toContain(`/photos/${id}/thumb`);
	expect((await site.request(`/photos/${id}`, { as: officer })).status).toBe(404);
	const batch = { returnId, operations: complete(), submit: { round: 1 } };
	expect((await site.request("/sync", { as: head, json: batch })).status).toBe(200);
	const review = await (await site.request(`/office/returns/${returnId}`, { as: officer })).text();
	expect(review).toContain(`/photos/${id}/thumb`);
});

test("it is served as a picture and nothing else, privately, and not again to whoever has it", async () => {
	const { site, head, bring, photos } = await scene();
	const id = newId();
	await bring(id, await drawnPhoto());
	const answer = await site.request(`/photos/${id}`, { as: head });
	const headers = Object.fromEntries(answer.headers);
	expect(headers).toMatchObject({
		"content-type": "image/jpeg",
		"cache-control": "private, no-cache",
		"x-content-type-options": "nosniff",
	});
	const [kept] = await photos();
	const body = Buffer.from(await answer.arrayBuffer());
	expect(createHash("sha256").update(body).digest("hex")).toBe(kept?.sha256);
	const again = { as: head, headers: { "If-None-Match": headers.etag ?? "" } };
	expect((await site.request(`/photos/${id}`, again)).status).toBe(304);
	// The small one is another picture.
	expect((await site.request(`/photos/${id}/thumb`, again)).status).toBe(200);
});

test("bad files are refused with their reason, and rubbish in the address with none of ours", async () => {
	const { post, bring, photos, returnId, site } = await scene();
	const text = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
	const refused = await bring(newId(), text);
	expect([refused.status, await refused.json()]).toEqual([
		415,
		{ problem: { code: "photo_kind", details: { found: "svg" } } },
	]);
	expect((await bring(newId(), new Uint8Array())).status).toBe(415);
	expect((await bring(newId(), await drawnPhoto(), "Z.9")).status).toBe(422);
	for (const query of ["", "?id=x&item=A.1", `?id=${newId()}`, `?id=${newId()}&item=A.1&takenAt=heute`]) {
		expect((await post(`/school/returns/${returnId}/photos${query}`, "x", "image/jpeg")).status).toBe(422);
	}
	const large = await bring(newId(), new Uint8Array(20 * 1_048_576 + 1));
	expect([large.status, ((await large.json()) as { problem: { code: string } }).problem.code]).toEqual([
		413,
		"too_large",
	]);
	expect(await photos()).toEqual([]);
	expect(site.logged()).not.toContain('"msg":"bug"');
});

test("without script the section's own form brings pictures with the answers, and takes them out", async () => {
	const { site, head, post, photos, returnId, world } = await scene();
	const page = `/school/returns/${returnId}/sections/A`;
	const form = new FormData();
	form.set("b.A.1", "0");
	form.set("v.A.1", "unmet");
	form.set("n.A.1", "Lan can hỏng");
	for (const seed of [1, 2]) {
		form.append("p.A.1", new File([new Uint8Array(await drawnPhoto(seed))], `${seed}.jpg`, { type: "image/jpeg" }));
	}
	form.append("p.A.2", new File([], ""));
	form.set("photo", "A.1");
	const sent = await post(page, form);
	expect([sent.status, sent.headers.get("location")]).toEqual([302, `${page}#item-A.1`]);
	expect((await photos()).map(({ item }) => item)).toEqual(["A.1", "A.1"]);
	const answers = await world.store.read.selectFrom("answer").select(["item", "note"]).execute();
	expect(answers).toEqual([{ item: "A.1", note: "Lan can hỏng" }]);

	const [first] = await photos();
	const taken = await site.request(page, { as: head, form: { unphoto: first?.id ?? "" } });
	expect(taken.headers.get("location")).toBe(`${page}#item-A.1`);
	expect((await photos()).map(({ removed_at }) => removed_at === null)).toEqual([false, true]);

	const bad = new FormData();
	bad.append("p.A.1", new File(["chữ"], "anh.jpg", { type: "image/jpeg" }));
	bad.set("photo", "A.1");
	const refused = await post(page, bad);
	expect(refused.status).toBe(415);
	expect(await refused.text()).toContain("Tệp này không phải là ảnh.");
});

test("the page of the whole data leads to the archive with its filter", async () => {
	const { site, head, officer, bring, returnId, campaignId } = await scene();
	await bring(newId(), await drawnPhoto());
	const page = `/office/campaigns/${campaignId}/data`;
	expect(await (await site.request(page, { as: officer })).text()).toContain("Chưa có ảnh nào khớp với lựa chọn.");
	await site.request("/sync", { as: head, json: { returnId, operations: complete(), submit: { round: 1 } } });
	const shown = await (await site.request(`${page}?state=submitted`, { as: officer })).text();
	expect(shown).toContain(`${page}/photos.zip?state=submitted`);
	const zip = await site.request(`${page}/photos.zip?state=submitted`, { as: officer });
	expect(zip.headers.get("content-type")).toBe("application/zip");
	expect(Buffer.from(await zip.arrayBuffer()).toString("latin1", 0, 2)).toBe("PK");
});
