import { describe, expect, test } from "vitest";
import { as, buildWorld } from "#tests/support/build.ts";
import { keepAttachment, mediaTypeOf, readFileForm } from "./attachment.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

function posted(file: Uint8Array | null, fields: [string, string][] = []): Request {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	form.append("file", new File(file ? [Buffer.from(file)] : [], file ? "tệp.pdf" : ""));
	return new Request("http://localhost/", { method: "POST", body: form });
}

describe("attachments", () => {
	test.each([
		["a PDF", "%PDF-1.7 …", "application/pdf"],
		["a PNG", "\x89PNG\r\n\x1a\n…", "image/png"],
		["a JPEG", "\xff\xd8\xff\xe0…", "image/jpeg"],
		[
			"a Word document",
			"PK\x03\x04…word/document.xml…",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		],
		["a workbook", "PK\x03\x04…xl/workbook.xml…", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
		["any other archive", "PK\x03\x04…evil.js…", null],
		["a program", "MZ…", null],
		["a page", "<html><script>", null],
		["nothing", "", null],
	])("%s is told by its bytes", (_what, content, type) => {
		expect(mediaTypeOf(bytes(content))).toBe(type);
	});

	test("a form gives its fields, its lists and its file; an empty file box is no file", async () => {
		const fields: [string, string][] = [
			["title", "a"],
			["kinds", "MN"],
			["kinds", "TH"],
		];
		const form = await readFileForm(posted(bytes("%PDF-1"), fields), 1000, ["kinds", "communes"]);
		expect(form.fields).toEqual({ title: "a", kinds: ["MN", "TH"], communes: [] });
		expect(form.file).toMatchObject({ name: "tệp.pdf" });
		expect((await readFileForm(posted(null), 1000)).file).toBeNull();
	});

	test("a file above the limit and a broken body are refused in words", async () => {
		await expect(readFileForm(posted(new Uint8Array(1001)), 1000)).rejects.toEqual(refused("too_large"));
		const broken = new Request("http://localhost/", {
			method: "POST",
			headers: { "content-type": "multipart/form-data; boundary=x" },
			body: "--x\r\nnonsense",
		});
		await expect(readFileForm(broken, 1000)).rejects.toEqual(refused("invalid_input"));
	});

	test("what is kept belongs to the office and stays kept at the next attempt; the wrong kind is not kept", async () => {
		const world = await buildWorld("sqlite");
		const ctx = as(world, world.office, "officer");
		const id = await keepAttachment(ctx, { fields: {}, file: { name: "a.pdf", bytes: bytes("%PDF-1") } }, "PDF");
		const row = await world.store.read.selectFrom("file").selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ id, unit_id: world.office.id, media_type: "application/pdf" });
		expect(await keepAttachment(ctx, { fields: { fileId: id ?? "" }, file: null }, "PDF")).toBe(id);
		expect(await keepAttachment(ctx, { fields: { fileId: "../etc" }, file: null }, "PDF")).toBeNull();
		const program = { fields: {}, file: { name: "a.pdf", bytes: bytes("MZ") } };
		await expect(keepAttachment(ctx, program, "PDF")).rejects.toEqual(refused("wrong_file_type"));
	});
});
