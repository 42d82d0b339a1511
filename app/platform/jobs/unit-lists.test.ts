import { expect, test } from "vitest";
import type { Ctx } from "#app/domain/ctx.ts";
import { readImport } from "#app/domain/units/import-queries.ts";
import type { ListReading } from "#app/domain/units/import-schema.ts";
import { as, buildSchool, buildWorld } from "#tests/support/build.ts";
import { buildCommunes, districtBytes, LIST_HEADER, schoolRows, workbookOf } from "#tests/support/build-units.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { confirmList, judgeList, previewList, readReading, remapList } from "./unit-lists.ts";

async function preview(
	ctx: Ctx,
	name: string,
	bytes = districtBytes(name),
): Promise<{ id: string; reading: ListReading }> {
	const { id } = await previewList(ctx, { name, bytes });
	return { id, reading: await readReading(ctx, await readImport(ctx, id)) };
}

onEachEngine("import of lists", (engine) => {
	test("the district's list is imported 78 of 78, and a second time says unchanged", async () => {
		const world = await buildWorld(engine);
		await buildCommunes(world);
		const ctx = as(world, world.office, "officer");
		const { id, reading } = await preview(ctx, "danh-sach-truong.xlsx");
		expect(reading.counts).toEqual({
			rows: 78,
			writes: 78,
			create: 78,
			update: 0,
			unchanged: 0,
			mended: 0,
			refused: 0,
		});
		expect(await schoolCount(ctx)).toBe(0);
		expect(await confirmList(ctx, id)).toEqual({ created: 78, updated: 0 });
		expect(await schoolCount(ctx)).toBe(78);
		const kinds = await ctx.db
			.selectFrom("school")
			.select(["kind"])
			.select(({ fn }) => fn.countAll().as("n"))
			.groupBy("kind")
			.execute();
		expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, Number(n)]))).toEqual({
			MN: 22,
			TH: 22,
			CB: 1,
			THCS: 23,
			THPT: 5,
			GDTX: 1,
			NTDL: 4,
		});
		await expect(confirmList(ctx, id)).rejects.toMatchObject({ body: { code: "import_confirmed" } });

		const again = await preview(ctx, "danh-sach-truong.xlsx");
		expect(again.reading.counts).toMatchObject({ rows: 78, unchanged: 78 });
		expect(await confirmList(ctx, again.id)).toEqual({ created: 0, updated: 0 });
	});

	test("the list with mistakes gets exactly the fates that its README tells", async () => {
		const world = await buildWorld(engine);
		await buildCommunes(world);
		const ctx = as(world, world.office, "officer");
		const { id, reading } = await preview(ctx, "danh-sach-truong-loi.xlsx");
		const told = (row: number) => {
			const found = reading.rows[row - 1];
			return [found?.fate, found?.reasons.map((reason) => reason.code), found?.mended.map((mend) => mend.code)];
		};
		expect(told(2)).toEqual(["mended", [], ["unicode"]]);
		expect(told(4)).toEqual(["mended", [], ["spaces"]]);
		expect(told(5)).toEqual(["create", ["code_repeated_below"], []]);
		expect(told(6)).toEqual(["refused", ["code_repeated"], []]);
		expect(told(8)).toEqual(["refused", ["commune_unknown"], []]);
		expect(told(10)).toEqual(["refused", ["number_in_words"], []]);
		expect(told(12)).toEqual(["mended", [], ["digits_grouped"]]);
		expect(told(14)).toEqual(["refused", ["number_negative"], []]);
		expect(told(16)).toEqual(["refused", ["code_missing"], []]);
		expect(told(18)).toEqual(["mended", [], ["kind_from_name"]]);
		expect(told(26)).toEqual(["refused", ["formula_text"], []]);
		expect(reading.counts).toEqual({
			rows: 78,
			writes: 72,
			create: 68,
			update: 0,
			unchanged: 0,
			mended: 4,
			refused: 6,
		});
		const others = reading.rows.filter(({ row }) => ![2, 4, 5, 6, 8, 10, 12, 14, 16, 18, 26].includes(row));
		expect(others.every((row) => row.fate === "create" && row.reasons.length + row.mended.length === 0)).toBe(true);

		expect(await confirmList(ctx, id)).toEqual({ created: 72, updated: 0 });
		const mended = await ctx.db
			.selectFrom("unit")
			.innerJoin("school", "school_id", "unit.id")
			.select(["code", "name", "kind", "pupils"])
			.where("code", "in", ["36365002", "36365004", "36365012", "36365018"])
			.orderBy("code")
			.execute();
		expect(mended).toEqual([
			{ code: "36365002", name: "Trường Mầm non Quất Lâm".normalize("NFC"), kind: "MN", pupils: 412 },
			{ code: "36365004", name: "Trường Mầm non Hồng Thuận", kind: "MN", pupils: 248 },
			{ code: "36365012", name: "Trường Mầm non Giao An", kind: "MN", pupils: 1204 },
			{ code: "36365018", name: "Trường Mầm non Giao Thịnh", kind: "MN", pupils: 392 },
		]);
		const again = await preview(ctx, "danh-sach-truong-loi.xlsx");
		expect(again.reading.counts).toMatchObject({ writes: 0, unchanged: 68, mended: 4, refused: 6, create: 0 });
		// The list without mistakes adds what was refused and changes what was wrong.
		const right = await preview(ctx, "danh-sach-truong.xlsx");
		expect(right.reading.counts).toMatchObject({ create: 6, update: 1, unchanged: 71 });
		expect(right.reading.rows[11]?.changes).toEqual([{ field: "pupils", from: 1204, to: 336 }]);
		expect(await confirmList(ctx, right.id)).toEqual({ created: 6, updated: 1 });
	});

	test("two confirmations at once write every row once", async () => {
		const world = await buildWorld(engine);
		await buildCommunes(world);
		const ctx = as(world, world.office, "officer");
		const first = await preview(ctx, "danh-sach-truong.xlsx");
		const second = await preview(as(world, world.office, "office_admin"), "danh-sach-truong.xlsx");
		const written = await Promise.all([confirmList(ctx, first.id), confirmList(ctx, second.id)]);
		expect(written[0].created + written[1].created).toBe(78);
		expect(await schoolCount(ctx)).toBe(78);
	});

	test("the columns can be corrected, until it is confirmed", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const header = LIST_HEADER.map((text) => (text === "Số lớp" ? "Phòng" : text));
		const { id, reading } = await preview(ctx, "x.xlsx", await workbookOf([header, ...schoolRows(3)]));
		expect(reading.header.mapping.classrooms).toBeUndefined();
		await remapList(ctx, id, { ...reading.header.mapping, classrooms: 6 });
		const mapped = await readReading(ctx, await readImport(ctx, id));
		expect(mapped.header.mapping.classrooms).toBe(6);
		await confirmList(ctx, id);
		const rooms = await ctx.db.selectFrom("school").select("classrooms").orderBy("classrooms").execute();
		expect(rooms).toEqual([{ classrooms: 10 }, { classrooms: 11 }, { classrooms: 12 }]);
		await expect(remapList(ctx, id, {})).rejects.toMatchObject({ body: { code: "import_confirmed" } });
	});

	test("readers and schools may not import, and another office's import is not found", async () => {
		const world = await buildWorld(engine);
		const school = await buildSchool(world);
		const bytes = await workbookOf([LIST_HEADER, ...schoolRows(1)]);
		for (const ctx of [as(world, world.office, "reader"), as(world, school, "principal")]) {
			await expect(previewList(ctx, { name: "x.xlsx", bytes })).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		const { id } = await previewList(as(world, world.office, "officer"), { name: "x.xlsx", bytes });
		const stranger = as(world, world.province, "officer");
		await expect(confirmList(stranger, id)).rejects.toMatchObject({ body: { code: "not_found" } });
		await expect(confirmList(as(world, world.office, "reader"), id)).rejects.toMatchObject({
			body: { code: "forbidden" },
		});
	});

	test("a code that belongs elsewhere is refused and nothing there changes", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.communes[0], "officer");
		const elsewhere = await buildSchool(world, { commune: world.communes[1] });
		const row = [1, elsewhere.code, "Trường Mầm non Khác", "Mầm non", "Công lập", "Xã Giao An", 1, 1, 1, 1];
		const { id, reading } = await preview(
			ctx,
			"x.xlsx",
			await workbookOf([LIST_HEADER, row, [2, "14197", ...row.slice(2)]]),
		);
		expect(reading.rows.map((judged) => judged.reasons[0]?.code)).toEqual(["code_of_other_unit", "code_of_other_unit"]);
		await expect(confirmList(ctx, id)).rejects.toMatchObject({ body: { code: "nothing_to_import" } });
	});

	test("every write is in the office's chain", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const { id } = await previewList(ctx, {
			name: "x.xlsx",
			bytes: await workbookOf([LIST_HEADER, ...schoolRows(120)]),
		});
		await confirmList(ctx, id);
		const events = await ctx.db.selectFrom("audit_event").select(["event", "unit_id"]).orderBy("seq").execute();
		expect(events.map((event) => event.event)).toEqual([
			"file.kept",
			"units.list_read",
			"units.imported",
			"units.imported",
			"units.import_confirmed",
		]);
	});
});

test("the judgement of a file is the same in any row order of known codes", async () => {
	const world = await buildWorld("sqlite");
	const ctx = as(world, world.office, "officer");
	const rows = schoolRows(600);
	const forward = await judgeList(ctx, await workbookOf([LIST_HEADER, ...rows]), null);
	const backward = await judgeList(ctx, await workbookOf([LIST_HEADER, ...rows.toReversed()]), null);
	expect(backward.counts).toEqual(forward.counts);
});

async function schoolCount(ctx: Ctx): Promise<number> {
	return (await ctx.db.selectFrom("school").select("school_id").execute()).length;
}
