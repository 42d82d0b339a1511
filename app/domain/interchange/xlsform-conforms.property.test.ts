import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDefinition } from "#tests/support/any-definition.ts";
import type { Definition } from "../forms/schema.ts";
import { writeXlsForm } from "./xlsform-write.ts";

/** Rows of a sheet by column, those of ODK and ours. */
function rowsOf(definition: Definition, sheet: string): Record<string, string>[] {
	const head = { code: "BK-01", title: { vi: "Bảng kiểm" }, kinds: [], validFrom: null, validTo: null, legalBasis: [] };
	const found = writeXlsForm({ ...head, definition }).find(({ name }) => name === sheet);
	const [columns = [], ...rows] = found?.rows ?? [];
	return rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, String(cells[at] ?? "")])));
}

/** As XML has names without a colon. */
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;
const translated = /^(label|hint|constraint_message|required_message)::[^:]+ \([a-z]{2}\)$/;
const columnsOf = (rows: Record<string, string>[]) => Object.keys(rows[0] ?? {});

test("any form goes out as pyxform takes it: columns, names, lists, labels, languages and what expressions name", () => {
	fc.assert(
		fc.property(anyDefinition, (definition) => {
			const [survey, choices, settings] = ["survey", "choices", "settings"].map((name) => rowsOf(definition, name));
			if (!survey || !choices || !settings) throw new Error("a sheet is missing");
			for (const column of [...columnsOf(survey), ...columnsOf(choices), ...columnsOf(settings)]) {
				// Anything else with a colon is split and taken for what it is not.
				if (column.includes(":")) expect(column).toMatch(translated);
			}
			const named = survey.filter(({ name }) => name !== "");
			for (const { name } of named) expect(name).toMatch(ncName);
			expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);

			const lists = new Map<string, string[]>();
			for (const { list_name = "", name = "" } of choices)
				lists.set(list_name, [...(lists.get(list_name) ?? []), name]);
			for (const names of lists.values()) {
				expect(new Set(names).size).toBe(names.length);
				for (const name of names) expect(name).toMatch(/^\S+$/);
			}
			const open: string[] = [];
			for (const row of survey) {
				const [type = "", list] = (row.type ?? "").split(" ");
				if (type.startsWith("select_")) expect(lists.has(list ?? "")).toBe(true);
				if (type.startsWith("begin_")) open.push(type.slice(6));
				else if (type.startsWith("end_")) expect(open.pop()).toBe(type.slice(4));
				else if (type !== "calculate") expect(row["label::Tiếng Việt (vi)"]).not.toBe("");
				for (const [column, text] of Object.entries(row)) {
					if (column.startsWith("dtb_") || column.includes("::")) continue;
					for (const [, name] of text.matchAll(/\$\{([^}]*)\}/g)) expect(name).toMatch(ncName);
				}
			}
			expect(open).toEqual([]);
			expect(settings).toHaveLength(1);
			expect(settings[0]?.default_language).toBe("Tiếng Việt (vi)");
			expect(settings[0]?.form_id).toMatch(/^\S+$/);
		}),
		{ numRuns: 150 },
	);
});
