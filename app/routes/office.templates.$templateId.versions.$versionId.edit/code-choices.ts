import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import type { CodeEdit } from "#app/domain/authoring/code-schema.ts";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { fieldOf } from "#app/domain/authoring/invert.ts";
import type { Locale } from "#app/domain/ctx.ts";
import { codeBuilderWords } from "#app/i18n/code-builder.ts";
import { conductWords } from "#app/i18n/conduct.ts";

/** What the draft says where two authors wrote the same thing of a code. */
export function storedInCode({ conduct }: Draft, edit: CodeEdit): unknown {
	if (!conduct) return undefined;
	switch (edit.do) {
		case "set_clause":
			return fieldOf(findClause(conduct, edit.clause)?.clause, edit.field);
		case "set_module":
			return fieldOf(findModule(conduct, edit.module) ?? undefined, edit.field);
		case "remove_clause":
			return findClause(conduct, edit.clause)?.clause.text ?? null;
		default:
			return undefined;
	}
}

/** Where that is. */
export function placeInCode(edit: CodeEdit, locale: Locale): string {
	const { places, clause, part } = codeBuilderWords[locale];
	switch (edit.do) {
		case "set_clause":
			return `${places.clause} ${edit.clause} · ${edit.field === "text" ? clause.text : clause[edit.field]}`;
		case "set_module": {
			const fields = { validFrom: part.from, validTo: part.to, legalBasis: part.basis };
			const { group, relation, kinds } = part;
			return `${places.part} ${edit.module} · ${{ ...fields, group, relation, kinds }[edit.field]}`;
		}
		case "remove_clause":
		case "move_clause":
			return `${places.clause} ${edit.clause}`;
		case "remove_module":
		case "move_module":
			return `${places.part} ${edit.module}`;
		case "add_clause":
			return `${places.clause} ${edit.value.code}`;
		case "add_module":
			return `${places.part} ${edit.value.code} · ${conductWords[locale].groups[edit.value.group]}`;
	}
}
