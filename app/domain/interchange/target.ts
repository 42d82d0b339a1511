import { z } from "zod";

/** What becomes of a form that was looked through: a template of its own, or the next version of one of the office's. */
export const formTarget = z.discriminatedUnion("into", [
	z.object({
		into: z.literal("new"),
		code: z
			.string()
			.trim()
			.min(1)
			.max(40)
			.regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u),
		title: z.string().trim().min(1).max(400),
	}),
	z.object({ into: z.literal("version"), templateId: z.string().min(1) }),
]);
export type FormTarget = z.infer<typeof formTarget>;
