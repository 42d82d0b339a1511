import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDefinition } from "#tests/support/any-definition.ts";
import type { CellTable, FormFile } from "./schema.ts";
import { readXlsForm } from "./xlsform-read.ts";
import { type OutSheet, writeXlsForm } from "./xlsform-write.ts";

const head = {
	code: "BK-01",
	title: { vi: "Bảng kiểm", en: "Checklist" },
	kinds: ["MN"],
	validFrom: "2026-01-01",
	validTo: null,
	legalBasis: [{ text: "Thông tư 45/2021, Điều 8", verified: true }],
};

const asRead = (sheets: OutSheet[]): CellTable[] =>
	sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells, at) => ({ line: at + 1, cells })) }));

test("every form comes back from XLSForm as it went out, and nothing is said of it", () => {
	fc.assert(
		fc.property(anyDefinition, (definition) => {
			const form: FormFile = { ...head, definition };
			const reading = readXlsForm(asRead(writeXlsForm(form)));
			expect(reading.notes).toEqual([]);
			expect(reading.form).toEqual(form);
		}),
		{ numRuns: 150 },
	);
});
