import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import {
	addClause,
	addModule,
	codeGroups,
	duplicateClause,
	duplicateModule,
	moveClause,
	moveModule,
} from "#app/domain/authoring/code-make.ts";
import type { CodeEdit } from "#app/domain/authoring/code-schema.ts";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { cleanText } from "#app/domain/text.ts";

type Fields = Record<string, string | string[]>;
type Asked = { edits: CodeEdit[]; to: string };

/** What a posted form asks of the code, where no script runs: the edits, and where the page goes on. Null: it asks nothing of it. */
export function codeFormEdits({ conduct }: Draft, fields: Fields): Asked | null {
	if (!conduct) return null;
	const text = (name: string) => (typeof fields[name] === "string" ? cleanText(fields[name]) : "");
	const [intent, clause, module] = [text("intent"), text("clause"), text("module")];
	const at = clause ? `clause=${encodeURIComponent(clause)}` : module ? `module=${encodeURIComponent(module)}` : "";
	const one = (edit: CodeEdit | null, to = at): Asked => ({ edits: edit ? [edit] : [], to });
	const toNew = (edit: (CodeEdit & { do: "add_clause" | "add_module" }) | null) => {
		const kind = edit?.do === "add_module" ? "module" : "clause";
		return one(edit, edit ? `${kind}=${encodeURIComponent(edit.value.code)}` : at);
	};
	switch (intent) {
		case "save_clause":
			return { edits: clauseEdits(clause, fields, text), to: at };
		case "save_module":
			return {
				edits: (["group", "relation", "validFrom", "validTo"] as const).map(
					(field): CodeEdit => ({ do: "set_module", module, field, value: text(field) || null }),
				),
				to: at,
			};
		case "add_clause": {
			const home = module || findClause(conduct, clause)?.module.code;
			const last = findModule(conduct, home ?? "")?.clauses.at(-1)?.code ?? null;
			return home ? toNew(addClause(conduct, home, clause || last)) : one(null);
		}
		case "add_module": {
			const group = codeGroups.find((known) => known === text("group"));
			return group ? toNew(addModule(conduct, group)) : one(null);
		}
		case "duplicate_clause":
			return toNew(duplicateClause(conduct, clause));
		case "duplicate_module":
			return toNew(duplicateModule(conduct, module));
		case "remove_clause":
			return one({ do: "remove_clause", clause }, "code=head");
		case "remove_module":
			return one({ do: "remove_module", module }, "code=head");
		case "up":
		case "down":
			if (clause) return one(moveClause(conduct, clause, intent));
			return module ? one(moveModule(conduct, module, intent)) : null;
		default:
			return null;
	}
}

function clauseEdits(clause: string, fields: Fields, text: (name: string) => string): CodeEdit[] {
	const [vi, en] = [text("text"), text("text_en")];
	return [
		{ do: "set_clause", clause, field: "text", value: en ? { vi, en } : { vi } },
		{ do: "set_clause", clause, field: "stance", value: text("stance") },
		{ do: "set_clause", clause, field: "demanded", value: fields.demanded !== undefined },
	];
}
