import type { Engine } from "#db/engine.ts";
import type { Asking } from "#tests/support/http.ts";
import { pages as urlMap } from "#tests/support/pages.ts";
import type { Line } from "./access-table.ts";
import { buildScene, roles, type Scene, type Who } from "./scene.ts";

/** Every route of the app by its whole address, frames around other pages left out, and whether it takes forms. */
export async function allRoutes(): Promise<{ route: string; takes: boolean; shows: boolean }[]> {
	const frames = new Set(urlMap.map((page) => page.parentId));
	const modules = import.meta.glob("../../app/routes/*/route.ts");
	return Promise.all(
		urlMap
			.filter((page) => !frames.has(page.id))
			.map(async (page) => {
				const module = (await modules[`../../app/${page.file}`]?.()) as object;
				return { route: addressOf(page.id), takes: "action" in module, shows: "loader" in module };
			}),
	);
}

function addressOf(id: string): string {
	const page = urlMap.find((page) => page.id === id);
	if (!page) return "";
	const above = page.parentId && page.parentId !== "root" ? addressOf(page.parentId) : "";
	return page.index ? above || "/" : `${above}/${page.path}`;
}

/** The scene that a line needs. */
export function sceneFor(line: Line, engine: Engine = "sqlite"): Promise<Scene> {
	const named = line.route + JSON.stringify(line.form ?? {});
	return buildScene(engine, {
		imports: named.includes(":importId"),
		forms: named.includes(":formFileId"),
		conduct: /:(codeId|conductCode)/.test(named),
	});
}

export type Ids = Record<string, string>;

function fill(text: string, ids: Ids): string {
	return text
		.replace(/:([a-zA-Z]+)/g, (_, name: string) => ids[name] ?? `no-${name}`)
		.replace("*", "khong-co-trang-nay");
}

/** What stands in the table for each role. A neighbour's record is not found, for whoever gets that far. */
export function cells(line: Line, whose: "own" | "foreign" = "own"): [Who, string][] {
	const written = ((whose === "foreign" && line.foreign) || line.expected).trim().split(/\s+/);
	const derived = whose === "foreign" && !line.foreign;
	return roles.map((who, at) => {
		const cell = written[at] ?? "missing";
		return [who, derived && mayPass(cell) ? "404" : cell];
	});
}

export function mayPass(cell: string): boolean {
	return cell === "200" || cell === "ok";
}

/** Opens the page, or sends its form, as one of the scene. */
export async function ask(scene: Scene, line: Line, who: Who, ids: Ids): Promise<Response> {
	const as = who === "nobody" ? null : scene.people[who];
	return scene.site.request(fill(line.route, ids) + fill(line.query ?? "", ids), { as, ...bodyOf(line, ids) });
}

function bodyOf({ form, json, raw }: Line, ids: Ids): Pick<Asking, "form" | "json" | "raw"> {
	if (raw) return { raw };
	if (json) return { json: json((name) => ids[name] ?? "") };
	if (form) return { form: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, fill(value, ids)])) };
	return {};
}

/** The answer in the words of the table. */
export function inWords(response: Response, wanted: string): string {
	const to = response.headers.get("location");
	if (response.status === 302 && to?.startsWith("/sign-in")) return "in";
	const refused = [401, 403, 404, 405].includes(response.status) || response.status >= 500;
	if (wanted === "ok" && !refused) return "ok";
	return response.status === 302 && to ? `>${to}` : String(response.status);
}
