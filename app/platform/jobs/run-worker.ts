import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { Problem, type ProblemBody } from "#app/domain/problem.ts";

/** To the worker: a job, or the answer to its question. */
export type ToWorker = { type: "job"; data: unknown } | { type: "answer"; value: unknown };

/** Large pieces own their memory and are handed over without a copy; small ones lie in a pool that others lie in too. */
export function given(value: unknown): ArrayBuffer[] {
	if (!(value instanceof Uint8Array) || value.byteLength <= 2 * Buffer.poolSize) return [];
	return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}

/** From the worker: a question about the database, which it has no handle of, or how the job ended. */
export type FromWorker =
	| { type: "ask"; question: unknown }
	| { type: "done"; result: unknown }
	| { type: "problem"; body: ProblemBody };

type Job = {
	/** `units-list` runs `units-list.worker.ts`. */
	name: string;
	data: unknown;
	/** Answers what the worker asks, on the thread that holds the database; left out where it asks nothing. Bytes are handed over. */
	answer?(question: unknown): Promise<unknown>;
	timeoutMs: number;
	/** Room for what is soon forgotten, in megabytes: work that streams makes much of it and needs little. */
	youngMb?: number;
	/** What is told to the person whose job needs more time or memory than it may have. */
	tooBig: ProblemBody;
};

/** Heap of a worker: a file that needs more is refused rather than felt by everybody else. */
const MEMORY_MB = 1_024;
/** A worker that finished waits this long for the next job: starting one costs more than a small list does. */
const IDLE_MS = 15_000;

const idle = new Map<string, { worker: Worker; leaving: NodeJS.Timeout }[]>();

/**
 * Runs heavy work in a thread of its own, so that no request waits for it. Throws the worker's problem; `tooBig` when it needs
 * more time or memory than it may have; anything else that goes wrong there is a bug.
 */
export async function runWorker<T>(job: Job): Promise<T> {
	const worker = take(job.name, job.youngMb);
	let healthy = false;
	try {
		const result = await converse<T>(worker, job);
		healthy = true;
		return result;
	} catch (error) {
		healthy = error instanceof FoundByWorker;
		throw error instanceof FoundByWorker ? new Problem(error.body) : error;
	} finally {
		hush(worker);
		if (healthy) rest(job.name, worker);
		else void worker.terminate();
	}
}

/** A problem that the job itself met: the worker is fit for the next one. */
class FoundByWorker extends Error {
	readonly body: ProblemBody;
	constructor(body: ProblemBody) {
		super(body.code);
		this.body = body;
	}
}

function converse<T>(worker: Worker, job: Job): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const tell = (message: ToWorker, handedOver: ArrayBuffer[] = []) => worker.postMessage(message, handedOver);
		const answer = job.answer ?? (() => Promise.reject(new Error(`nobody answers worker ${job.name}`)));
		const late = setTimeout(() => reject(new Problem(job.tooBig)), job.timeoutMs);
		worker.on("message", (message: FromWorker) => {
			if (message.type === "ask") {
				answer(message.question).then((value) => tell({ type: "answer", value }, given(value)), reject);
				return;
			}
			clearTimeout(late);
			if (message.type === "done") resolve(message.result as T);
			else reject(new FoundByWorker(message.body));
		});
		worker.on("error", (error: NodeJS.ErrnoException) => {
			reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Problem(job.tooBig) : error);
		});
		worker.on("exit", () => {
			clearTimeout(late);
			reject(new Error(`worker ${job.name} ended without a result`));
		});
		tell({ type: "job", data: job.data });
	});
}

/** Takes off what listened to the last job; Node keeps listeners of its own, without which a worker falls silent after `unref`. */
function hush(worker: Worker): void {
	for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
}

function take(name: string, youngMb: number | undefined): Worker {
	const waiting = idle.get(name)?.pop();
	if (!waiting) {
		const young = youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb };
		return start(name, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, ...young } });
	}
	clearTimeout(waiting.leaving);
	hush(waiting.worker);
	waiting.worker.ref();
	return waiting.worker;
}

/** Lets a worker wait for its next job. It keeps no process alive, and leaves when none comes. */
function rest(name: string, worker: Worker): void {
	const waiting = idle.get(name) ?? [];
	idle.set(name, waiting);
	const forget = () => {
		const at = waiting.findIndex((one) => one.worker === worker);
		if (at !== -1) waiting.splice(at, 1);
	};
	const leaving = setTimeout(() => {
		forget();
		void worker.terminate();
	}, IDLE_MS);
	leaving.unref();
	worker.unref();
	worker.on("error", forget);
	worker.on("exit", forget);
	waiting.push({ worker, leaving });
}

/** Starts the worker's code: beside this file in the sources, read through tsx; in `build/` once bundled. */
function start(name: string, options: WorkerOptions): Worker {
	const here = fileURLToPath(import.meta.url);
	if (here.endsWith(".ts")) {
		const source = new URL(`./${name}.worker.ts`, import.meta.url).href;
		// `--import tsx` does not reach the entry of a worker on Node 20; the hooks are set before the entry is asked for.
		const boot = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
		return new Worker(boot, { ...options, eval: true });
	}
	// Bundled into build/serve.js or into build/server/….js: the workers stand in build/.
	for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
		const path = join(folder, `${name}.worker.js`);
		if (existsSync(path)) return new Worker(path, options);
	}
	throw new Error(`worker ${name} is not in the build`);
}
