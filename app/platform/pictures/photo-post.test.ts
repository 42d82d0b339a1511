import { expect, test } from "vitest";
import { formWithPhotos } from "./photo-post.ts";

/** A section's form as a browser without script posts it: fields and a file box for every item. */
function posted(items: number, chosen: number): Request {
	const form = new FormData();
	for (let at = 0; at < items; at += 1) {
		for (const part of ["b", "n", "m.what", "m.who", "m.due", "m.request"]) form.append(`${part}.A.${at}`, "x");
		form.append(`p.A.${at}`, at < chosen ? new File(["ảnh"], "a.jpg") : new File([], ""));
	}
	form.append("v.L", "a");
	form.append("v.L", "b");
	return new Request("http://toolkit.test/", { method: "POST", body: form });
}

test("file boxes in which nothing was chosen are no pictures, however many items a section has", async () => {
	const { fields, photos } = await formWithPhotos(posted(300, 2), ["v.L"]);
	expect(photos.map(({ item, bytes }) => [item, bytes.byteLength])).toEqual([
		["A.0", 5],
		["A.1", 5],
	]);
	expect([fields["b.A.299"], fields["v.L"]]).toEqual(["x", ["a", "b"]]);
});

test("more pictures than a form may bring are refused with a sentence", async () => {
	expect((await formWithPhotos(posted(40, 30))).photos).toHaveLength(30);
	await expect(formWithPhotos(posted(40, 31))).rejects.toMatchObject({
		body: { code: "photos_full", details: { limit: 30 } },
	});
});

test("a plain form and a broken one", async () => {
	const plain = new Request("http://toolkit.test/", { method: "POST", body: new URLSearchParams({ "v.A.1": "met" }) });
	expect(await formWithPhotos(plain)).toEqual({ fields: { "v.A.1": "met" }, photos: [] });
	const broken = new Request("http://toolkit.test/", {
		method: "POST",
		headers: { "Content-Type": "multipart/form-data; boundary=b" },
		body: "no parts",
	});
	await expect(formWithPhotos(broken)).rejects.toMatchObject({ body: { code: "invalid_input" } });
});
