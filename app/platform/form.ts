import type { z } from "zod";
import { problem } from "#app/domain/problem.ts";

/** Forms without files are small; what is larger is no form of ours. */
const FORM_LIMIT = 1_048_576;

type Complaint = (issue: z.core.$ZodRawIssue) => string;

/**
 * The fields of a posted form as the schema understands them. A name in `many` is always a list. `complaint` words the issues:
 * `issueMessage(ctx.locale)`. Throws `invalid_input` with a sentence per field, `too_large`.
 */
export async function readForm<T>(
	request: Request,
	schema: z.ZodType<T>,
	complaint: Complaint,
	many: string[] = [],
): Promise<T> {
	return checkForm(await formFields(request, many), schema, complaint);
}

/** The fields of a posted form, unchecked: the last value of each name, a list for the names in `many`. */
export async function formFields(request: Request, many: string[] = []): Promise<Record<string, string | string[]>> {
	const body = new URLSearchParams(await limitedText(request));
	const fields: Record<string, string | string[]> = Object.fromEntries(body);
	for (const name of many) fields[name] = body.getAll(name);
	return fields;
}

export function checkForm<T>(fields: unknown, schema: z.ZodType<T>, complaint: Complaint): T {
	const parsed = schema.safeParse(fields, { error: complaint });
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
	const first = issues.filter((issue, at) => issues.findIndex((other) => other.field === issue.field) === at);
	throw problem("invalid_input", { fields: first });
}

async function limitedText(request: Request): Promise<string> {
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		bytes += part.value.byteLength;
		if (bytes > FORM_LIMIT) throw problem("too_large", { limitBytes: FORM_LIMIT });
		chunks.push(part.value);
	}
	return new TextDecoder().decode(Buffer.concat(chunks));
}
