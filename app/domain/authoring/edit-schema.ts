/**
 * What an author may do to a draft: a closed list. Things are called by their codes, never by their place, so that the edits of two
 * people who write at once can be put together.
 */
import { z } from "zod";
import { itemCode } from "../forms/expression-schema.ts";
import { codeEdits } from "./code-schema.ts";
import { draftItem, draftParts, draftSection } from "./draft-schema.ts";

const sectionCode = z.string().min(1).max(20);
const partCode = z.string().min(1).max(40);

/** Fields that an item of any type may have; which of them its type has, the item's own shape says. */
const itemField = z.enum([
	"text",
	"hint",
	"required",
	"visibleIf",
	"legalBasis",
	"origin",
	"carry",
	"record",
	"photos",
	"mandatory",
	"knockout",
	"counted",
	"weight",
	"allowNa",
	"labels",
	"failure",
	"options",
	"min",
	"max",
	"unit",
	"digits",
	"maxLength",
	"refuses",
	"anonymous",
	"expression",
]);
export type ItemField = z.infer<typeof itemField>;
const sectionField = z.enum(["title", "hint", "visibleIf", "roster", "hotline"]);
const headField = z.enum(["title", "kinds", "validFrom", "validTo", "legalBasis"]);
export type HeadField = z.infer<typeof headField>;

const part = z.enum(["checks", "figures", "lights", "lists"]);
export type DraftPart = z.infer<typeof part>;

const put = <P extends DraftPart>(name: P) =>
	z.object({
		do: z.literal(`put_${name}`),
		/** Where a new one goes: behind the one of that code; null: first. One that is there stays where it is. */
		after: partCode.nullable(),
		value: draftParts[name],
	});

const anyEdit = z.discriminatedUnion("do", [
	z.object({ do: z.literal("set_head"), field: headField, value: z.unknown() }),
	z.object({ do: z.literal("set_form"), field: z.enum(["rule", "failure"]), value: z.unknown() }),
	/** null takes a field away, or puts it back to what the language says without it. */
	z.object({ do: z.literal("set_section"), section: sectionCode, field: sectionField, value: z.unknown() }),
	z.object({ do: z.literal("set_item"), item: itemCode, field: itemField, value: z.unknown() }),
	/** The item whole, as when its type changes; its code stays. */
	z.object({ do: z.literal("put_item"), value: draftItem }),
	/** Behind the item of that code in the section; null: first; when it is not there: last. */
	z.object({ do: z.literal("add_item"), section: sectionCode, after: itemCode.nullable(), value: draftItem }),
	z.object({ do: z.literal("remove_item"), item: itemCode }),
	z.object({ do: z.literal("move_item"), item: itemCode, section: sectionCode, after: itemCode.nullable() }),
	z.object({ do: z.literal("add_section"), after: sectionCode.nullable(), value: draftSection }),
	z.object({ do: z.literal("remove_section"), section: sectionCode }),
	z.object({ do: z.literal("move_section"), section: sectionCode, after: sectionCode.nullable() }),
	/** A new code for an item or a roster: every condition, rule and list that names it follows. */
	z.object({ do: z.literal("rename_item"), from: itemCode, to: itemCode }),
	z.object({ do: z.literal("rename_section"), from: sectionCode, to: sectionCode }),
	put("checks"),
	put("figures"),
	put("lights"),
	put("lists"),
	z.object({ do: z.literal("remove_part"), part, code: partCode }),
	...codeEdits,
]);

/** Levels of brackets that an edit may have: an expression in bounds needs far fewer, and a deeper one would exhaust the parser. */
const DEEPEST = 200;

/** One edit as it travels. */
export const edit = z
	.unknown()
	.refine((value) => isShallow(value))
	.pipe(anyEdit);
export type Edit = z.infer<typeof anyEdit>;
export type PutPart = Extract<Edit, { do: `put_${DraftPart}` }>;

/** Most edits in one request: a pasted annex of thousands of rows is one edit that adds a section. */
export const EDITS_AT_ONCE = 2000;

/**
 * What the page sends: what was done on top of the revision that it knows. The id is the page's own: the same batch sent again after
 * a lost answer is done once. Without edits it only asks what is new.
 */
export const editBatch = z.object({
	id: z.uuid(),
	base: z.number().int().min(0),
	edits: z.array(edit).max(EDITS_AT_ONCE),
});
export type EditBatch = z.infer<typeof editBatch>;

function isShallow(value: unknown): boolean {
	const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		if (typeof next.value !== "object" || next.value === null) continue;
		if (next.depth > DEEPEST) return false;
		for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
	}
	return true;
}
