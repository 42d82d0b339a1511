/** A code of conduct while it is being written, and what an author may do to it. Parts and clauses are called by their codes. */
import { z } from "zod";
import { type ConductContent, clause, conductContent, conductModule } from "../conduct/content-schema.ts";
import { words } from "../forms/expression-schema.ts";
import { legalBasis } from "../forms/schema.ts";

/** So many clauses a part may have, and parts a code: the bounds of what is published. */
export const MOST = { clauses: 100, modules: 200 };

const draftClause = clause.extend({ text: words.extend({ vi: z.string().max(4000) }) });
const draftModule = conductModule.extend({
	legalBasis: z.array(legalBasis.extend({ text: z.string().max(600) })).max(10),
	clauses: z.array(draftClause).max(MOST.clauses),
});

/** The code of a draft: of the type of what is published, with texts that may be empty and parts without clauses. */
export const draftCode: z.ZodType<ConductContent> = conductContent.extend({
	modules: z.array(draftModule).max(MOST.modules),
});

/** Part and clause of a draft, for what their fields may be. */
export const codeShapes = { module: draftModule, clause: draftClause };

const code = clause.shape.code;
const moduleField = z.enum(["group", "relation", "legalBasis", "validFrom", "validTo", "kinds"]);
export type ModuleField = z.infer<typeof moduleField>;
const clauseField = z.enum(["text", "stance", "demanded"]);
export type ClauseField = z.infer<typeof clauseField>;

/** The edits of a code, beside those of the form about it. `after`: behind the one of that code; null: first; not there: last. */
export const codeEdits = [
	z.object({ do: z.literal("set_module"), module: code, field: moduleField, value: z.unknown() }),
	z.object({ do: z.literal("add_module"), after: code.nullable(), value: draftModule }),
	z.object({ do: z.literal("remove_module"), module: code }),
	z.object({ do: z.literal("move_module"), module: code, after: code.nullable() }),
	z.object({ do: z.literal("set_clause"), clause: code, field: clauseField, value: z.unknown() }),
	z.object({ do: z.literal("add_clause"), module: code, after: code.nullable(), value: draftClause }),
	z.object({ do: z.literal("remove_clause"), clause: code }),
	z.object({ do: z.literal("move_clause"), clause: code, module: code, after: code.nullable() }),
] as const;
export type CodeEdit = z.infer<(typeof codeEdits)[number]>;

/** Whether an edit is about the code, and not about the form. */
export function isCodeEdit(edit: { do: string }): edit is CodeEdit {
	return edit.do.endsWith("_module") || edit.do.endsWith("_clause");
}
