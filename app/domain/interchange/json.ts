/** A form as JSON: one object that says what it is, with a published schema. */
import { z } from "zod";
import { conductContent } from "../conduct/content-schema.ts";
import { words } from "../forms/expression-schema.ts";
import { definition, legalBasis } from "../forms/schema.ts";
import { parsedJson } from "./cells.ts";
import type { Note, Reading } from "./schema.ts";

/** What a file must say of itself to be read as a form of ours. */
const jsonFormat = "form-definition/1";

const formDocument = z.object({
	format: z.literal(jsonFormat),
	code: z.string().regex(/^[\p{L}0-9][\p{L}0-9._-]{0,39}$/u),
	title: words,
	kinds: z.array(z.string().min(1).max(20)).max(50).default([]),
	validFrom: z.iso.date().nullable().default(null),
	validTo: z.iso.date().nullable().default(null),
	legalBasis: z.array(legalBasis).max(50).default([]),
	definition,
	/** The code of a conduct template. */
	conduct: conductContent.nullable().default(null),
});
export type FormDocument = z.output<typeof formDocument>;

/** A form as the text of a file. */
export function writeJson(form: Omit<FormDocument, "format">): string {
	return `${JSON.stringify({ $schema: "/api/schemas/form-definition.json", format: jsonFormat, ...form }, null, "\t")}\n`;
}

/** The published JSON Schema of such a file. */
export function jsonSchema(): object {
	return { title: "Form definition", ...z.toJSONSchema(formDocument, { io: "input" }) };
}

export type JsonReading = Reading & { conduct: FormDocument["conduct"] };

/** Reads a file of `writeJson`; what does not fit the schema is said with its place, and then nothing comes in. */
export function readJson(text: string): JsonReading {
	const none = (notes: Note[]): JsonReading => ({ format: "json", form: null, notes, rows: [], conduct: null });
	const note = (code: Note["code"], found: string): Note => ({
		sheet: "JSON",
		line: 0,
		severity: "error",
		code,
		found,
	});
	const found = isTooDeep(text) ? undefined : parsedJson(text.replace(/^\ufeff/, "").normalize("NFC"));
	if (found === undefined) return none([note("json_broken", text.slice(0, 40))]);
	const parsed = formDocument.safeParse(found);
	if (!parsed.success) {
		const issues = parsed.error.issues.slice(0, 20);
		return none(
			issues.map(({ path, message }) => note("json_shape", `${path.map(String).join(".") || "."}: ${message}`)),
		);
	}
	const { format: _, conduct, ...form } = parsed.data;
	const rows = form.definition.sections.flatMap(({ items }) =>
		items.map(({ code, text }) => ({
			sheet: "JSON",
			line: 0,
			text: text.vi.slice(0, 120),
			fate: "whole" as const,
			became: code,
		})),
	);
	return { format: "json", form, notes: [], rows, conduct };
}

/** No form nests its parts like this; checking one that does would cost the stack. */
const depthLimit = 300;

function isTooDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (quoted) {
			if (sign === "\\") at += 1;
			else if (sign === '"') quoted = false;
		} else if (sign === '"') quoted = true;
		else if (sign === "{" || sign === "[") depth += 1;
		else if (sign === "}" || sign === "]") depth -= 1;
		if (depth > depthLimit) return true;
	}
	return false;
}
