import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entry from "#app/entry.server.tsx";
import * as root from "#app/root.tsx";
import urlMap from "#app/routes.ts";

/**
 * The app's real pages as a Remix build, straight from the sources: tests always see what is written now, and wait for no bundler.
 * Browser files are not there; the browser journeys run the built ones.
 */

type Page = { id: string; path?: string; index?: boolean; parentId?: string; file: string };

const folder = fileURLToPath(new URL("../../app/", import.meta.url));

/** Every page of `app/routes.ts`, parents first. */
export const pages: Page[] = flatten(await urlMap, "root");

function flatten(entries: RouteConfigEntry[], parentId: string): Page[] {
	return entries.flatMap(({ file, path, index, children }) => {
		const id = file.replace(/\.ts$/, "");
		return [{ id, path, index, parentId, file }, ...flatten(children ?? [], id)];
	});
}

const all = import.meta.glob("../../app/routes/*/route.ts");

const builds = new Map<string, Promise<ServerBuild>>();

/** A build of the pages that one URL needs: a test that asks for three pages loads three. */
export function buildForPath(path: string): Promise<ServerBuild> {
	const matched = matchRoutes(tree("root") as never, path.split("?")[0] ?? path) ?? [];
	const wanted = matched.map(({ route }) => route.id ?? "");
	const key = wanted.join(" ");
	const known = builds.get(key) ?? buildOf(pages.filter((page) => wanted.includes(page.id)));
	builds.set(key, known);
	return known;
}

/** A build of all pages, for a server. */
export function buildOfAll(): Promise<ServerBuild> {
	const known = builds.get("all") ?? buildOf(pages);
	builds.set("all", known);
	return known;
}

function tree(parentId: string): object[] {
	return pages
		.filter((page) => page.parentId === parentId)
		.map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: tree(id) }));
}

async function buildOf(wanted: Page[]): Promise<ServerBuild> {
	const loaded = await Promise.all(wanted.map(async (page) => ({ ...page, module: await load(page.file) })));
	const routes = [{ id: "root", path: "", module: root as object }, ...loaded];
	return {
		entry: { module: entry },
		routes: Object.fromEntries(routes.map((route) => [route.id, route])),
		assets: {
			entry: { imports: [], module: "/assets/entry.js" },
			routes: Object.fromEntries(routes.map((route) => [route.id, assetsOf(route)])),
			url: "/assets/manifest.js",
			version: "test",
		},
		publicPath: "/",
		assetsBuildDirectory: "build/client",
		basename: "/",
		mode: "production",
		isSpaMode: false,
		future: {
			v3_fetcherPersist: true,
			v3_relativeSplatPath: true,
			v3_throwAbortReason: true,
			v3_singleFetch: true,
			v3_lazyRouteDiscovery: true,
			v3_routeConfig: true,
			unstable_optimizeDeps: false,
		},
	} as unknown as ServerBuild;
}

async function load(file: string): Promise<object> {
	const module = all[`../../app/${file}`];
	if (!module) throw new Error(existsSync(folder + file) ? `not under app/routes: ${file}` : `no such page: ${file}`);
	return (await module()) as object;
}

function assetsOf(route: { id: string; path?: string; index?: boolean; parentId?: string; module: object }) {
	const { id, path, index, parentId, module } = route;
	const has = (name: string) => name in module;
	return {
		id,
		path,
		index,
		parentId,
		module: "/assets/page.js",
		imports: [],
		hasAction: has("action"),
		hasLoader: has("loader"),
		hasClientAction: false,
		hasClientLoader: false,
		hasErrorBoundary: has("ErrorBoundary"),
	};
}
