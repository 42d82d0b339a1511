import { get, type IncomingMessage } from "node:http";
import { quantile } from "./load.ts";
import type { Site } from "./site.ts";

export type Meanwhile<T> = {
	result: T;
	seconds: number;
	/** Seconds of a processor that the server took, which a crowded machine cannot blur; null where the system does not tell. */
	cpu: number | null;
	/** Most memory that the server held; null where the system does not tell. */
	peakMegabytes: number | null;
	/** How long other requests waited, in milliseconds. */
	p99: number;
	worst: number;
};

/** Does something heavy on a server while somebody else asks it for a small page every 20 ms. */
export async function whileOthersAsk<T>(
	site: Pick<Site, "origin" | "megabytes" | "cpuMilliseconds">,
	work: () => Promise<T>,
): Promise<Meanwhile<T>> {
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
	const [from, before] = [performance.now(), site.cpuMilliseconds()];
	try {
		const result = await work();
		const seconds = (performance.now() - from) / 1_000;
		const after = site.cpuMilliseconds();
		const cpu = before === null || after === null ? null : (after - before) / 1_000;
		over = true;
		await bystander;
		return {
			result,
			seconds,
			cpu,
			peakMegabytes: peak || null,
			p99: quantile(waited, 0.99),
			worst: Math.max(...waited),
		};
	} finally {
		over = true;
	}
}

/** An answer whose body is still to be read. */
export function open(site: Pick<Site, "origin">, path: string, cookie: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(site.origin + path, { headers: { cookie, accept: "text/html" } }, resolve).on("error", reject);
	});
}

/** Reads a body to its end, piece by piece. */
export function read(answer: IncomingMessage, take: (piece: Buffer) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		answer.on("data", take).on("end", resolve).on("error", reject);
	});
}
