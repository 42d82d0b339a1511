import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDefinition } from "#tests/support/any-definition.ts";
import { jsonSchema, readJson, writeJson } from "./json.ts";

const head = { code: "BK-1", title: { vi: "Bảng kiểm" }, kinds: [], validFrom: null, validTo: null, legalBasis: [] };

test("every form comes back from JSON as it went out", () => {
	fc.assert(
		fc.property(anyDefinition, (definition) => {
			expect(readJson(writeJson({ ...head, definition, conduct: null })).form).toEqual({ ...head, definition });
		}),
		{ numRuns: 50 },
	);
});

test("what is broken, of another shape or too deep is said with its place, and nothing comes in", () => {
	const noted = (text: string) => {
		const { form, notes } = readJson(text);
		return [form, notes[0]?.code, notes[0]?.found];
	};
	expect(noted("{")).toEqual([null, "json_broken", "{"]);
	expect(noted("[".repeat(100_000))[1]).toBe("json_broken");
	expect(noted("[]")[1]).toBe("json_shape");
	const wrong = JSON.parse(writeJson({ ...head, definition: { sections: [] } as never, conduct: null }));
	expect(noted(JSON.stringify(wrong))).toEqual([null, "json_shape", expect.stringContaining("definition.sections")]);
});

test("the published schema names the format and the parts of a definition", () => {
	const schema = JSON.stringify(jsonSchema());
	expect(schema).toContain('"form-definition/1"');
	expect(schema).toContain('"legalBasis"');
	expect(schema).toContain('"https://json-schema.org/draft/2020-12/schema"');
});
