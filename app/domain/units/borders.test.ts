import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { FeatureCollection } from "geojson";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test } from "vitest";
import { as, buildSchool, buildUnit, buildWorld } from "#tests/support/build.ts";
import { onEachEngine } from "#tests/support/stores.ts";
import { Problem } from "../problem.ts";
import { readBorders } from "./borders.ts";
import { readMap } from "./map-queries.ts";
import { codesForMap, keepMap, removeMap } from "./maps.ts";

/** Squares of a tenth of a degree side by side. */
function squares(properties: object[]): FeatureCollection {
	return {
		type: "FeatureCollection",
		features: properties.map((said, at) => {
			const [west, south, east, north] = [106 + at / 10, 20, 106.1 + at / 10, 20.1];
			const ring = [
				[west, south],
				[west, north],
				[east, north],
				[east, south],
				[west, south],
			];
			return { type: "Feature", properties: { ...said }, geometry: { type: "Polygon", coordinates: [ring] } };
		}),
	};
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = (value: unknown, known = ["14149", "14152", "14155"]) => readBorders(bytesOf(value), known, "GeoJSON");
const refused = (work: () => unknown) => {
	try {
		work();
	} catch (error) {
		return error instanceof Problem ? error.body.code : error;
	}
	return "taken";
};

test("neighbours keep their shape: a district as wide as a quarter of a degree and as high as an eighth is not drawn as a strip", () => {
	const file = readFileSync(
		fileURLToPath(new URL("../../../db/seed/giao-thuy-2019/areas-2025.topojson", import.meta.url)),
	);
	const { bbox, objects } = JSON.parse(file.toString()) as Topology<{ areas: GeometryCollection }>;
	const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
	const { width, height } = readBorders(
		file,
		objects.areas.geometries.flatMap(({ properties }) => (properties as { codes?: string[] })?.codes ?? []),
		"TopoJSON",
	);
	const meridians = Math.cos((((south + north) / 2) * Math.PI) / 180);
	expect((width - 8) / (height - 8)).toBeCloseTo(((east - west) * meridians) / (north - south), 1);
});

test("areas of ours are laid out with their codes; GeoJSON and TopoJSON come to the same; strangers are left out", () => {
	const geo = squares([
		{ code: "14149", name: "Thị trấn Ngô Đồng" },
		{ code: 99 },
		{ codes: "14152, 14155", name: "Gộp" },
	]);
	const fromGeo = read(geo);
	expect(fromGeo.outlines.map(({ name, codes }) => [name, codes])).toEqual([
		["Thị trấn Ngô Đồng", ["14149"]],
		["Gộp", ["14152", "14155"]],
	]);
	expect(read(topology({ areas: geo })).outlines.map(({ codes }) => codes)).toEqual(
		fromGeo.outlines.map(({ codes }) => codes),
	);
	for (const { d, x, y, room } of fromGeo.outlines) {
		expect(d).toMatch(/^M[-\d.,MLHVZ]+Z$/);
		expect(x).toBeGreaterThan(0);
		expect(x).toBeLessThan(fromGeo.width);
		expect(y).toBeGreaterThan(0);
		expect(y).toBeLessThan(fromGeo.height);
		expect(room).toBeGreaterThan(0);
	}
	// A degree of longitude is shorter than one of latitude: 3 squares wide, 1 high, at 20° north.
	expect((fromGeo.width - 8) / (fromGeo.height - 8)).toBeCloseTo(3 * Math.cos((20.05 * Math.PI) / 180), 1);
});

test("neighbours that share a line stay side by side", () => {
	const { width, height, outlines } = read(squares([{ code: "14149" }, { code: "14152" }, { code: "14155" }]));
	expect((width - 8) / (height - 8)).toBeCloseTo(3 * Math.cos((20.05 * Math.PI) / 180), 1);
	expect(outlines.map(({ x }) => Math.round((x / width) * 6))).toEqual([1, 3, 5]);
});

test("a coast of a hundred thousand corners becomes small, and neighbours keep their common line", () => {
	const wavy = (from: number, to: number, west: number) =>
		Array.from({ length: 50_000 }, (_, at) => {
			const along = at / 50_000;
			return [west + Math.sin(along * 900) / 500, from + (to - from) * along];
		});
	const ring = [...wavy(20, 21, 106), ...wavy(21, 20, 107), [106, 20]];
	ring[ring.length - 1] = ring[0] as number[];
	const file = squares([]);
	file.features.push({
		type: "Feature",
		properties: { code: "14149" },
		geometry: { type: "Polygon", coordinates: [ring] },
	});
	expect(JSON.stringify(read(file).outlines).length).toBeLessThan(200_000);
});

test.each([
	["not JSON", new TextEncoder().encode("<svg/>"), "wrong_file_type"],
	["another JSON", bytesOf({ type: "Feature" }), "wrong_file_type"],
	["null", bytesOf(null), "wrong_file_type"],
	["not UTF-8", new Uint8Array([0xff, 0xfe, 0x7b]), "wrong_file_type"],
	["codes of others", bytesOf(squares([{ code: "1" }])), "map_without_units"],
	["no features", bytesOf({ type: "FeatureCollection" }), "map_broken"],
	[
		"arcs that are not there",
		bytesOf({
			type: "Topology",
			arcs: [],
			objects: { a: { type: "Polygon", arcs: [[7]], properties: { code: "14149" } } },
		}),
		"map_broken",
	],
	[
		"metres",
		bytesOf({
			...squares([]),
			features: [
				{
					type: "Feature",
					properties: { code: "14149" },
					geometry: {
						type: "Polygon",
						coordinates: [
							[
								[600000, 2230000],
								[600001, 2230000],
								[600000, 2230001],
								[600000, 2230000],
							],
						],
					},
				},
			],
		}),
		"map_broken",
	],
	[
		"a point for an area",
		bytesOf({
			...squares([]),
			features: [
				{
					type: "Feature",
					properties: { code: "14149" },
					geometry: {
						type: "Polygon",
						coordinates: [
							[
								[106, 20],
								[106, 20],
								[106, 20],
								[106, 20],
							],
						],
					},
				},
			],
		}),
		"map_broken",
	],
])("refused: %s", (_, bytes, code) => {
	expect(refused(() => readBorders(bytes, ["14149"], "GeoJSON"))).toBe(code);
});

test("whatever JSON is given is read or refused as a file, never a bug", () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom("FeatureCollection", "Topology"), (value, type) => {
			const file = { type, features: value, objects: value, arcs: value };
			expect(["taken", "map_broken", "map_without_units", "wrong_file_type"]).toContain(refused(() => read(file)));
		}),
	);
});

onEachEngine("the map of an office", (engine) => {
	test("is kept, replaced and removed by those who keep its units; another office has its own", async () => {
		const world = await buildWorld(engine);
		const ctx = as(world, world.office, "officer");
		const [first, second] = world.communes;
		const codes = await codesForMap(ctx);
		expect(codes.sort()).toEqual([first.code, second.code].sort());
		expect(await readMap(ctx)).toBeNull();
		await keepMap(ctx, "a.json", read(squares([{ code: first.code }]), codes));
		await keepMap(ctx, "b.json", read(squares([{ codes: [first.code, second.code], name: "Gộp" }]), codes));
		expect(await readMap(as(world, world.office, "reader"))).toMatchObject({
			fileName: "b.json",
			areas: [{ name: "Gộp", unitIds: [first.id, second.id] }],
		});
		const other = await buildUnit(world.store, { level: "phong", code: "36366", name: "Khác", parent: world.province });
		expect(await readMap(as(world, other, "officer"))).toBeNull();
		await expect(removeMap(as(world, other, "officer"))).rejects.toMatchObject({ body: { code: "not_found" } });
		const school = await buildSchool(world);
		for (const stranger of [as(world, world.office, "reader"), as(world, school, "principal")]) {
			await expect(codesForMap(stranger)).rejects.toMatchObject({ body: { code: "forbidden" } });
			await expect(keepMap(stranger, "x", { width: 1, height: 1, outlines: [] })).rejects.toMatchObject({
				body: { code: "forbidden" },
			});
			await expect(removeMap(stranger)).rejects.toMatchObject({ body: { code: "forbidden" } });
		}
		await removeMap(ctx);
		expect(await readMap(ctx)).toBeNull();
		const events = await world.store.read
			.selectFrom("audit_event")
			.select("event")
			.where("event", "like", "units.map%")
			.orderBy("seq")
			.execute();
		expect(events.map(({ event }) => event)).toEqual(["units.map_kept", "units.map_kept", "units.map_removed"]);
	});
});
