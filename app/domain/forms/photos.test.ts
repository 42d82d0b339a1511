import { expect, test } from "vitest";
import { countPhotos, photosAllowed } from "./photos.ts";
import { definition as parsed } from "./schema.ts";
import { validateReturn } from "./validate.ts";

const demands = (photo?: boolean) => ({ remark: false, measure: false, photo });
const form = parsed.parse({
	sections: [
		{
			code: "A",
			title: { vi: "A" },
			items: [
				{ type: "verdict", code: "plain", text: { vi: "x" } },
				{ type: "verdict", code: "none", text: { vi: "x" }, photos: 0 },
				{ type: "verdict", code: "demanding", text: { vi: "x" }, photos: 0, failure: demands(true) },
				{ type: "integer", code: "number", text: { vi: "x" }, required: false },
				{ type: "text", code: "shown", text: { vi: "x" }, required: false, photos: 3 },
				{ type: "computed", code: "sum", text: { vi: "x" }, photos: 3, expression: { op: "const", value: 1 } },
			],
		},
	],
	rule: { type: "none" },
	failure: { remark: false, measure: false },
});
const school = { kind: "MN", ownership: "cong_lap", classrooms: 1, pupils: 1, staff: 1, sites: 1 };

test("a criterion takes five photographs, others what their item says, and what demands one takes one", () => {
	const items = form.sections.flatMap((section) => section.items);
	expect(Object.fromEntries(items.map((item) => [item.code, photosAllowed(item, form)]))).toEqual({
		...{ plain: 5, none: 0, demanding: 1, number: 0, shown: 3, sum: 0 },
	});
});

test("what was published before photographs reads unchanged", () => {
	const { failure, ...old } = JSON.parse(JSON.stringify(form)) as typeof form;
	expect(parsed.parse({ ...old, failure })).toEqual(form);
	expect(parsed.parse(old).failure).toEqual({ remark: true, measure: false });
});

test("a demanded photograph is missing while there is none, at an item that is not met, for whoever knows the photographs", () => {
	const faults = (value: string, photos?: { item: string; row: string }[]) =>
		validateReturn(
			form,
			Object.fromEntries(["plain", "none", "demanding"].map((code) => [code, { value, note: "", measure: null }])),
			school,
			photos && countPhotos(photos),
		).map(({ item, code }) => `${item} ${code}`);
	expect(faults("unmet", [])).toEqual(["demanding photo_missing"]);
	expect(faults("unmet", [{ item: "plain", row: "" }])).toEqual(["demanding photo_missing"]);
	expect(faults("unmet", [{ item: "demanding", row: "r1" }])).toEqual(["demanding photo_missing"]);
	expect(faults("unmet", [{ item: "demanding", row: "" }])).toEqual([]);
	expect(faults("met", [])).toEqual([]);
	expect(faults("unmet")).toEqual([]);
});
