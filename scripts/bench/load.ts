import { Agent, request } from "node:http";

export type Sent = { status: number; text: string };
export type Outgoing = { path: string; cookie: string; body?: string; type?: string; encoding?: string };

/** A browser's side of one server: connections kept open, as many as ask at the same time. */
export class Client {
	readonly #agent: Agent;
	readonly #origin: URL;

	constructor(origin: string, connections: number) {
		this.#origin = new URL(origin);
		this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
	}

	send({ path, cookie, body, type = "application/json", encoding = "br" }: Outgoing): Promise<Sent> {
		const headers: Record<string, string | number> = {
			cookie,
			accept: body ? "application/json" : "text/html",
			"accept-encoding": encoding,
		};
		if (body) {
			headers.origin = this.#origin.origin;
			headers["content-type"] = type;
			headers["content-length"] = Buffer.byteLength(body);
		}
		return new Promise((resolve, reject) => {
			const { hostname, port } = this.#origin;
			const req = request(
				{ hostname, port, path, method: body ? "POST" : "GET", headers, agent: this.#agent },
				(res) => {
					const pieces: Buffer[] = [];
					res.on("data", (piece: Buffer) => pieces.push(piece));
					res.on("end", () => resolve({ status: res.statusCode ?? 0, text: Buffer.concat(pieces).toString("latin1") }));
				},
			);
			req.on("error", reject);
			req.end(body);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}

export type Run = { perSecond: number; milliseconds: number[]; failures: number };

/** `clients` each send, wait for the answer and send again, for `seconds`. */
export async function closedLoop(clients: number, seconds: number, send: () => Promise<boolean>): Promise<Run> {
	const milliseconds: number[] = [];
	let failures = 0;
	const from = performance.now();
	const until = from + seconds * 1_000;
	const one = async () => {
		while (performance.now() < until) {
			const sent = performance.now();
			if (!(await send())) failures += 1;
			milliseconds.push(performance.now() - sent);
		}
	};
	await Promise.all(Array.from({ length: clients }, one));
	return { perSecond: (milliseconds.length - failures) / ((performance.now() - from) / 1_000), milliseconds, failures };
}

/** So many a second whatever the answers take. Each is timed from when it was due, so that a stall counts for all that wait in it. */
export async function constantRate(perSecond: number, seconds: number, send: () => Promise<boolean>): Promise<Run> {
	const milliseconds: number[] = [];
	let failures = 0;
	const from = performance.now();
	const all: Promise<void>[] = [];
	for (let n = 0; n < perSecond * seconds; n++) {
		const due = from + (n * 1_000) / perSecond;
		const wait = due - performance.now();
		if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
		all.push(
			send().then((ok) => {
				if (!ok) failures += 1;
				milliseconds.push(performance.now() - due);
			}),
		);
	}
	await Promise.all(all);
	return { perSecond: (milliseconds.length - failures) / seconds, milliseconds, failures };
}

/** The value below which `share` of the numbers lie; 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
