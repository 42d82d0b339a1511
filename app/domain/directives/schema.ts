import { z } from "zod";
import { cleanLine, cleanText } from "../text.ts";

/** One line from a person: cleaned before it is measured. */
const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().max(max));
const wanted = (max: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(max));

/** A calendar day from a form, where an empty field means none. */
const optionalDay = z
	.union([z.iso.date(), z.literal("")])
	.nullish()
	.transform((day) => day || null);

/** One row of the form's tasks. A row with nothing in it is no task; one begun has to have its number and title. */
const taskRow = z
	.object({
		/** Of a task that is already registered; absent for a new one. */
		id: z.string().optional(),
		/** As the letter numbers it: `4b`. */
		number: line(20),
		title: line(300),
		detail: z.string().default("").transform(cleanText).pipe(z.string().max(10_000)),
		/** Whether the education sector carries it out. */
		ours: z.boolean().default(false),
	})
	.superRefine((row, check) => {
		if (isEmpty(row)) return;
		for (const field of ["number", "title"] as const) {
			if (row[field] !== "") continue;
			check.addIssue({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input: "", path: [field] });
		}
	});

function isEmpty(row: { number: string; title: string; detail: string }): boolean {
	return row.number === "" && row.title === "" && row.detail === "";
}

/** A letter as the officer registers it. Days are calendar days `2026-11-23`. */
export const directiveInput = z.object({
	number: wanted(60),
	issuedOn: z.iso.date(),
	issuer: wanted(200),
	abstract: wanted(1000),
	signer: line(200).default(""),
	receivedOn: optionalDay,
	reportDueOn: optionalDay,
	/** A file already kept for this office (`evidence/commands.ts#keepFile`), or null. */
	fileId: z
		.string()
		.nullish()
		.transform((id) => id || null),
	tasks: z
		.array(taskRow)
		.max(200)
		.transform((rows) => rows.filter((row) => !isEmpty(row))),
});
export type DirectiveInput = z.input<typeof directiveInput>;
