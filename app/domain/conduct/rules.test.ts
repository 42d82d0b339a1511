import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conductContent } from "#tests/support/build-conduct.ts";
import { schoolKinds } from "../units/schema.ts";
import { groupsWanted, hasPupils } from "./content-schema.ts";
import { firstContent } from "./merge.ts";
import {
	agreedPercent,
	besideStance,
	closedOn,
	codeToRead,
	isMajority,
	mayGo,
	modulesFor,
	outdatedFrom,
	repealedFrom,
	sameName,
	saysNot,
	schoolYearOf,
	spaced,
	stageOf,
	standingOf,
	unspaced,
} from "./rules.ts";
import { versionStates } from "./schema.ts";

const codes = (kind: string, day: string) => modulesFor(conductContent(), kind, day).map(({ code }) => code);

describe("which modules a school gets", () => {
	test("on 30/01/2026 the teachers' module of Thông tư 06/2019 gives way to Thông tư 03/2026, day by day", () => {
		expect(codes("TH", "2026-01-29")).toEqual(["TC", "QL-NV", "GV06-HS", "NV-HS", "HS-TC", "CM-NT", "K-NT"]);
		expect(codes("TH", "2026-01-30")).toEqual(["TC", "QL-NV", "GV03-HS", "NV-HS", "HS-TC", "CM-NT", "K-NT"]);
	});

	test("pupils are a group in general and continuing education only", () => {
		const withPupils = schoolKinds.filter((kind) => codes(kind, "2026-11-23").includes("HS-TC"));
		expect(withPupils).toEqual(["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"]);
		expect(schoolKinds.filter(hasPupils)).toEqual(withPupils);
		expect(groupsWanted("MN")).toEqual(["managers", "teachers", "staff", "parents", "visitors"]);
		expect(groupsWanted("TH")).toEqual(["managers", "teachers", "staff", "pupils", "parents", "visitors"]);
	});

	test("a module of some kinds is for those only", () => {
		const content = conductContent();
		for (const module of content.modules) module.kinds = ["THPT"];
		expect(modulesFor(content, "THCS", "2026-11-23")).toEqual([]);
		expect(modulesFor(content, "THPT", "2026-11-23")).toHaveLength(7);
	});
});

test("the code is read by group and relation, dropped clauses left out, groups in the order of the law", () => {
	const content = firstContent(modulesFor(conductContent(), "TH", "2026-11-23").reverse());
	for (const module of content.modules)
		for (const clause of module.clauses) if (clause.code === "GV03-HS.3") clause.status = "dropped";
	const { groups } = codeToRead({ ...content, basis: ["Điều lệ trường tiểu học"] });
	expect(groups.map(({ group }) => group)).toEqual([
		"everyone",
		"managers",
		"teachers",
		"staff",
		"pupils",
		"parents",
		"visitors",
	]);
	expect(groups[2]).toEqual({
		group: "teachers",
		basis: ["Thông tư 03/2026/TT-BGDĐT, Điều 5"],
		relations: [
			{
				relation: "pupils",
				clauses: [
					{
						code: "GV03-HS.1",
						stance: "should",
						text: { vi: "Báo cáo kịp thời khi phát hiện người học bị bạo lực." },
					},
					{
						code: "GV03-HS.2",
						stance: "must_not",
						text: { vi: "Công khai thông tin người học trái quy định." },
					},
				],
			},
		],
	});
});

describe("repealed rules", () => {
	test.each([
		["Quyết định số 16/2008/QĐ-BGDĐT ngày 16/4/2008", "2026-01-30"],
		["QĐ 16/2008/QĐ-BGDĐT về đạo đức nhà giáo", "2026-01-30"],
		["Điều 6 Thông tư 06/2019/TT-BGDĐT", "2026-01-30"],
		["Thông tư 06/2019/TT-BGDĐT, Điều 6", "2026-01-30"],
		["Thông tư 06/2019/TT-BGDĐT", null],
		["Thông tư 06/2019/TT-BGDĐT, Điều 5", null],
		["Thông tư 03/2026/TT-BGDĐT thay thế Quyết định 16/2008/QĐ-BGDĐT", null],
		["Thông tư 116/2008/TT-BTC", null],
	])("%s", (line, from) => {
		expect(repealedFrom(line)).toBe(from);
	});

	test("the earliest end counts, of what is left to read only", () => {
		const content = firstContent(modulesFor(conductContent(), "MN", "2025-10-01"));
		expect(outdatedFrom(content)).toBe("2026-01-30");
		const teachers = content.modules.find(({ code }) => code === "GV06-HS");
		if (teachers) teachers.validTo = "2025-12-31";
		expect(outdatedFrom(content)).toBe("2026-01-01");
		for (const clause of teachers?.clauses ?? []) clause.status = "dropped";
		expect(outdatedFrom(content)).toBeNull();
		expect(outdatedFrom({ ...content, basis: ["QĐ 16/2008/QĐ-BGDĐT"] })).toBe("2026-01-30");
	});
});

describe("voices", () => {
	test("half is no majority, nobody is none, one more than half is", () => {
		expect([isMajority(0, 0), isMajority(20, 40), isMajority(21, 40), isMajority(101, 200)]).toEqual([
			false,
			false,
			true,
			true,
		]);
	});

	test("a share is cut to whole percent, 0–100", () => {
		expect([agreedPercent(101, 200), agreedPercent(2, 3), agreedPercent(0, 0)]).toEqual([50, 66, null]);
		fc.assert(
			fc.property(fc.nat(100_000), fc.nat(100_000), (agreed, more) => {
				const percent = agreedPercent(agreed, agreed + more);
				if (agreed + more === 0) return percent === null;
				return percent !== null && percent >= 0 && percent <= 100 && percent * (agreed + more) <= agreed * 100;
			}),
		);
	});

	test("a round ends on its last day, or earlier when it is closed", () => {
		expect([closedOn("2026-11-20", "2026-11-23"), closedOn("2026-11-30", "2026-11-23")]).toEqual([
			"2026-11-20",
			"2026-11-23",
		]);
	});
});

test("school years run from August to July", () => {
	expect(["2026-07-31", "2026-08-01", "2027-01-15"].map(schoolYearOf)).toEqual(["2025-2026", "2026-2027", "2026-2027"]);
});

test("a name is compared without tone marks, capitals and in either Unicode form", () => {
	expect(sameName("nguyen thi  dao", "Nguyễn Thị Đào")).toBe(true);
	expect(sameName("Nguyễn Thị Đào".normalize("NFD"), "Nguyễn Thị Đào")).toBe(true);
	expect([sameName("Nguyễn Thị Hoa", "Nguyễn Thị Đào"), sameName(" ", "Đào"), sameName("..", "..")]).toEqual([
		false,
		false,
		false,
	]);
});

test("nothing leads back from what was published, and nothing is skipped", () => {
	const ways = versionStates.flatMap((from) =>
		versionStates.flatMap((to) => (mayGo(from, to) ? [`${from} → ${to}`] : [])),
	);
	expect(ways).toEqual([
		"draft → consulting",
		"consulting → draft",
		"consulting → consulted",
		"consulted → draft",
		"consulted → decided",
		"decided → decided",
		"decided → published",
		"published → superseded",
	]);
});

test("a school stands where its code in force stands, else where its draft does", () => {
	expect(stageOf([])).toBe("none");
	expect(stageOf(["superseded"])).toBe("none");
	expect(stageOf(["draft"])).toBe("adapting");
	expect(stageOf(["consulted", "superseded"])).toBe("consulted");
	expect(stageOf(["draft", "published"])).toBe("published");
});

test("a signature counts for its version; small changes spare, material ones do not", () => {
	const own = { openedAt: "t", readAt: null, signedAt: null };
	expect(standingOf({ number: 1, coversFrom: 1 }, null, [])).toBe("missing");
	expect(standingOf({ number: 1, coversFrom: 1 }, own, [])).toBe("opened");
	expect(standingOf({ number: 1, coversFrom: 1 }, { ...own, readAt: "t" }, [])).toBe("read");
	expect(standingOf({ number: 3, coversFrom: 2 }, own, [2])).toBe("earlier");
	expect(standingOf({ number: 3, coversFrom: 2 }, own, [1])).toBe("opened");
	expect(standingOf({ number: 3, coversFrom: 3 }, null, [1, 2])).toBe("missing");
	expect(standingOf({ number: 3, coversFrom: 2 }, { ...own, signedAt: "t" }, [3, 2])).toBe("signed");
});

test("lists of codes come back as they went in", () => {
	expect(unspaced(spaced(["TC", "GV-HS", "TC"]))).toEqual(["TC", "GV-HS"]);
	expect([spaced([]), unspaced("")]).toEqual(["", []]);
});

test("what must not be done says so once beside its word, and nothing else of a clause is lost", () => {
	expect(besideStance("must_not", "Không mặc trang phục gây phản cảm.")).toBe("mặc trang phục gây phản cảm.");
	expect(besideStance("must_not", "Do not smoke.")).toBe("smoke.");
	expect(besideStance("must_not", "Ép trẻ ăn.")).toBe("Ép trẻ ăn.");
	expect(besideStance("must_not", "Khônggian")).toBe("Khônggian");
	expect(besideStance("must_not", "Không")).toBe("Không");
	expect(besideStance("should", "Không ngại giúp nhau.")).toBe("Không ngại giúp nhau.");
	expect([saysNot("must_not", "Không hút thuốc."), saysNot("should", "Không ngại.")]).toEqual([true, false]);
});
