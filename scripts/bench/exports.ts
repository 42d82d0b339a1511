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
	const { bytes, rows } = result;
	const wanted = file.startsWith("dai") ? schools * items : schools;
	if (rows !== wanted) throw new Error(`${file} says that it has ${rows} rows instead of ${wanted}`);
	return { file, answersPerSecond: (schools * items) / seconds, megabytesWritten: bytes / 1e6, ...others };
}

/** Bytes of the file, and the rows of which its last line speaks: to count them would take a processor away from the server. */
async function counted(site: Served, path: string): Promise<{ bytes: number; rows: number }> {
	let bytes = 0;
	let end = Buffer.alloc(0);
	const answer = await open(site, path, site.officerCookie);
	if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
	await read(answer, (piece) => {
		bytes += piece.length;
		end = Buffer.concat([end, piece.subarray(-500)]).subarray(-500);
	});
	const last = end.toString().trimEnd().split("\r\n").at(-1) ?? "";
	return { bytes, rows: Number(last.replace(/\D/g, "")) };
}
