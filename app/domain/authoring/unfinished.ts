import { type Definition, definition as definitionShape } from "../forms/schema.ts";
import type { Draft } from "./draft-schema.ts";

/** A text or list that a version must have before it is published, and that the draft does not have yet. */
export type Gap = {
	part: "head" | "section" | "item" | "check" | "rule" | "figure" | "light" | "list";
	code: string;
	field: string;
};

const parts = { checks: "check", figures: "figure", lights: "light", lists: "list" } as const;

/** What is still to be written, in form order. */
export function unfinished({ title, legalBasis, definition }: Draft): Gap[] {
	const gaps: Gap[] = [];
	if (title.vi.trim() === "") gaps.push({ part: "head", code: "", field: "title" });
	if (legalBasis.some(({ text }) => text.trim() === "")) gaps.push({ part: "head", code: "", field: "legalBasis" });
	const parsed = definitionShape.safeParse(definition);
	const found = parsed.success ? [] : parsed.error.issues.map(({ path }) => gapAt(definition, path));
	// A field is one gap, however many of its texts are missing.
	return [...new Map([...gaps, ...found].map((gap) => [JSON.stringify(gap), gap])).values()];
}

function gapAt(definition: Definition, path: readonly PropertyKey[]): Gap {
	const [first, at, ...rest] = path;
	if (first === "sections" && typeof at === "number") {
		const section = definition.sections[at];
		const [field, place, inner] = rest;
		const item = field === "items" && typeof place === "number" ? section?.items[place] : undefined;
		if (item) return { part: "item", code: item.code, field: String(inner ?? "") };
		return { part: "section", code: section?.code ?? "", field: String(field ?? "") };
	}
	if (typeof first === "string" && Object.hasOwn(parts, first) && typeof at === "number") {
		const part = first as keyof typeof parts;
		return { part: parts[part], code: definition[part][at]?.code ?? "", field: String(rest[0] ?? "") };
	}
	return first === "rule"
		? { part: "rule", code: "", field: "" }
		: { part: "head", code: "", field: String(first ?? "") };
}
