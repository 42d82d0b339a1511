import { describe, expect, test } from "vitest";
import { answers, constant, criterion, form, preschool, series } from "./fixtures.ts";
import type { Definition, VerdictRule } from "./schema.ts";
import { verdict } from "./verdict.ts";

const times = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing);
const criteria = (count: number, extra: (at: number) => Parameters<typeof criterion>[1] = () => ({})) =>
	Array.from({ length: count }, (_, at) => criterion(`C${at + 1}`, extra(at + 1)));
const outcomes = (met: number, unmet = 0, na = 0) =>
	series([...times(met, "met"), ...times(unmet, "unmet"), ...times(na, "na")]);
const percent = (extra: Partial<Extract<VerdictRule, { type: "percent" }>> = {}): VerdictRule => ({
	type: "percent",
	na: "leave_out",
	atLeast: 80,
	allMandatory: true,
	...extra,
});
const judge = (definition: Definition, given: Parameters<typeof verdict>[1], kind = "MN") =>
	verdict(definition, given, { ...preschool, kind });

describe("percent: 80 % and all mandatory (Thông tư 18/2023 Đ11)", () => {
	const fifty = form({ items: criteria(50, (at) => ({ mandatory: at <= 10 })), rule: percent() });

	test("40 of 50 with all mandatory ones is Đạt, 39 is not", () => {
		expect(judge(fifty, outcomes(40, 10))).toMatchObject({
			result: "met",
			percent: 80,
			counted: 50,
			met: 40,
			unmet: 10,
			na: 0,
			reasons: [],
		});
		expect(judge(fifty, outcomes(39, 11))).toMatchObject({
			result: "not_met",
			percent: 78,
			reasons: [{ code: "percent_below", percent: 78, atLeast: 80 }],
		});
	});

	test("49 of 50 with one mandatory criterion unmet is Chưa đạt, and says which", () => {
		const given = { ...outcomes(50), ...answers({ C7: "unmet" }) };
		expect(judge(fifty, given)).toMatchObject({
			result: "not_met",
			percent: 98,
			mandatoryTotal: 10,
			mandatoryUnmet: ["C7"],
			reasons: [{ code: "mandatory_unmet", items: ["C7"] }],
		});
		const lenient = form({
			items: criteria(50, (at) => ({ mandatory: at <= 10 })),
			rule: percent({ allMandatory: false }),
		});
		expect(judge(lenient, given)).toMatchObject({ result: "met", mandatoryUnmet: ["C7"] });
	});

	test("a criterion nobody answered is not met, a mandatory one too", () => {
		expect(judge(fifty, {})).toMatchObject({
			result: "not_met",
			percent: 0,
			unmet: 50,
			mandatoryUnmet: { length: 10 },
		});
	});

	test("79.96 % is not 80 %, and does not look like it", () => {
		const items = [...criteria(2, (at) => ({ weight: at === 1 ? 79.96 : 20.04 }))];
		const given = series(["met", "unmet"]);
		expect(judge(form({ items, rule: percent() }), given)).toMatchObject({ result: "not_met", percent: 79.9 });
		expect(judge(form({ items, rule: percent({ atLeast: 79.96 }) }), given)).toMatchObject({
			result: "met",
			percent: 79.9,
		});
	});

	test("weights with decimals are added exactly", () => {
		const items = criteria(10, () => ({ weight: 0.1 }));
		expect(judge(form({ items, rule: percent() }), outcomes(8, 2))).toMatchObject({ result: "met", percent: 80 });
		expect(judge(form({ items, rule: percent({ atLeast: 30 }) }), outcomes(3, 7))).toMatchObject({
			result: "met",
			percent: 30,
		});
	});

	test("mandatory holds for the kinds of school it names", () => {
		const definition = form({
			items: criteria(10, (at) => ({ mandatory: at === 1 ? ["MN", "MG"] : false })),
			rule: percent(),
		});
		const given = { ...outcomes(10), ...answers({ C1: "unmet" }) };
		expect(judge(definition, given, "MG").result).toBe("not_met");
		expect(judge(definition, given, "TH")).toMatchObject({ result: "met", mandatoryTotal: 0, mandatoryUnmet: [] });
	});

	test("hidden criteria are out, mandatory ones too, whatever was once answered", () => {
		const items = criteria(10, (at) => (at === 10 ? { mandatory: true, visibleIf: constant(false) } : {}));
		expect(judge(form({ items, rule: percent({ atLeast: 100 }) }), outcomes(9, 1))).toMatchObject({
			result: "met",
			counted: 9,
			percent: 100,
			mandatoryTotal: 0,
		});
	});

	test("with nothing to count there is no verdict", () => {
		expect(judge(fifty, outcomes(0, 0, 50))).toMatchObject({
			result: "none",
			percent: null,
			counted: 0,
			na: 50,
			reasons: [{ code: "nothing_counted" }],
		});
	});
});

describe("Không áp dụng", () => {
	const ten = (na: "leave_out" | "counts_as_met" | "counts_as_unmet") =>
		form({ items: criteria(10, (at) => ({ mandatory: at === 10 })), rule: percent({ na }) });
	const given = outcomes(7, 2, 1);

	test("left out it shrinks the denominator, and the mandatory criterion is not unmet", () => {
		expect(judge(ten("leave_out"), given)).toMatchObject({ counted: 9, percent: 77.7, na: 1, mandatoryUnmet: [] });
	});

	test("counts as met or as unmet where the office says so", () => {
		expect(judge(ten("counts_as_met"), given)).toMatchObject({
			counted: 10,
			percent: 80,
			result: "met",
			met: 7,
			na: 1,
		});
		expect(judge(ten("counts_as_unmet"), given)).toMatchObject({
			counted: 10,
			percent: 70,
			mandatoryUnmet: ["C10"],
			result: "not_met",
		});
	});

	test("is not taken where the item does not allow it", () => {
		const definition = form({ items: criteria(2, () => ({ allowNa: false })), rule: percent() });
		expect(judge(definition, outcomes(1, 0, 1))).toMatchObject({ counted: 2, percent: 50, na: 0, unmet: 1 });
	});
});

describe("knock-outs (Thông tư 45/2021 Đ8.1)", () => {
	const items = [
		...criteria(10),
		criterion("H1", { knockout: true, mandatory: true }),
		criterion("X1", { counted: false, mandatory: true }),
	];
	const definition = form({ items, rule: percent() });

	test("one that happened fails a school with everything met", () => {
		expect(judge(definition, { ...outcomes(10), ...answers({ H1: "unmet", X1: "met" }) })).toMatchObject({
			result: "not_met",
			percent: 100,
			knockouts: ["H1"],
			reasons: [{ code: "knocked_out", items: ["H1"] }],
		});
	});

	test("neither a knock-out nor an addition of the district is counted or mandatory", () => {
		expect(judge(definition, { ...outcomes(10), ...answers({ H1: "met", X1: "unmet" }) })).toMatchObject({
			result: "met",
			counted: 10,
			met: 10,
			unmet: 0,
			mandatoryTotal: 0,
		});
	});

	test("as long as one is not answered, Đạt is provisional", () => {
		expect(judge(definition, outcomes(10))).toMatchObject({
			result: "provisional",
			reasons: [{ code: "knockout_unanswered", items: ["H1"] }],
		});
		expect(judge(definition, outcomes(7, 3)).result).toBe("not_met");
		expect(judge(definition, { ...outcomes(10), ...answers({ H1: "na" }) }).result).toBe("met");
	});

	test("fails a school even where nothing is counted", () => {
		const given = { ...outcomes(0, 0, 10), ...answers({ H1: "unmet" }) };
		expect(judge(definition, given).result).toBe("not_met");
	});
});

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

test("a status form counts and does not judge", () => {
	const definition = form({ items: [...criteria(2), criterion("H", { knockout: true })] });
	expect(judge(definition, { ...outcomes(1, 1), ...answers({ H: "unmet" }) })).toMatchObject({
		result: "none",
		reasons: [],
		met: 1,
		unmet: 1,
		knockouts: ["H"],
	});
});
