import { describe, expect, it } from "vitest";
import type { ConductGroup, ConductRelation } from "#app/domain/conduct/content-schema.ts";
import { conductContent } from "#app/domain/conduct/content-schema.ts";
import { conductField } from "#app/domain/forms/expression-schema.ts";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { answersOf, figureOf } from "#tests/support/figure-of.ts";
import { codeOfConduct } from "./conduct.ts";
import { preschoolKinds } from "./draft.ts";

const content = conductContent.parse(codeOfConduct.conduct);
const clauses = content.modules.flatMap((module) => module.clauses);

function valid(day: string) {
	return content.modules.filter(
		({ validFrom, validTo }) => (!validFrom || validFrom <= day) && (!validTo || day <= validTo),
	);
}

/** What the modules of a group towards somebody say on a day. */
function says(day: string, group: ConductGroup, relation: ConductRelation, stance: "should" | "must_not"): string {
	return valid(day)
		.filter((module) => module.group === group && module.relation === relation)
		.flatMap((module) => module.clauses.filter((clause) => clause.stance === stance))
		.map((clause) => clause.text.vi.toLowerCase())
		.join(" ");
}

/** The matrix of the two circulars in facts §4.3: who, towards whom, what they should and must not. */
const matrix: [ConductGroup, ConductRelation, should: string, mustNot: string][] = [
	[
		"everyone",
		"general",
		"chấp hành pháp luật; giúp đỡ người khác; xanh, sạch, đẹp; trang phục phù hợp",
		"thuốc lá; rượu bia; chất cấm; tin xấu trên mạng; gian lận; vu khống; đe dọa; bạo lực",
	],
	["managers", "pupils", "lời nói chuẩn mực; công bằng; lắng nghe; khích lệ", "xúc phạm; ép buộc; trù dập; bạo hành"],
	[
		"managers",
		"teachers_staff",
		"gương mẫu; dân chủ; minh bạch; bảo vệ uy tín",
		"hách dịch; thiên vị; vụ lợi; né trách nhiệm; che giấu vi phạm",
	],
	["managers", "parents_visitors", "hợp tác; hỗ trợ; lịch sự", "phiền hà; vụ lợi; xúc phạm"],
	[
		"teachers",
		"pupils",
		"mẫu mực; bao dung; khen, phê bình phù hợp; bạo lực học đường",
		"xúc phạm; vụ lợi; trù dập; bạo hành; xâm hại; thờ ơ; che giấu vi phạm",
	],
	["teachers", "managers", "trung thực; tham mưu; chấp hành phân công", "mất đoàn kết; che giấu sai phạm"],
	["teachers", "colleagues", "chia sẻ; tôn trọng khác biệt", "vô cảm; xúc phạm"],
	["teachers", "parents_visitors", "trung thực; hợp tác", "áp đặt; vụ lợi; phiền hà"],
	["staff", "pupils", "đúng mực; giúp đỡ", "gây khó; bạo lực"],
	["staff", "managers", "hợp tác; hoàn thành việc", "né việc; vụ lợi"],
	["staff", "colleagues", "đúng mực; hợp tác", "né tránh trách nhiệm"],
	["staff", "parents_visitors", "đúng mực", "gây khó"],
	["pupils", "teachers_staff", "kính trọng; lễ phép; trung thực", "bịa đặt; xúc phạm; bạo lực"],
	["pupils", "pupils", "thân thiện; giúp đỡ", "nói tục; miệt thị; lôi kéo; phát tán thông tin nói xấu"],
	["pupils", "parents", "yêu thương; lễ phép", ""],
	["pupils", "visitors", "lễ phép", ""],
	["parents", "pupils", "chia sẻ; khích lệ", "xúc phạm; bạo lực"],
	["parents", "school", "tôn trọng; trách nhiệm; hợp tác", "bịa đặt; xúc phạm"],
	["visitors", "pupils", "đúng mực; tôn trọng", "xúc phạm; bạo lực"],
	["visitors", "school", "đúng mực; tôn trọng", "bịa đặt; xúc phạm; bạo lực"],
];

const parts = (cell: string) => cell.split("; ").filter((part) => part !== "");
/** A cell's words in order, others between them: *chấp hành phân công* is said as *chấp hành sự phân công*. */
const saysAll = (text: string, part: string) => new RegExp(part.replaceAll(/[, ]+/g, "[^.]*")).test(text);

it.each(matrix)("says all of the matrix of %s towards %s", (group, relation, should, mustNot) => {
	const missing = [
		...parts(should).filter((part) => !saysAll(says("2026-01-29", group, relation, "should"), part)),
		...parts(mustNot).filter((part) => !saysAll(says("2026-01-29", group, relation, "must_not"), part)),
	];
	expect(missing).toEqual([]);
});

it("has the nine general rules of Thông tư 06/2019, all demanded", () => {
	const general = content.modules.find(({ code }) => code === "CHUNG");
	expect(general?.clauses.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `CHUNG.${n}`));
	expect(general?.clauses.every(({ demanded }) => demanded)).toBe(true);
});

describe("teachers", () => {
	const bases = (day: string) => [
		...new Set(
			valid(day)
				.filter(({ group }) => group === "teachers")
				.flatMap(({ legalBasis }) => legalBasis.map(({ text }) => text.slice(0, 16))),
		),
	];

	it("are under exactly one circular on each day around 30 January 2026", () => {
		expect(bases("2019-05-27")).toEqual([]);
		expect(bases("2019-05-28")).toEqual(["Thông tư 06/2019"]);
		expect(bases("2026-01-29")).toEqual(["Thông tư 06/2019"]);
		expect(bases("2026-01-30")).toEqual(["Thông tư 03/2026"]);
		expect(bases("2026-11-26")).toEqual(["Thông tư 03/2026"]);
	});

	it("report abuse, keep learners' information and behave online as Thông tư 03/2026 asks", () => {
		expect(says("2026-01-30", "teachers", "pupils", "should")).toMatch(/báo ngay.*bạo lực, xâm hại/);
		expect(says("2026-01-30", "teachers", "pupils", "must_not")).toMatch(/công khai thông tin của người học/);
		expect(says("2026-01-30", "teachers", "general", "should")).toMatch(/không gian mạng/);
		expect(says("2026-01-30", "teachers", "general", "must_not")).toMatch(/thuốc lá.*khi làm nhiệm vụ.*che giấu/);
		for (const relation of ["colleagues", "managers", "parents", "community"] as const) {
			expect(says("2026-01-30", "teachers", relation, "should")).not.toBe("");
		}
	});
});

it("has pupils as a group in general and continuing education only", () => {
	const pupils = content.modules.filter(({ group }) => group === "pupils");
	expect(pupils).toHaveLength(4);
	for (const { kinds } of pupils) {
		expect(kinds).toEqual(["TH", "THCS", "PTNC", "THPT", "GDTX", "CB"]);
		expect(kinds?.filter((kind) => (preschoolKinds as string[]).includes(kind))).toEqual([]);
	}
	const others = content.modules.filter(({ group }) => group !== "pupils");
	expect(others.filter(({ kinds }) => kinds)).toEqual([]);
});

it("covers the six groups of people, everybody beside them", () => {
	const groups = new Set(valid("2026-11-26").map(({ group }) => group));
	expect([...groups].sort()).toEqual(["everyone", "managers", "parents", "pupils", "staff", "teachers", "visitors"]);
});

it("gives modules and clauses codes of their own, the clause's led by its module's", () => {
	const modules = content.modules.map(({ code }) => code);
	expect(new Set(modules).size).toBe(modules.length);
	expect(new Set(clauses.map(({ code }) => code)).size).toBe(clauses.length);
	for (const { code, clauses: own } of content.modules) {
		expect(own.every((clause) => clause.code.startsWith(`${code}.`))).toBe(true);
	}
});

it("says in short sentences what is done and what is not, in both languages", () => {
	for (const { code, stance, text } of clauses) {
		expect(text.en, code).toBeTruthy();
		expect(text.vi.endsWith("."), code).toBe(true);
		expect(text.vi.length, code).toBeLessThan(220);
		if (stance === "must_not") expect(text.vi, code).toMatch(/^Không /);
		else expect(text.vi, code).not.toMatch(/^Không /);
	}
});

it("lets a school drop only what the office proposes", () => {
	const free = clauses.filter(({ demanded }) => !demanded).map(({ code }) => code);
	expect(free).toEqual("BVTE.4 QL-CM.8 NV-HS.5 NH-BAN.8 CM-NT.5 CM-NT.6 KH-HS.4 KH-NT.4".split(" "));
});

describe("its return", () => {
	const form = codeOfConduct.definition;
	const school = (more: Partial<SchoolFacts>): SchoolFacts => ({
		kind: "MN",
		ownership: "cong_lap",
		classrooms: 10,
		pupils: 300,
		staff: 25,
		sites: 1,
		...more,
	});

	it("asks for nothing that the school's record knows", () => {
		const text = JSON.stringify(form);
		for (const field of conductField.options) expect(text).toContain(`"${field}"`);
		const asked = form.sections.flatMap(({ items }) => items.filter(({ type }) => type !== "computed"));
		expect(asked.map(({ code }) => code)).toEqual(
			"QTUX-PA.1 QTUX-PA.2 QTUX-VP.1 QTUX-NV.1 QTUX-NV.2 QTUX-NV.3 QTUX-KN.1 QTUX-KN.2 QTUX-KN.3".split(" "),
		);
	});

	it("has the columns of the office's table of codes", () => {
		const facts = school({
			conduct_stage: "published",
			conduct_decision: "12/QĐ-MNGA",
			conduct_groups: 5,
			conduct_groups_wanted: 5,
			conduct_voices: 40,
			conduct_agreed_percent: 95,
			conduct_on_web: 1,
			conduct_on_board: 0,
			conduct_asked: 25,
			conduct_signed: 20,
			conduct_channel: "0228 123 456",
			conduct_outdated: 0,
		});
		const got = (code: string) => figureOf(form, answersOf({ "QTUX-VP.1": "khong" }), facts, code);
		expect([got("SO-QD"), got("DU-NHOM"), got("DONG-THUAN"), got("WEB"), got("BANG-TIN")]).toEqual([
			"12/QĐ-MNGA",
			true,
			38,
			true,
			false,
		]);
		expect([got("DA-KY"), got("PHAI-KY"), got("KENH"), got("VI-PHAM"), got("LAC-HAU")]).toEqual([
			20,
			25,
			true,
			0,
			false,
		]);
		const silent = { ...facts, conduct_channel: null };
		expect(figureOf(form, answersOf({ "QTUX-VP.1": "khong" }), silent, "KENH")).toBe(false);
	});

	it("knows no conduct of preschool children", () => {
		const values = answersOf({ "QTUX-VP.1": "co", "QTUX-NV#a": 1, "QTUX-NV.1#a": "nguoi_hoc", "QTUX-NV.3#a": 1 });
		const checks = (kind: string) =>
			validateReturn(form, values, school({ kind })).flatMap((fault) =>
				fault.code === "check_failed" ? fault.check : [],
			);
		expect(checks("LMN")).toEqual(["QTUX-KT.2"]);
		expect(checks("TH")).toEqual([]);
	});
});
