import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPages } from "#tests/support/build-pages.ts";
import config from "../routes.ts";
import { roomBuild, roomOf } from "./route-rooms.ts";

type RouteObject = Parameters<typeof matchRoutes>[0][number];
type Configured = { path?: string; index?: boolean; file: string; children?: Configured[] };

/** The app's own routes as Remix's build has them, each by its file. */
const build = ((): ServerBuild => {
	const routes: Record<string, object> = { root: { id: "root", path: "", module: {} } };
	const add = (list: readonly Configured[], parentId: string): void => {
		for (const { file, path, index, children } of list) {
			routes[file] = { id: file, parentId, path, index, module: {} };
			add(children ?? [], file);
		}
	};
	add(config as Configured[], "root");
	const empty = buildPages({});
	return { ...empty, routes, assets: { ...empty.assets, routes } } as unknown as ServerBuild;
})();

const tree = ({ routes }: ServerBuild, parentId: string | undefined): RouteObject[] =>
	Object.values(routes)
		.filter((route) => route.parentId === parentId)
		.map(({ id, path, index }) =>
			index
				? { id, index: true }
				: { id, ...(path === undefined ? {} : { path }), children: tree({ routes } as ServerBuild, id) },
		);

const idsAt = (routes: RouteObject[], path: string) => matchRoutes(routes, path)?.map(({ route }) => route.id);

const whole = tree(build, undefined);
const patterns = Object.keys(build.routes).map((id) => {
	const path: string[] = [];
	for (let at = build.routes[id]; at; at = at.parentId ? build.routes[at.parentId] : undefined)
		path.unshift(at.path ?? "");
	return path.filter(Boolean);
});
const names = [...new Set(patterns.flatMap((path) => path.join("/").split("/")))];
const segment = fc.oneof(
	fc.constantFrom(...names, "x", "0f6e", "OFFICE", "ket-qua.xlsx"),
	fc.stringMatching(/^[a-z0-9.-]{1,8}$/),
);
const anyPath = fc.oneof(
	// A page that exists, its parameters filled with anything.
	fc
		.tuple(fc.constantFrom(...patterns), fc.array(segment, { minLength: 6, maxLength: 6 }))
		.map(([pattern, fill]) => pattern.join("/").replace(/:[^/]+|\*/g, () => fill.pop() ?? "y")),
	fc.array(segment, { maxLength: 6 }).map((path) => path.join("/")),
);

test("the routes of a room lead where all routes lead, for the page itself and for each address above it", () => {
	let asked = 0;
	fc.assert(
		fc.property(anyPath, (path) => {
			const room = roomOf(`/${path}`);
			if (!room) return;
			asked += 1;
			const known = room.map((name) => (names.includes(name) ? name : ":"));
			const own = tree(roomBuild(build, known), undefined);
			const segments = path.split("/");
			for (let length = segments.length; length >= 0; length -= 1) {
				const above = `/${segments.slice(0, length).join("/")}`;
				expect(idsAt(own, above)).toEqual(idsAt(whole, above));
			}
		}),
		{ numRuns: 500 },
	);
	expect(asked).toBeGreaterThan(150);
});

test("a room is far smaller than the house", () => {
	const { routes } = roomBuild(build, ["office", "campaigns"]);
	expect(Object.keys(routes).length).toBeLessThan(Object.keys(build.routes).length / 4);
	expect(Object.keys(routes)).toContain("routes/office.overview/route.ts");
});

test("addresses that no page has are left to all routes", () => {
	for (const path of ["/__manifest", "//office/units", "/%6Fffice/units"]) expect(roomOf(path)).toBeNull();
	for (const path of ["/", "/_root.data"]) expect(roomOf(path)).toEqual([":", ":"]);
	for (const path of ["/office", "/office/", "/Office.data"]) expect(roomOf(path)).toEqual(["office", ":"]);
	expect(roomOf("/office/campaigns.data")).toEqual(["office", "campaigns"]);
});
