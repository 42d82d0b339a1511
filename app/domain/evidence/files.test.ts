import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld, NOW } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import type { Ctx } from "../ctx.ts";
import { inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { dropFiles, keepFile } from "./commands.ts";
import { readFile } from "./queries.ts";

const bytes = new TextEncoder().encode("phụ lục");
const file = (unitId: string, name = "Phụ lục.pdf") => ({ unitId, name, mediaType: "application/pdf", bytes });
const notFound = { body: { code: "not_found" } };

/** A campaign of the office with the file attached, and its one recipient. */
async function attach(ctx: Ctx, fileId: string, schoolId: string, state: "draft" | "issued"): Promise<void> {
	const [templateId, versionId, campaignId] = [newId(), newId(), newId()];
	await ctx.db
		.insertInto("template")
		.values({
			id: templateId,
			office_id: ctx.actor.unitId,
			code: templateId,
			kind: "form",
			title: "{}",
			created_at: NOW,
		})
		.execute();
	await ctx.db
		.insertInto("template_version")
		.values({
			id: versionId,
			template_id: templateId,
			number: 1,
			state: "published",
			definition: "{}",
			kinds: "[]",
			legal_basis: "[]",
		})
		.execute();
	await ctx.db
		.insertInto("campaign")
		.values({
			...{
				id: campaignId,
				office_id: ctx.actor.unitId,
				title: "Đợt",
				version_id: versionId,
				instruction: "",
				file_id: fileId,
				state,
			},
			...{
				opens_on: "2026-11-23",
				due_on: "2026-11-30",
				late: "mark",
				filter: "{}",
				recipients: 1,
				search: "",
				created_by: "x",
			},
			...{ created_at: NOW, updated_at: NOW },
		})
		.execute();
	await ctx.db
		.insertInto("recipient")
		.values({
			...{
				school_id: schoolId,
				campaign_id: campaignId,
				return_id: newId(),
				code: "",
				name: "",
				search: "",
				kind: "MN",
			},
			...{ ownership: "", managed_by: "", commune_id: "", commune: "", path: "", due_on: "", state: "not_started" },
			...{ extension_reason: "", progress: 0, open_findings: 0 },
		})
		.execute();
}

onEachEngine("files", (engine) => {
	test("a kept file comes back byte for byte, with its hash in the row and an entry in the chain", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const { id } = await keepFile(ctx, file(world.office.id, "C:\\thư mục\\..\\Phụ lục 1.pdf"));
		expect(await readFile(ctx, id)).toEqual({ id, name: "Phụ lục 1.pdf", mediaType: "application/pdf", bytes });
		const row = await ctx.db.selectFrom("file").select(["sha256", "bytes", "key"]).executeTakeFirstOrThrow();
		expect(row).toMatchObject({ sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength });
		expect(row.key).toBe(`${world.office.id}/${id}`);
		expect(await ctx.db.selectFrom("audit_event").select("event").execute()).toEqual([{ event: "file.kept" }]);
	});

	test("an office reads what lies below it, and nothing beside or above; its reader opens no file", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const { id } = await keepFile(as(world, school, "principal"), file(school.id));
		const { id: letter } = await keepFile(as(world, world.office, "officer"), file(world.office.id));
		for (const role of ["office_admin", "officer"] as const) {
			expect((await readFile(as(world, world.office, role), id)).id).toBe(id);
		}
		for (const kept of [id, letter]) {
			await expect(readFile(as(world, world.office, "reader"), kept)).rejects.toMatchObject({
				body: { code: "forbidden" },
			});
		}
		const other = await buildUnit(world.store, {
			level: "phong",
			code: "36366",
			name: "Phòng khác",
			parent: world.province,
		});
		await expect(readFile(as(world, other, "office_admin"), id)).rejects.toMatchObject(notFound);
		for (const rubbish of [newId(), "rubbish", undefined]) {
			await expect(readFile(as(world, world.office, "officer"), rubbish)).rejects.toMatchObject(notFound);
		}
	});

	test("a school reads its own files and those of campaigns that it received, once issued", async () => {
		const world = await buildWorld(engine);
		const [received, other] = [await buildSchool(world), await buildSchool(world)];
		const ctx = as(world, world.office, "officer");
		const { id: issued } = await keepFile(ctx, file(world.office.id));
		const { id: draft } = await keepFile(ctx, file(world.office.id));
		await attach(ctx, issued, received.id, "issued");
		await attach(ctx, draft, received.id, "draft");
		expect((await readFile(as(world, received, "teacher"), issued)).id).toBe(issued);
		await expect(readFile(as(world, received, "principal"), draft)).rejects.toMatchObject(notFound);
		await expect(readFile(as(world, other, "principal"), issued)).rejects.toMatchObject(notFound);
		const { id: own } = await keepFile(as(world, other, "principal"), file(other.id));
		expect((await readFile(as(world, other, "deputy"), own)).id).toBe(own);
		await expect(readFile(as(world, received, "principal"), own)).rejects.toMatchObject(notFound);
	});

	test("what was kept for nothing is destroyed, row and bytes; what is linked stays, and another unit's is not found", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const ctx = as(world, world.office, "officer");
		const { id } = await keepFile(ctx, file(world.office.id));
		const { key } = await ctx.db.selectFrom("file").select("key").where("id", "=", id).executeTakeFirstOrThrow();
		await expect(dropFiles(as(world, school, "principal"), [id])).rejects.toMatchObject(notFound);
		await dropFiles(ctx, [id]);
		await expect(readFile(ctx, id)).rejects.toMatchObject(notFound);
		await expect(ctx.files.get(key)).rejects.toThrow();
		const { id: linked } = await keepFile(ctx, file(world.office.id));
		await attach(ctx, linked, school.id, "issued");
		await expect(dropFiles(ctx, [linked])).rejects.toThrow();
		expect((await readFile(ctx, linked)).bytes).toEqual(bytes);
		await expect(inTransaction(ctx, (ctx) => dropFiles(ctx, [linked]))).rejects.toThrow("inside a transaction");
	});

	test("nobody keeps a file for a unit that is not theirs, nor while others wait for a transaction", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		await expect(keepFile(as(world, school, "principal"), file(world.office.id))).rejects.toMatchObject(notFound);
		const ctx = as(world, world.office, "officer");
		await expect(inTransaction(ctx, (ctx) => keepFile(ctx, file(world.office.id)))).rejects.toThrow(
			"inside a transaction",
		);
	});
});
