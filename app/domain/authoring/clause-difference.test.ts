import { expect, test } from "vitest";
import { conductContent } from "#tests/support/build-conduct.ts";
import { clauseDifference } from "./clause-difference.ts";

test("a code differs from itself in nothing, in whatever order its parts stand", () => {
	const content = conductContent();
	const turned = { modules: [...content.modules].reverse() };
	expect(clauseDifference(content, turned)).toEqual({ clauses: [], modules: [] });
});

test("clauses that came, went, were reworded, turned round or made a duty are told one by one; parts by basis and days", () => {
	const before = conductContent();
	const after = structuredClone(before);
	const [first, second] = after.modules;
	const [kept, gone] = [first?.clauses[0], second?.clauses[0]];
	if (!first || !second || !kept || !gone) throw new Error("the code of the tests has two parts");
	kept.text = { vi: `${kept.text.vi} và giữ lời hứa` };
	kept.stance = kept.stance === "should" ? "must_not" : "should";
	kept.demanded = !kept.demanded;
	second.clauses[0] = { ...gone, code: "MOI.1" };
	second.validTo = "2030-01-01";
	const { clauses, modules } = clauseDifference(before, after);
	expect(clauses.map(({ code, before, after }) => [code, before !== null, after !== null])).toEqual([
		[kept.code, true, true],
		["MOI.1", false, true],
		[gone.code, true, false],
	]);
	expect(clauses[0]?.aspects.filter((aspect) => aspect !== "english")).toEqual(["text", "stance", "duty"]);
	expect(modules).toMatchObject([{ module: { code: second.code }, change: "changed", aspects: ["validity"] }]);
});
