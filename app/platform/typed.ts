import { data } from "@remix-run/node";
import { Problem, type ProblemBody } from "#app/domain/problem.ts";

/** An expected problem with what was typed, for a page that is drawn without script. */
export type TypedRefusal<F> = { problem: ProblemBody; typed: F };

/** Runs what a form asks for; when something expected stands in the way, hands back what was typed (no secrets) beside the problem. */
export async function keepTyped<T, F>(typed: F, run: () => Promise<T>) {
	try {
		return await run();
	} catch (thrown) {
		if (!(thrown instanceof Problem) || thrown.status === 403 || thrown.status === 404) throw thrown;
		return data<TypedRefusal<F>>({ problem: thrown.body, typed }, { status: thrown.status });
	}
}
