import { open, read, whileOthersAsk } from "./bystander.ts";
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

type Served = Pick<Site, "origin" | "officerCookie" | "megabytes" | "cpuMilliseconds"> & {
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
	const path = `/office/campaigns/${campaignId}/data/${file}`;
	const { result, seconds, ...others } = await whileOthersAsk(site, () => counted(site, path));
	const { bytes, lines } = result;
	const wanted = (file.startsWith("dai") ? schools * items : schools) + 2;
	if (lines !== wanted) throw new Error(`${file} has ${lines} lines instead of ${wanted}`);
	return { file, answersPerSecond: (schools * items) / seconds, megabytesWritten: bytes / 1e6, ...others };
}

async function counted(site: Served, path: string): Promise<{ bytes: number; lines: number }> {
	let [bytes, lines] = [0, 0];
	const answer = await open(site, path, site.officerCookie);
	if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
	await read(answer, (piece) => {
		bytes += piece.length;
		for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
	});
	return { bytes, lines };
}
