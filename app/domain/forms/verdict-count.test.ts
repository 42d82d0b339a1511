import { describe, expect, test } from "vitest";
import { answers, constant, criteria, criterion, form, judge, outcomes } from "./fixtures.ts";
import type { VerdictRule } from "./verdict-schema.ts";

describe("count by kind of school (Thông tư 45/2021 Đ8.2)", () => {
	const rule: VerdictRule = {
		type: "count",
		na: "leave_out",
		bands: [
			{ kinds: ["MN", "NT", "MG"], atLeast: 40, mandatory: 20 },
			{ kinds: ["NTDL", "LMG", "LMN"], atLeast: 30, mandatory: 15 },
		],
	};
	const starred = (large: number, small: number) =>
		form({
			items: criteria(50, (at) => ({
				mandatory: at <= small ? ["MN", "NT", "MG", "NTDL", "LMG", "LMN"] : at <= large ? ["MN", "NT", "MG"] : false,
			})),
			rule,
		});

	test("40 met with all 20 mandatory ones is Đạt, 39 is not; 30 with 15 for an independent group", () => {
		expect(judge(starred(20, 15), outcomes(40, 10), "MN").result).toBe("met");
		expect(judge(starred(20, 15), outcomes(39, 11), "MN")).toMatchObject({
			result: "not_met",
			reasons: [{ code: "count_below", met: 39, atLeast: 40 }],
		});
		expect(judge(starred(20, 15), outcomes(30, 20), "NTDL").result).toBe("met");
		expect(judge(starred(20, 15), outcomes(29, 21), "NTDL").result).toBe("not_met");
	});

	test("45 met with one mandatory one unmet is Chưa đạt for the kind it is mandatory for", () => {
		const given = { ...outcomes(45, 5), ...answers({ C20: "unmet" }) };
		expect(judge(starred(20, 15), given, "MN")).toMatchObject({
			result: "not_met",
			reasons: [{ code: "mandatory_unmet", items: ["C20"] }],
		});
		expect(judge(starred(20, 15), given, "LMG").result).toBe("met");
	});

	test.each([19, 21])("with %i stars nobody gets a final Đạt, and the stars fail nobody", (stars) => {
		const reasons = [{ code: "mandatory_not_flagged", flagged: stars, wanted: 20 }];
		expect(judge(starred(stars, 15), outcomes(50), "MN")).toMatchObject({ result: "provisional", reasons });
		const given = { ...outcomes(50), ...answers({ C1: "unmet" }) };
		expect(judge(starred(stars, 15), given, "MN")).toMatchObject({
			result: "provisional",
			reasons,
			mandatoryUnmet: ["C1"],
		});
		expect(judge(starred(stars, 15), outcomes(39, 11), "MN")).toMatchObject({
			result: "not_met",
			reasons: [{ code: "count_below" }],
		});
	});

	test("a mandatory criterion hidden from a school does not unsettle the version", () => {
		const items = criteria(50, (at) => ({ mandatory: at <= 20, ...(at === 1 ? { visibleIf: constant(false) } : {}) }));
		expect(judge(form({ items, rule }), outcomes(50), "MN")).toMatchObject({ result: "met", mandatoryTotal: 19 });
	});

	test("a mandatory one not applicable is not unmet when left out, and does not count among the met", () => {
		const given = { ...outcomes(50), ...answers({ C1: "na" }) };
		expect(judge(starred(20, 15), given, "MN").result).toBe("met");
		const forty = { ...outcomes(40, 10), ...answers({ C1: "na" }) };
		expect(judge(starred(20, 15), forty, "MN")).toMatchObject({
			result: "not_met",
			reasons: [{ code: "count_below", met: 39 }],
		});
	});

	test("weights do not touch a count", () => {
		const items = criteria(50, (at) => ({ mandatory: at <= 20, weight: at === 1 ? 100 : 1 }));
		expect(judge(form({ items, rule }), outcomes(39, 11), "MN").result).toBe("not_met");
	});

	test("a kind that no line is for gets no verdict, unless a line is for the rest", () => {
		expect(judge(starred(20, 15), outcomes(50), "THCS")).toMatchObject({
			result: "none",
			reasons: [{ code: "no_rule_for_kind", kind: "THCS" }],
		});
		const rest: VerdictRule = { ...rule, bands: [{ atLeast: 10, mandatory: 0 }, ...rule.bands] };
		const items = criteria(50, (at) => ({ mandatory: at <= 20 ? ["MN"] : false }));
		expect(judge(form({ items, rule: rest }), outcomes(10, 40), "THCS").result).toBe("met");
		expect(judge(form({ items, rule: rest }), outcomes(10, 40), "MN").result).toBe("not_met");
	});
});

describe("levels", () => {
	const levels = (by: "percent" | "count", bounds: [number, number]): VerdictRule => ({
		type: "levels",
		na: "leave_out",
		by,
		levels: [
			{ code: "good", label: { vi: "Tốt" }, atLeast: bounds[0], mustMeet: ["C1", "C2"], pass: true },
			{ code: "fair", label: { vi: "Khá" }, atLeast: bounds[1], mustMeet: ["C1"], pass: true },
			{ code: "unsafe", label: { vi: "Không an toàn" }, atLeast: 0, mustMeet: [], pass: false },
		],
	});
	const definition = form({
		items: [...criteria(15), criterion("H", { knockout: true })],
		rule: levels("count", [12, 8]),
	});
	const safe = answers({ H: "met" });

	test("the first level whose bounds hold is reached", () => {
		expect(judge(definition, { ...outcomes(12, 3), ...safe })).toMatchObject({
			result: "met",
			level: "good",
			reasons: [{ code: "level", level: "good" }],
		});
		expect(judge(definition, { ...outcomes(11, 4), ...safe })).toMatchObject({ result: "met", level: "fair" });
	});

	test("a school below the lowest passing level is told what keeps it from there", () => {
		expect(judge(definition, { ...outcomes(7, 8), ...safe, ...answers({ C1: "unmet", C8: "met" }) })).toMatchObject({
			result: "not_met",
			level: "unsafe",
			reasons: [
				{ code: "level", level: "unsafe" },
				{ code: "count_below", met: 7, atLeast: 8 },
				{ code: "mandatory_unmet", items: ["C1"] },
			],
		});
	});

	test("a named item keeps a school from a level, not applicable does not", () => {
		expect(judge(definition, { ...outcomes(15), ...safe, ...answers({ C2: "unmet" }) }).level).toBe("fair");
		expect(judge(definition, { ...outcomes(15), ...safe, ...answers({ C2: "na" }) }).level).toBe("good");
		expect(judge(definition, { ...outcomes(15), ...safe, ...answers({ C1: "unmet" }) }).level).toBe("unsafe");
	});

	test("a school that was knocked out reaches no passing level", () => {
		expect(judge(definition, { ...outcomes(15), ...answers({ H: "unmet" }) })).toMatchObject({
			result: "not_met",
			level: "unsafe",
			reasons: [{ code: "knocked_out" }, { code: "level", level: "unsafe" }],
		});
	});

	test("by percent compares exact fractions", () => {
		const thirds = form({ items: criteria(3), rule: levels("percent", [66.7, 66.6]) });
		expect(judge(thirds, outcomes(2, 1)).level).toBe("fair");
		expect(judge(thirds, outcomes(0, 0, 3))).toMatchObject({ result: "none", reasons: [{ code: "nothing_counted" }] });
	});

	test("where no level holds there is none", () => {
		const rule: VerdictRule = {
			type: "levels",
			na: "leave_out",
			by: "count",
			levels: [{ code: "ok", label: { vi: "Đạt" }, atLeast: 3, mustMeet: [], pass: true }],
		};
		expect(judge(form({ items: criteria(3), rule }), outcomes(2, 1))).toMatchObject({ result: "not_met", level: null });
	});
});
