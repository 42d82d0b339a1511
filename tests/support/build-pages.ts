import type { ActionFunction, LoaderFunction, ServerBuild } from "@remix-run/node";
import { handleError } from "#app/entry.server.tsx";

/** A Remix build of a few pages without screens: what the server does around pages is tested without building the real ones. */
export function buildPages(pages: Record<string, { loader?: LoaderFunction; action?: ActionFunction }>): ServerBuild {
	const routes = Object.fromEntries(
		Object.entries(pages).map(([path, module]) => [path, { id: path, path, module: module as never }]),
	);
	return {
		entry: { module: { default: async () => new Response("page"), handleError } },
		routes,
		assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "test" },
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
	} as ServerBuild;
}
