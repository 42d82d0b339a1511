import { parentPort } from "node:worker_threads";
import { Problem } from "#app/domain/problem.ts";
import { type FromWorker, given, type ToWorker } from "./run-worker.ts";

/** Asks the thread that started this one and waits for its answer; one question at a time. Memory in `given` is handed over. */
export type Ask = (question: unknown, given?: ArrayBuffer[]) => Promise<unknown>;

/** In a worker: runs `work` on each job that arrives, one after the other. Expected problems travel as such; a bug ends the worker. */
export function serveJobs<D, T>(work: (data: D, ask: Ask) => Promise<T>): void {
	const port = parentPort;
	if (!port) throw new Error("a worker runs in a thread of its own");
	const tell = (message: FromWorker, given: ArrayBuffer[] = []) => port.postMessage(message, given);
	let answered: (value: unknown) => void = () => undefined;
	const ask: Ask = (question, given) =>
		new Promise((resolve) => {
			answered = resolve;
			tell({ type: "ask", question }, given);
		});
	port.on("message", async (message: ToWorker) => {
		if (message.type === "answer") {
			answered(message.value);
			return;
		}
		try {
			const result = await work(message.data as D, ask);
			tell({ type: "done", result }, given(result));
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			tell({ type: "problem", body: error.body });
		}
	});
}
