import type { z } from "zod";
import { Problem, problem } from "#app/domain/problem.ts";

/**
 * A posted JSON body as the schema understands it, read no further than `limitBytes`. Throws `too_large`, and `invalid_input`
 * for what is no JSON or not of this shape: our own pages never send such.
 */
export async function readJson<T>(request: Request, schema: z.ZodType<T>, limitBytes: number): Promise<T> {
	const parsed = schema.safeParse(parse(await limitedText(request, limitBytes)));
	if (parsed.success) return parsed.data;
	const fields = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ field: path.join("."), message }));
	throw problem("invalid_input", { fields });
}

/** For doors that machines call: an expected problem becomes its status and `{problem}` as JSON. */
export async function answerJson(run: () => Promise<object>): Promise<Response> {
	try {
		return Response.json(await run());
	} catch (thrown) {
		if (thrown instanceof Problem) return Response.json({ problem: thrown.body }, { status: thrown.status });
		throw thrown;
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function limitedText(request: Request, limitBytes: number): Promise<string> {
	if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw problem("too_large", { limitBytes });
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		bytes += part.value.byteLength;
		if (bytes > limitBytes) throw problem("too_large", { limitBytes });
		chunks.push(part.value);
	}
	return Buffer.concat(chunks).toString("utf8");
}
