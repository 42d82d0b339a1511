import JSZip from "jszip";
import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { keepFile } from "#app/domain/evidence/commands.ts";
import { writeJson } from "#app/domain/interchange/json.ts";
import type { FormFile } from "#app/domain/interchange/schema.ts";
import { writeXlsForm } from "#app/domain/interchange/xlsform-write.ts";
import { importTemplate } from "#app/domain/templates/commands.ts";
import { readTemplate } from "#app/domain/templates/queries.ts";
import { templateDraft } from "#app/domain/templates/schema.ts";
import { codeOfConduct } from "#db/seed/library/conduct.ts";
import { as, buildUnit, buildWorld } from "#tests/support/build.ts";
import { smallForm } from "#tests/support/build-campaigns.ts";
import { workbookOf } from "#tests/support/build-units.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { writeWorkbook } from "../sheets/write-workbook.ts";
import { confirmForm, previewForm, readFormReading } from "./form-imports.ts";

const refused = (code: string) => expect.objectContaining({ body: expect.objectContaining({ code }) });

const annex = () =>
	workbookOf([
		["STT", "Nội dung", "Bắt buộc"],
		["I", "Sân trường"],
		[1, "Có tường rào", "x"],
		[2, "Có biển tên"],
	]);

/** Everything a template is made of. */
async function formOf(ctx: Ctx, templateId: string, versionId?: string): Promise<FormFile> {
	const { version } = await readTemplate(ctx, templateId, versionId);
	const { code, title, kinds, validFrom, validTo, legalBasis, definition } = version;
	return { code, title, kinds, validFrom, validTo, legalBasis, definition };
}

onEachEngine("import of forms", (engine) => {
	test("an annex in Excel is looked through, then becomes the draft of a new template; before that there is none", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { fileId } = await previewForm(ctx, { name: "phu-luc.xlsx", bytes: await annex() });
		expect(await templates(ctx)).toBe(0);
		const { reading } = await readFormReading(ctx, fileId);
		expect(reading).toMatchObject({
			format: "plain",
			form: { definition: { sections: [{ code: "I", items: [{ code: "I.1" }, {}] }] } },
		});
		const made = await confirmForm(ctx, fileId, { into: "new", code: "PL-1", title: "Phụ lục 1" });
		const page = await readTemplate(ctx, made.templateId);
		expect(page).toMatchObject({ code: "PL-1", title: { vi: "Phụ lục 1" }, version: { state: "draft", number: 1 } });
		await expect(confirmForm(ctx, fileId, { into: "new", code: "PL-1", title: "Lại" })).rejects.toEqual(
			refused("template_code_taken"),
		);
	});

	test("a template goes out as XLSForm and as JSON, and comes back as the next version, equal", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { templateId } = await importTemplate(ctx, smallForm({ code: "BK-9" }));
		const form = await formOf(ctx, templateId);
		const files = {
			"a.xlsx": await writeWorkbook(writeXlsForm(form)),
			"a.json": new TextEncoder().encode(writeJson({ ...form, conduct: null })),
		};
		for (const [name, bytes] of Object.entries(files)) {
			const { fileId } = await previewForm(ctx, { name, bytes });
			const { versionId } = await confirmForm(ctx, fileId, { into: "version", templateId });
			expect(await formOf(ctx, templateId, versionId)).toEqual(form);
		}
		expect((await readTemplate(ctx, templateId)).versions).toHaveLength(3);
	});

	test("a code of conduct travels in JSON with its text, and its return in a workbook leaves the text as it is", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const { conduct, ...form } = templateDraft.parse(codeOfConduct);
		const json = new TextEncoder().encode(writeJson({ ...form, conduct }));
		const first = await previewForm(ctx, { name: "quy-tac.json", bytes: json });
		const { templateId } = await confirmForm(ctx, first.fileId, { into: "new", code: "QT-1", title: "Quy tắc" });
		const bytes = await writeWorkbook(writeXlsForm(form));
		const second = await previewForm(ctx, { name: "quy-tac.xlsx", bytes });
		const { versionId } = await confirmForm(ctx, second.fileId, { into: "version", templateId });
		const { version } = await readTemplate(ctx, templateId, versionId);
		expect(version).toMatchObject({ kind: "conduct", number: 2, conduct, definition: form.definition });
		const plain = await importTemplate(ctx, smallForm());
		const into = { into: "version", templateId: plain.templateId } as const;
		await expect(confirmForm(ctx, first.fileId, into)).rejects.toEqual(refused("definition_faulty"));
	});

	test("the reading is made again where it was lost", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const upload = { name: "phu-luc.xlsx", bytes: await annex() };
		const read = await readFormReading(ctx, (await previewForm(ctx, upload)).fileId);
		const bare = await keepFile(ctx, { unitId: world.office.id, mediaType: "text/csv", ...upload });
		expect(await readFormReading(ctx, bare.id)).toEqual(read);
	});

	test("a form with a circle is shown but makes no template; a file of nothing makes none either", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const rows = [
			["type", "name", "label", "relevant"],
			["integer", "a", "A", "${b} = 1"],
			["integer", "b", "B", "${a} = 1"],
		];
		const circle = await previewForm(ctx, { name: "x.xlsx", bytes: await writeWorkbook([{ name: "Survey", rows }]) });
		const target = { into: "new", code: "X", title: "X" } as const;
		await expect(confirmForm(ctx, circle.fileId, target)).rejects.toEqual(refused("definition_faulty"));
		const none = await previewForm(ctx, { name: "y.xlsx", bytes: await workbookOf([["a"], ["b"]]) });
		expect((await readFormReading(ctx, none.fileId)).reading.notes).toMatchObject([{ code: "format_unknown" }]);
		await expect(confirmForm(ctx, none.fileId, target)).rejects.toEqual(refused("nothing_to_import"));
		expect(await templates(ctx)).toBe(0);
	});

	test("what is no workbook, no text or too much is refused before anything is kept", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const preview = (bytes: Uint8Array) => previewForm(ctx, { name: "x.xlsx", bytes });
		await expect(preview(new Uint8Array())).rejects.toEqual(refused("sheet_empty"));
		await expect(preview(Buffer.from("%PDF-1.4"))).rejects.toEqual(refused("wrong_file_type"));
		await expect(preview(Buffer.from("PK\x03\x04 không phải tệp nén"))).rejects.toEqual(refused("workbook_broken"));
		await expect(preview(new Uint8Array(10 * 1_048_576 + 1))).rejects.toEqual(refused("too_large"));
		const bomb = new JSZip()
			.file("xl/workbook.xml", "<x/>")
			.file("xl/worksheets/sheet1.xml", new Uint8Array(70 * 1_048_576));
		await expect(preview(await bomb.generateAsync({ type: "uint8array", compression: "DEFLATE" }))).rejects.toEqual(
			refused("workbook_too_big"),
		);
		expect(await ctx.db.selectFrom("file").select("id").execute()).toEqual([]);
	});

	test("officers and readers bring in nothing; another office's file and template are not there", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "office_admin");
		const upload = { name: "phu-luc.xlsx", bytes: await annex() };
		for (const role of ["officer", "reader"] as const) {
			await expect(previewForm(as(world, world.office, role), upload)).rejects.toEqual(refused("forbidden"));
		}
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		const theirs = { ...as(world, other, "office_admin"), files: ctx.files };
		const { fileId } = await previewForm(theirs, upload);
		const { templateId } = await importTemplate(theirs, smallForm());
		await expect(readFormReading(ctx, fileId)).rejects.toEqual(refused("not_found"));
		await expect(confirmForm(ctx, fileId, { into: "new", code: "X", title: "X" })).rejects.toEqual(
			refused("not_found"),
		);
		const own = await previewForm(ctx, upload);
		await expect(confirmForm(ctx, own.fileId, { into: "version", templateId })).rejects.toEqual(refused("not_found"));
		const officer = as(world, world.office, "officer");
		await expect(confirmForm(officer, own.fileId, { into: "new", code: "X", title: "X" })).rejects.toEqual(
			refused("forbidden"),
		);
	});
});

async function templates(ctx: Ctx): Promise<number> {
	return (await ctx.db.selectFrom("template").select("id").execute()).length;
}
