import { expect, test } from "vitest";
import { value } from "../forms/fixtures.ts";
import { definition } from "../forms/schema.ts";
import { changesByRow } from "./changes.ts";

const form = definition.parse({
	sections: [
		{
			code: "A",
			title: { vi: "A" },
			items: ["A.1", "A.2", "A.3"].map((code) => ({ type: "verdict", code, text: { vi: code } })),
		},
	],
	rule: { type: "none" },
});
const photo = (id: string) => ({ id, sha256: `hash of ${id}` });

test("photographs that came or went make a change, also where the answer stayed; those that stayed make none", () => {
	const before = {
		"A.1": { ...value("unmet"), photos: [photo("1"), photo("2")] },
		"A.2": { ...value("met"), photos: [photo("3")] },
		"A.3": value("unmet"),
	};
	const after = {
		"A.1": { ...value("unmet"), photos: [photo("2"), photo("4")] },
		"A.2": { ...value("met"), photos: [photo("3")] },
		"A.3": { ...value("met"), photos: [photo("5")] },
	};
	expect(changesByRow(form, before, after)).toMatchObject([
		{
			row: "",
			changes: [
				{ item: "A.1", before: value("unmet"), after: value("unmet"), photos: { added: ["4"], removed: ["1"] } },
				{ item: "A.3", before: value("unmet"), after: value("met"), photos: { added: ["5"], removed: [] } },
			],
		},
	]);
	expect(changesByRow(form, before, before)).toEqual([]);
});
