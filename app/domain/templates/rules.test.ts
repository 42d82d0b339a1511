import { expect, test } from "vitest";
import { conductContent } from "#tests/support/build-conduct.ts";
import { clausesOf, groupsOf, partsOf, validityOf } from "./rules.ts";

test("a code is read by group, in each by relation, what holds today before what has ended", () => {
	const content = conductContent();
	expect(groupsOf(content)).toEqual(["everyone", "managers", "teachers", "staff", "pupils", "parents", "visitors"]);
	expect(groupsOf({ modules: content.modules.filter(({ group }) => group === "staff") })).toEqual(["staff"]);
	expect(groupsOf(null)).toEqual([]);
	const codes = (day: string) => partsOf(content.modules, "teachers", day).map(({ code }) => code);
	expect(codes("2026-01-29")).toEqual(["GV06-HS", "GV03-HS"]);
	expect(codes("2026-01-30")).toEqual(["GV03-HS", "GV06-HS"]);
	expect(clausesOf(content)).toBe(content.modules.flatMap(({ clauses }) => clauses).length);
});

test("a part holds on its first and its last day, both included", () => {
	const part = { validFrom: "2026-01-10", validTo: "2026-01-29" };
	expect(["2026-01-09", "2026-01-10", "2026-01-29", "2026-01-30"].map((day) => validityOf(part, day))).toEqual([
		"coming",
		"now",
		"now",
		"ended",
	]);
	expect(validityOf({ validFrom: null, validTo: null }, "2026-01-30")).toBe("now");
});
