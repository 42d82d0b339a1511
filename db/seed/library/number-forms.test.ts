import { describe, expect, it } from "vitest";
import type { AnswerValue, SchoolFacts } from "#app/domain/forms/schema.ts";
import { situation } from "#app/domain/forms/situation.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { answersOf, figureOf } from "#tests/support/figure-of.ts";
import type { LibraryTemplate } from "./draft.ts";
import { education } from "./education.ts";
import { examples } from "./examples.ts";
import { incidents } from "./incidents.ts";
import { inspections } from "./inspections.ts";

const of = (kind: string): SchoolFacts => ({
	kind,
	ownership: "cong_lap",
	classrooms: 10,
	pupils: 300,
	staff: 20,
	sites: 1,
});

type Values = Record<string, AnswerValue>;

function told({ definition }: LibraryTemplate, values: Values, school = of("TH")) {
	return validateReturn(definition, answersOf(values), school).flatMap((fault) =>
		fault.code === "check_failed" ? [`${fault.check} ${fault.severity}`] : [],
	);
}

function figure({ definition }: LibraryTemplate, values: Values, code: string, school = of("TH")) {
	return figureOf(definition, answersOf(values), school, code);
}

it.each([
	[education, "GDKN"],
	[incidents, "VV"],
	[inspections, "KTR"],
	[examples, "NG"],
])("$code refuses a period that ends before it begins", (template, prefix) => {
	const period = (from: string, to: string) => told(template, { [`${prefix}-TT.1`]: from, [`${prefix}-TT.2`]: to });
	expect(period("2026-09-01", "2026-09-01")).toEqual([]);
	expect(period("2026-09-02", "2026-09-01")).toEqual([`${prefix}-KT.1 error`]);
});

describe("education", () => {
	const sections = (kind: string, values: Values = {}) =>
		[...situation(education.definition, answersOf(values), of(kind)).sections].filter((code) =>
			["NT", "MG", "TH", "CS", "PT"].includes(code),
		);

	it("asks each kind of school for its own ages and grades", () => {
		expect(sections("MN")).toEqual(["NT", "MG"]);
		expect([sections("NTDL"), sections("NT")]).toEqual([["NT"], ["NT"]]);
		expect([sections("LMG"), sections("MG")]).toEqual([["MG"], ["MG"]]);
		expect([sections("TH"), sections("THCS"), sections("THPT")]).toEqual([["TH"], ["CS"], ["PT"]]);
		expect(sections("GDTX")).toEqual([]);
		expect(sections("PTNC", { "GDKN-TT.3": ["TH", "THCS"] })).toEqual(["TH", "CS"]);
		expect(sections("CB", { "GDKN-TT.3": ["MN", "THPT"] })).toEqual(["NT", "MG", "PT"]);
	});

	const primary = (total: number) => ({
		"GDKN-NH.1": 300,
		"GDKN-NH.2": total,
		...Object.fromEntries([1, 2, 3, 4, 5].map((grade) => [`GDKN-TH.${grade}`, 50])),
	});

	it("has grades that add up to all learners reached, no more of them than there are", () => {
		expect(told(education, primary(250))).toEqual([]);
		expect(told(education, primary(251))).toEqual(["GDKN-KT.TH error"]);
		expect(told(education, { "GDKN-NH.1": 300, "GDKN-NH.2": 301 })).toEqual(["GDKN-KT.2 error"]);
		const both = { ...primary(300), "GDKN-TT.3": ["TH", "THCS"] };
		const lower = Object.fromEntries([6, 7, 8, 9].map((grade) => [`GDKN-CS.${grade}`, 10]));
		expect(told(education, { ...both, ...lower }, of("PTNC"))).toEqual(["GDKN-KT.TH-CS error"]);
		expect(told(education, { ...both, ...lower, "GDKN-NH.2": 290 }, of("PTNC"))).toEqual([]);
	});

	it("has figures by theme, by grade and in all; what a school does not teach is no figure, not zero", () => {
		const values = { ...primary(250), ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`GDKN-CD.${n}`, n])) };
		expect([figure(education, values, "BUOI"), figure(education, values, "BUOI-MANG")]).toEqual([21, 6]);
		expect([figure(education, values, "TH"), figure(education, values, "TH-3")]).toEqual([250, 50]);
		expect(figure(education, values, "CS")).toBeNull();
	});
});

describe("incidents", () => {
	const row = (id: string, kind: string, more: Values = {}): Values => ({
		"VV-TT.3": "co",
		[`VV-NH#${id}`]: 1,
		[`VV-NH.1#${id}`]: kind,
		[`VV-NH.2#${id}`]: "trong_truong",
		[`VV-NH.3#${id}`]: "nhe",
		[`VV-NH.4#${id}`]: ["gia_dinh", "111"],
		[`VV-NH.5#${id}`]: 2,
		...Object.fromEntries(Object.entries(more).map(([item, value]) => [`${item}#${id}`, value])),
	});

	it("has no text but one note that warns of names", () => {
		const texts = incidents.definition.sections.flatMap(({ items }) =>
			items.filter(({ type }) => type === "text" || type === "longtext"),
		);
		expect(texts).toMatchObject([{ code: "VV-NX.1", anonymous: true, required: false }]);
		const found = validateReturn(
			incidents.definition,
			answersOf({ "VV-NX.1": "Em Nguyễn Văn An lớp 3A bị ngã" }),
			of("TH"),
		);
		expect(found).toContainEqual(expect.objectContaining({ item: "VV-NX.1", code: "looks_personal" }));
	});

	it("stops violence or abuse that nobody was told of, with the law", () => {
		const nobody = { "VV-NH.4": ["chua_bao"] };
		expect(told(incidents, row("a", "xam_hai", nobody))).toEqual(["VV-KT.2 error"]);
		expect(told(incidents, row("a", "bao_luc", nobody))).toEqual(["VV-KT.2 error"]);
		expect(told(incidents, row("a", "nga", nobody))).toEqual([]);
		const message = incidents.definition.checks.find(({ code }) => code === "VV-KT.2")?.message.vi;
		expect(message).toMatch(/111.*Luật Trẻ em 2016, Điều 51; Nghị định 56\/2017\/NĐ-CP, Điều 25/);
	});

	it("warns where abuse was told to the family or the education sector alone", () => {
		expect(told(incidents, row("a", "xam_hai", { "VV-NH.4": ["gia_dinh", "quan_ly_gd"] }))).toEqual([
			"VV-KT.3 warning",
		]);
		expect(told(incidents, row("a", "xam_hai", { "VV-NH.4": ["gia_dinh", "cong_an"] }))).toEqual([]);
	});

	it("takes nobody together with somebody for a slip, and no more settled than happened", () => {
		expect(told(incidents, row("a", "nga", { "VV-NH.4": ["chua_bao", "gia_dinh"] }))).toEqual(["VV-KT.4 error"]);
		expect(told(incidents, row("a", "nga", { "VV-NH.6": 3 }))).toEqual(["VV-KT.5 error"]);
	});

	it("adds up by kind and severity, by place and by whom was told", () => {
		const values = {
			...row("a", "nga"),
			...row("b", "nga", { "VV-NH.3": "nang", "VV-NH.5": 1 }),
			...row("c", "xam_hai", { "VV-NH.4": ["cong_an"], "VV-NH.2": "tren_mang" }),
		};
		const got = (code: string) => figure(incidents, values, code);
		expect([got("NGA-NHE"), got("NGA-NANG"), got("XH-NHE"), got("BL-TV")]).toEqual([2, 1, 2, 0]);
		expect([got("VU"), got("P-MANG"), got("B-111"), got("B-CA")]).toEqual([5, 2, 3, 2]);
	});

	it("is zero, not unknown, for a school that says nothing happened", () => {
		const values = { "VV-TT.3": "khong" };
		expect(figure(incidents, values, "VU")).toBe(0);
		expect([...situation(incidents.definition, answersOf(values), of("TH")).sections]).not.toContain("NH");
	});

	it("shows the hotline wherever it speaks of incidents", () => {
		expect(incidents.definition.sections.map(({ code, hotline }) => [code, hotline ?? false])).toEqual([
			["TT", true],
			["NH", true],
			["NX", false],
		]);
	});
});

describe("inspections", () => {
	const values: Values = {
		"KTR-TT.3": "co",
		"KTR-TT.4": "co",
		...{ "KTR-CK#a": 1, "KTR-CK.1#a": "bep_an", "KTR-CK.2#a": "tu_kiem_tra", "KTR-CK.3#a": 4, "KTR-CK.4#a": 5 },
		...{ "KTR-CK.5#a": 5, "KTR-CK.6#a": 4 },
		...{ "KTR-VP#b": 1, "KTR-VP.1#b": "bao_luc", "KTR-VP.3#b": 2, "KTR-VP.4#b": 1, "KTR-VP.5#b": 1, "KTR-VP.6#b": 0 },
	};

	it("adds up inspections by subject and body, faults, breaches", () => {
		const got = (code: string) => figure(inspections, values, code);
		expect([got("N-BEP"), got("N-CSVC"), got("D-TU"), got("CUOC"), got("LOI")]).toEqual([4, 0, 4, 4, 5]);
		expect([got("V-BL"), got("VP"), got("VP-XONG"), got("VP-CK")]).toEqual([2, 2, 1, 0]);
		expect(told(inspections, values)).toEqual([]);
	});

	it("refuses parts larger than their whole", () => {
		const wrong = ["KTR-CK.5#a", "KTR-CK.6#a", "KTR-VP.4#b", "KTR-VP.5#b", "KTR-VP.6#b"];
		expect(told(inspections, { ...values, ...Object.fromEntries(wrong.map((key) => [key, 9])) })).toEqual(
			[2, 3, 4, 5, 6].map((number) => `KTR-KT.${number} error`),
		);
	});
});

describe("examples", () => {
	const row = (id: string, type: string): Values => ({
		"NG-TT.3": "co",
		[`NG-DS#${id}`]: 1,
		[`NG-DS.1#${id}`]: type,
		[`NG-DS.3#${id}`]: "bao_ve",
	});

	it("name collectives and adults, never a child", () => {
		const faults = validateReturn(examples.definition, answersOf(row("a", "hoc_sinh")), of("TH"));
		expect(faults).toContainEqual(expect.objectContaining({ item: "NG-DS.1", row: "a", code: "not_allowed" }));
		for (const item of examples.definition.sections[1]?.items ?? []) {
			if (item.type === "text" || item.type === "longtext") expect(item.hint?.vi).toMatch(/Không ghi tên, lớp/);
		}
	});

	it("are counted by who and by field", () => {
		const values = { ...row("a", "tap_the"), ...row("b", "ca_nhan"), ...row("c", "ca_nhan") };
		const got = (code: string) => figure(examples, values, code);
		expect([got("TAP-THE"), got("CA-NHAN"), got("TONG"), got("L-BV"), got("L-TN")]).toEqual([1, 2, 3, 3, 0]);
	});
});
