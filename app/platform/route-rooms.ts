import { createRequestHandler, type ServerBuild } from "@remix-run/node";

type Handler = ReturnType<typeof createRequestHandler>;

/** Segments of a path that say which room it leads to: `/office/campaigns/…`. */
const DEPTH = 2;

/**
 * Answers requests as Remix does, each with the routes of its own room alone. Remix matches an address four times against every route there is
 * and makes them all anew for the drawing: with more than a hundred routes a quarter of what a small page costs.
 */
export function handlerByRoom(build: ServerBuild): Handler {
	const whole = createRequestHandler(build, "production");
	const rooms = new Map<string, Handler>();
	const names = new Set(
		Object.keys(build.routes).flatMap((id) => segmentsOf(build, id).map((name) => name.toLowerCase())),
	);
	return (request, context) => {
		const start = roomOf(new URL(request.url).pathname);
		if (!start) return whole(request, context);
		// What no route is called is one and the same to all of them: there are only so many rooms.
		const key = start.map((segment) => (names.has(segment) ? segment : ":")).join("/");
		const found = rooms.get(key) ?? createRequestHandler(roomBuild(build, key.split("/")), "production");
		rooms.set(key, found);
		return found(request, context);
	};
}

/** The first segments of a path in small letters, `:` where it has none; null where the path is none that a page has, and all routes are asked. */
export function roomOf(pathname: string): string[] | null {
	if (pathname.includes("//") || pathname.includes("%") || pathname === "/__manifest") return null;
	const segments = pathname
		.replace(/\.data$/, "")
		.replace(/^\/_root$/, "/")
		.split("/")
		.filter((segment) => segment !== "");
	return Array.from({ length: DEPTH }, (_, at) => segments[at]?.toLowerCase() ?? ":");
}

/** The build with those routes only that an address which starts like this may match, or that stand above it. `:` is any other name. */
export function roomBuild(build: ServerBuild, start: readonly string[]): ServerBuild {
	const fits = new Set<string | undefined>();
	for (const id of Object.keys(build.routes)) {
		const segments = segmentsOf(build, id);
		if (!start.every((name, at) => mayBe(segments[at], name))) continue;
		for (let up: string | undefined = id; up; up = build.routes[up]?.parentId) fits.add(up);
	}
	const only = <T>(routes: Record<string, T>) =>
		Object.fromEntries(Object.entries(routes).filter(([id]) => fits.has(id)));
	return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** A shorter route stands above the address: the browser asks for those too. */
function mayBe(segment: string | undefined, name: string): boolean {
	return segment === undefined || !isName(segment) || segment.toLowerCase() === name;
}

function isName(segment: string): boolean {
	return !/^:|^\*$|\?$/.test(segment);
}

function segmentsOf(build: ServerBuild, id: string): string[] {
	const route = build.routes[id];
	const own = route?.path?.split("/").filter((segment) => segment !== "") ?? [];
	return route?.parentId ? [...segmentsOf(build, route.parentId), ...own] : own;
}
