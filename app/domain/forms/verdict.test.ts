import { describe, expect, test } from "vitest";
import { answers, constant, criteria, criterion, form, judge, outcomes, series } from "./fixtures.ts";
import type { VerdictRule } from "./verdict-schema.ts";

const percent = (extra: Partial<Extract<VerdictRule, { type: "percent" }>> = {}): VerdictRule => ({
	type: "percent",
	na: "leave_out",
	atLeast: 80,
	allMandatory: true,
	...extra,
});

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
