import fc from "fast-check";
import { expect, test } from "vitest";
import { definition as schema } from "#app/domain/forms/schema.ts";
import { readXlsForm } from "#app/domain/interchange/xlsform-read.ts";
import { writeXlsForm } from "#app/domain/interchange/xlsform-write.ts";
import { anyDefinition } from "#tests/support/any-definition.ts";
import { readFormFile } from "../jobs/read-form.ts";
import { writeWorkbook } from "./write-workbook.ts";
import { readXlsx } from "./xlsx.ts";

test("texts come back from a workbook as they were, whatever they look like", async () => {
	const rows = [
		["a", "b"],
		["=1+1", "_x0041_"],
		["  đầu", "dòng 1\ndòng 2"],
		["<b>&amp;</b>", "0012"],
		["_x005F_x0041_", "'"],
	];
	const [sheet] = await readXlsx(await writeWorkbook([{ name: "S", rows }]));
	expect(sheet?.rows.map(({ cells }) => cells)).toEqual(rows);
});

test("every form comes back from a real workbook as it went out", async () => {
	const head = { code: "BK", title: { vi: "Bảng" }, kinds: ["MN"], validFrom: null, validTo: null, legalBasis: [] };
	await fc.assert(
		fc.asyncProperty(anyDefinition, async (definition) => {
			const bytes = await writeWorkbook(writeXlsForm({ ...head, definition }));
			const { reading } = await readFormFile({ bytes, name: "x.xlsx" });
			expect(JSON.parse(reading)).toMatchObject({ format: "xlsform", notes: [] });
			expect(JSON.parse(reading).form).toEqual(JSON.parse(JSON.stringify({ ...head, definition })));
		}),
		{ numRuns: 25 },
	);
});

test("texts longer than a cell stand in pieces of their own", () => {
	const items = Array.from({ length: 2000 }, (_, at) => `muc-${String(at).padStart(20, "0")}`);
	const question = (code: string) => ({ type: "verdict" as const, code, text: { vi: code } });
	const definition = schema.parse({
		sections: [
			{
				code: "A",
				title: { vi: "A" },
				items: [
					...items.slice(0, 990).map(question),
					{
						type: "computed" as const,
						code: "tong",
						text: { vi: "Tổng" },
						expression: { op: "count" as const, outcome: "met" as const, items },
					},
				],
			},
		],
		rule: { type: "none" },
	});
	const sheets = writeXlsForm({
		code: "B",
		title: { vi: "B" },
		kinds: [],
		validFrom: null,
		validTo: null,
		legalBasis: [],
		definition,
	});
	expect(Math.max(...sheets.flatMap(({ rows }) => rows.flat().map((text) => text.length)))).toBeLessThanOrEqual(32_002);
	const read = readXlsForm(
		sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells, at) => ({ line: at + 1, cells })) })),
	);
	expect(read.form?.definition.sections[0]?.items.at(-1)).toMatchObject({ expression: { items } });
});
