import { get, type IncomingMessage } from "node:http";
import { quantile } from "./load.ts";
import type { Site } from "./site.ts";

export type ExportFigures = {
	file: string;
	answersPerSecond: number;
	megabytesWritten: number;
	/** Most memory that the server held while the file was made; null where the system does not tell. */
	peakMegabytes: number | null;
	/** How long other requests waited meanwhile. */
	p99: number;
	worst: number;
};

type Served = Pick<Site, "origin" | "officerCookie" | "megabytes"> & {
	province: Pick<Site["province"], "campaignId" | "schools" | "items">;
};

/** Takes the whole data of the returned campaign as CSV, while somebody else asks for a small page every 20 ms. */
export async function measureExports(site: Served, files: readonly string[]): Promise<ExportFigures[]> {
	const figures: ExportFigures[] = [];
	for (const file of files) figures.push(await measureFile(site, file));
	return figures;
}

async function measureFile(site: Served, file: string): Promise<ExportFigures> {
	const { campaignId, schools, items } = site.province;
	const waited: number[] = [];
	let peak = 0;
	let over = false;
	const bystander = (async () => {
		while (!over) {
			const from = performance.now();
			await read(await open(site, "/sign-in", ""), () => undefined);
			waited.push(performance.now() - from);
			peak = Math.max(peak, site.megabytes() ?? 0);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	})();
	let [bytes, lines] = [0, 0];
	const from = performance.now();
	const answer = await open(site, `/office/campaigns/${campaignId}/data/${file}`, site.officerCookie);
	if (answer.statusCode !== 200) throw new Error(`${file} answered ${answer.statusCode}`);
	await read(answer, (piece) => {
		bytes += piece.length;
		for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
	});
	const seconds = (performance.now() - from) / 1_000;
	over = true;
	await bystander;
	const wanted = (file.startsWith("dai") ? schools * items : schools) + 2;
	if (lines !== wanted) throw new Error(`${file} has ${lines} lines instead of ${wanted}`);
	return {
		file,
		answersPerSecond: (schools * items) / seconds,
		megabytesWritten: bytes / 1e6,
		peakMegabytes: peak || null,
		p99: quantile(waited, 0.99),
		worst: Math.max(...waited),
	};
}

function open(site: Served, path: string, cookie: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(site.origin + path, { headers: { cookie, accept: "text/html" } }, resolve).on("error", reject);
	});
}

function read(answer: IncomingMessage, take: (piece: Buffer) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		answer.on("data", take).on("end", resolve).on("error", reject);
	});
}
