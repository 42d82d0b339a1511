import type { Client } from "./load.ts";
import { quantiles } from "./returns.ts";
import type { Site } from "./site.ts";

export type PageFigures = { what: string; p50: number; p95: number; p99: number; requests: number };

/** Requests of a page before it is timed. */
const READY = 40;

/** Asks each page as the officer, one request after another, and times the whole answer: query, drawing, compression. */
export async function measurePages(site: Site, client: Client, times: number): Promise<PageFigures[]> {
	const cookie = site.officerCookie;
	const open = async (path: string, encoding = "br"): Promise<string> => {
		const { status, text } = await client.send({ path, cookie, encoding });
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		return text;
	};
	const measured = async (what: string, paths: string[]): Promise<PageFigures> => {
		for (const path of paths) {
			// A page that shows nothing is quick, and proves nothing.
			if (!(await open(path, "identity")).includes("<table")) throw new Error(`${path} shows no table`);
		}
		// The first rounds make the program ready, as any morning's first officers do.
		for (let n = 0; n < READY; n++) await open(paths[n % paths.length] ?? "");
		const milliseconds: number[] = [];
		for (let n = 0; n < times; n++) {
			const from = performance.now();
			await open(paths[n % paths.length] ?? "");
			milliseconds.push(performance.now() - from);
		}
		return { what, ...quantiles(milliseconds), requests: times };
	};
	const { campaignId } = site.province;
	return [
		await measured("dashboard: /office/campaigns/:id", [`/office/campaigns/${campaignId}`]),
		await measured("dashboard: /office/campaigns/:id/results", [`/office/campaigns/${campaignId}/results`]),
		await measured("overview with its pictures: /office", ["/office"]),
		await measured("findings: first page, one bucket", ["/office/findings", "/office/findings?due=later"]),
		await measured("schools: search, filter, page", await listPaths(open)),
	];
}

/** The list of schools in all its uses: as it opens, searched with and without marks, filtered, and pages deep inside. */
async function listPaths(open: (path: string, encoding: string) => Promise<string>): Promise<string[]> {
	const paths = [
		"/office/units",
		"/office/units?search=tieu+hoc",
		"/office/units?search=Ti%E1%BB%83u+h%E1%BB%8Dc+1",
		"/office/units?kind=TH",
		"/office/units?kind=MN&search=mam+non",
	];
	let path = "/office/units";
	for (let depth = 0; depth < 5; depth++) {
		const after = /[?&;]after=([^"&]+)/.exec(await open(path, "identity"))?.[1];
		if (!after) break;
		path = `/office/units?after=${after}`;
		paths.push(path);
	}
	return paths;
}
