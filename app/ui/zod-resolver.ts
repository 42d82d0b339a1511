import { type FieldErrors, type FieldValues, get, type Resolver, set } from "react-hook-form";
import type { z } from "zod";
import type { Locale } from "#app/domain/ctx.ts";
import { issueMessage } from "./issue-message.ts";

/** A zod schema as react-hook-form asks for it: the first issue of each field. What concerns no field is under `root`. */
export function zodResolver<In extends FieldValues, Out>(
	schema: z.ZodType<Out, In>,
	locale: Locale,
): Resolver<In, unknown, Out> {
	return async (values) => {
		const parsed = await schema.safeParseAsync(values, { error: issueMessage(locale) });
		if (parsed.success) return { values: parsed.data, errors: {} };
		const errors: FieldErrors<In> = {};
		for (const { path, code, message } of parsed.error.issues) {
			const name = path.join(".") || "root";
			if (!get(errors, name)) set(errors, name, { type: code ?? "custom", message });
		}
		return { values: {}, errors };
	};
}
