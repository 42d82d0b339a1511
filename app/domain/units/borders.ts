/** Reading a file of borders: GeoJSON or TopoJSON in degrees, down to outlines that a page can draw. Pure; heavy, so it runs in a worker. */
import { geoIdentity, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { topology as topologyOf } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "zod";
import { problem } from "../problem.ts";
import type { Borders, MapOutline } from "./map-schema.ts";

/** Width of a map in its own units. */
const WIDTH = 1000;
/** A map that would be taller is drawn narrower. */
const HEIGHT_AT_MOST = 1400;
/** Corners that all outlines have together: some 150 kB, and nothing that an eye would miss. */
const POINTS = 12_000;

const code = z.union([z.string().trim().min(1).max(20), z.number().int().transform(String)]);
const list = z.union([z.array(code).max(50), z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean))]);
const properties = z.object({ code: code.optional(), codes: list.optional(), name: z.string().max(120).optional() });

type Shape = Feature<Polygon | MultiPolygon, { name: string; codes: string[] }>;

/**
 * The areas of a file that bear one of the codes known here. Throws `wrong_file_type` for what is no such file, `map_broken` for one that
 * cannot be drawn, `map_without_units` when it shows nothing of this office.
 */
export function readBorders(bytes: Uint8Array, known: readonly string[], wanted: string): Borders {
	const given = parsed(bytes, wanted);
	try {
		const shapes = shapesOf(given, new Set(known));
		if (shapes.length === 0) throw problem("map_without_units", {});
		return laidOut(simplified(shapes));
	} catch (error) {
		// The libraries throw whatever comes when arcs or rings are not what they should be.
		if (error instanceof Error && error.name !== "Problem") throw problem("map_broken", {});
		throw error;
	}
}

function parsed(bytes: Uint8Array, wanted: string): Topology | FeatureCollection {
	let given: unknown;
	try {
		given = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		throw problem("wrong_file_type", { wanted });
	}
	const type = typeof given === "object" && given !== null && "type" in given ? given.type : null;
	if (type !== "Topology" && type !== "FeatureCollection") throw problem("wrong_file_type", { wanted });
	return given as Topology | FeatureCollection;
}

/** Areas with the codes they bear, of every layer of the file; what bears none of ours is left out. */
function shapesOf(given: Topology | FeatureCollection, known: ReadonlySet<string>): Shape[] {
	const features =
		given.type === "Topology"
			? Object.values(given.objects).flatMap((object) => {
					const found = feature(given, object);
					return found.type === "FeatureCollection" ? found.features : [found];
				})
			: given.features;
	return features.flatMap(({ geometry, properties: said }): Shape[] => {
		const read = properties.safeParse(said);
		if (!read.success || (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon")) return [];
		const codes = [...new Set([...(read.data.codes ?? []), ...(read.data.code ? [read.data.code] : [])])];
		if (!codes.some((one) => known.has(one))) return [];
		for (const ring of ringsOf(geometry)) for (const point of ring) checkDegrees(point);
		const name = (read.data.name ?? codes.join(", ")).normalize("NFC");
		return [{ type: "Feature", geometry, properties: { name, codes: codes.filter((one) => known.has(one)) } }];
	});
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
	return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function checkDegrees([x, y]: Position): void {
	const fits = typeof x === "number" && typeof y === "number" && Math.abs(x) <= 180 && Math.abs(y) <= 90;
	if (!fits) throw problem("map_broken", {});
}

/** Neighbours share their lines, so that simplifying leaves no gap between them. */
function simplified(shapes: Shape[]): FeatureCollection<Polygon | MultiPolygon, Shape["properties"]> {
	const collection: FeatureCollection<Polygon | MultiPolygon, Shape["properties"]> = {
		type: "FeatureCollection",
		features: shapes,
	};
	const whole = topologyOf({ areas: collection }, 1e6) as Topology<{ areas: GeometryCollection<Shape["properties"]> }>;
	const weighed = presimplify(whole);
	const points = whole.arcs.reduce((sum, arc) => sum + arc.length, 0);
	const light = points <= POINTS ? weighed : simplify(weighed, quantile(weighed, Math.min(0.99, POINTS / points)));
	return feature(light, light.objects.areas) as typeof collection;
}

/** On a flat sheet: a province is small enough, its width drawn as it is at its middle. */
function laidOut(given: FeatureCollection<Polygon | MultiPolygon, Shape["properties"]>): Borders {
	const latitudes = given.features.flatMap(({ geometry }) =>
		ringsOf(geometry)
			.flat()
			.map(([, y]) => y ?? 0),
	);
	const [south, north] = latitudes.reduce(([low, high], y) => [Math.min(low, y), Math.max(high, y)], [90, -90]);
	const narrow = Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
	const areas = {
		...given,
		features: given.features.map((area) => ({ ...area, geometry: narrowed(area.geometry, narrow) })),
	};
	const flat = geoIdentity()
		.reflectY(true)
		.fitExtent(
			[
				[4, 4],
				[WIDTH - 4, HEIGHT_AT_MOST - 4],
			],
			areas,
		);
	const path = geoPath(flat).digits(1);
	const [[left, top], [right, bottom]] = path.bounds(areas);
	if (!(right - left > 1 && bottom - top > 1)) throw problem("map_broken", {});
	flat.translate([flat.translate()[0] - left + 4, flat.translate()[1] - top + 4]);
	const outlines = areas.features.flatMap(({ geometry, properties }): MapOutline[] => {
		const d = path(geometry);
		if (!d) return [];
		const body = largest(geometry, (one) => path.area(one));
		const [x, y] = path.centroid(body);
		const [[from], [to]] = path.bounds(body);
		return [{ ...properties, d, x: Math.round(x), y: Math.round(y), room: Math.round((to - from) * 0.75) }];
	});
	return { width: Math.ceil(right - left + 8), height: Math.ceil(bottom - top + 8), outlines };
}

/** A copy: neighbours hold the same points, which must not be moved twice. */
function narrowed(geometry: Polygon | MultiPolygon, by: number): Polygon | MultiPolygon {
	const ring = (points: Position[]) => points.map(([x = 0, y = 0]) => [x * by, y]);
	if (geometry.type === "Polygon") return { type: "Polygon", coordinates: geometry.coordinates.map(ring) };
	return { type: "MultiPolygon", coordinates: geometry.coordinates.map((part) => part.map(ring)) };
}

/** The part of an area where its name stands: islands have theirs on the mainland. */
function largest(geometry: Polygon | MultiPolygon, size: (one: Polygon) => number): Polygon {
	if (geometry.type === "Polygon") return geometry;
	const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
	return parts.sort((a, b) => size(b) - size(a))[0] ?? { type: "Polygon", coordinates: [] };
}
