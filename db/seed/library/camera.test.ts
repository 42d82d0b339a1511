import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerKey } from "#app/domain/forms/answers.ts";
import { evaluate } from "#app/domain/forms/evaluate.ts";
import type { AnswerValue, SchoolFacts } from "#app/domain/forms/schema.ts";
import { situation } from "#app/domain/forms/situation.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { answersOf, figureOf } from "#tests/support/figure-of.ts";
import { cameraStatus } from "./camera.ts";
import { area, areasSection, roster } from "./camera-areas.ts";

const form = cameraStatus.definition;
const school: SchoolFacts = { kind: "MN", ownership: "cong_lap", classrooms: 2, pupils: 60, staff: 8, sites: 1 };

type Area = { type: string; side?: string; cameras?: number; broken?: number };

/** The rows of a form; an area without cameras says so. */
function areas(list: Area[]): Record<string, AnswerValue> {
	return Object.assign(
		{},
		...list.map(({ type, side, cameras = 0, broken = 0 }, at) => {
			const row = `r${at + 1}`;
			const given: Record<string, AnswerValue> = {
				[answerKey(roster, row)]: at + 1,
				[answerKey(area.name, row)]: `Khu vực ${at + 1}`,
				[answerKey(area.type, row)]: type,
				[answerKey(area.installed, row)]: cameras > 0 ? "co" : "khong",
			};
			if (side) given[answerKey(area.side, row)] = side;
			if (cameras > 0) {
				given[answerKey(area.cameras, row)] = cameras;
				given[answerKey(area.working, row)] = cameras - broken;
				given[answerKey(area.broken, row)] = broken;
			}
			return given;
		}),
	);
}

const header = { "CAM-TT.1": "2026-11-20", "CAM-TT.4": 2 };
const faultsAt = (values: Record<string, AnswerValue>, item: string, row = "") =>
	validateReturn(form, answersOf({ ...header, ...values }), school).filter(
		(fault) => fault.item === item && fault.row === row && fault.code !== "answer_missing",
	);
const light = (values: Record<string, AnswerValue>, code: string) => {
	const found = form.lights.find((one) => one.code === code);
	if (!found) throw new Error(`no light ${code}`);
	const { scope } = situation(form, answersOf({ ...header, ...values }), school);
	const holds = (condition: typeof found.green) => evaluate(condition, scope) === true;
	if (found.known && !holds(found.known)) return null;
	return holds(found.green) ? "green" : holds(found.amber) ? "amber" : "red";
};

describe("an area", () => {
	it("is never a toilet or a changing room, by type or by name", () => {
		const one = areas([{ type: "ve_sinh" }]);
		expect(faultsAt(one, area.type, "r1")).toMatchObject([{ code: "not_allowed" }]);
		for (const name of ["Nhà vệ sinh tầng 1", "WC nam", "khu toilet", "PHÒNG THAY ĐỒ", "phong tam"]) {
			const named = { ...areas([{ type: "khac", side: "ngoai_lop" }]), [answerKey(area.name, "r1")]: name };
			expect(faultsAt(named, area.name, "r1"), name).toMatchObject([{ code: "not_allowed" }]);
		}
		const fine = { ...areas([{ type: "hanh_lang" }]), [answerKey(area.name, "r1")]: "Hành lang tầng 1" };
		expect(faultsAt(fine, area.name, "r1")).toEqual([]);
	});

	it("has as many cameras as work and are broken", () => {
		const right = areas([{ type: "cong", cameras: 3, broken: 1 }]);
		expect(faultsAt(right, area.working, "r1")).toEqual([]);
		const wrong = { ...right, [answerKey(area.working, "r1")]: 3 };
		expect(faultsAt(wrong, area.working, "r1")).toMatchObject([{ code: "check_failed", check: "CAM-KT.1" }]);
	});

	it("asks of a camera only where there is one, of its side only where the type leaves it open", () => {
		const state = situation(
			form,
			answersOf({ ...header, ...areas([{ type: "phong_lop" }, { type: "phong_an" }, { type: "cong", cameras: 1 }]) }),
			school,
		);
		const shown = state.rows.get(roster)?.map(({ items }) => items);
		expect(shown?.map((items) => items.has(area.cameras))).toEqual([false, false, true]);
		expect(shown?.map((items) => items.has(area.side))).toEqual([false, true, false]);
		expect(shown?.map((items) => items.has(area.brokenOn))).toEqual([false, false, false]);
	});

	it("cannot break after the day of the figures", () => {
		const broken = areas([{ type: "bep", cameras: 1, broken: 1 }]);
		const on = (day: string) => faultsAt({ ...broken, [answerKey(area.brokenOn, "r1")]: day }, area.brokenOn, "r1");
		expect(on("2026-11-20")).toEqual([]);
		expect(on("2026-11-21")).toMatchObject([{ check: "CAM-KT.2" }]);
	});

	it("that is a classroom is one of the school's: too many stop, too few warn", () => {
		const rooms = (number: number) => faultsAt(areas(Array(number).fill({ type: "phong_lop" })), "CAM-TT.4");
		expect(rooms(1)).toMatchObject([{ check: "CAM-KT.4", severity: "warning" }]);
		expect(rooms(2)).toEqual([]);
		expect(rooms(3)).toMatchObject([{ check: "CAM-KT.3", severity: "error" }]);
	});
});

describe("figures of the roll-up", () => {
	const types = areasSection.items
		.flatMap((item) => (item.code === area.type && item.type === "choice" ? item.options : []))
		.flatMap(({ value, refused }) => (refused ? [] : [value]));
	const anyAreas = fc.array(
		fc.record({
			type: fc.constantFrom(...types),
			side: fc.constantFrom("trong_lop", "ngoai_lop"),
			cameras: fc.nat({ max: 6 }),
		}),
		{ maxLength: 30 },
	);

	it("by area add up to all cameras, whatever the areas are", () => {
		fc.assert(
			fc.property(anyAreas, (list) => {
				const answers = answersOf({ ...header, ...areas(list) });
				const figure = (code: string) => Number(figureOf(form, answers, school, code));
				const parts = ["MAT-LOP", "MAT-SAN", "MAT-BEP", "MAT-CONG", "MAT-KHAC"].map(figure);
				const recount = list.reduce((sum, { cameras }) => sum + cameras, 0);
				expect(parts.reduce((sum, one) => sum + one, 0)).toBe(recount);
				expect(figure("MAT")).toBe(recount);
				expect(figure("MAT-HD") + figure("MAT-HONG")).toBe(recount);
			}),
			{ numRuns: 60 },
		);
	});

	it("count a dining place in the classroom as inside, and no camera as zero", () => {
		const list = [
			{ type: "phong_an", side: "trong_lop", cameras: 2 },
			{ type: "cau_thang", cameras: 1 },
		];
		const figure = (code: string) => figureOf(form, answersOf({ ...header, ...areas(list) }), school, code);
		expect([figure("MAT-LOP"), figure("MAT-KHAC"), figure("PHONG-CO")]).toEqual([2, 1, 0]);
		expect([figure("CO-TRONG"), figure("CO-NGOAI")]).toEqual([true, true]);
		const none = answersOf({ ...header, ...areas([{ type: "phong_lop" }]) });
		expect(figureOf(form, none, school, "MAT")).toBe(0);
	});
});

describe("lights", () => {
	it("tell how many classrooms have a camera", () => {
		const rooms = (...cameras: number[]) =>
			light(areas(cameras.map((n) => ({ type: "phong_lop", cameras: n }))), "PHU");
		expect([rooms(0, 0), rooms(1, 0), rooms(1, 2)]).toEqual(["red", "amber", "green"]);
	});

	it("tell how many cameras work, and nothing where there is none", () => {
		const gate = (cameras: number, broken: number) => light(areas([{ type: "cong", cameras, broken }]), "HOAT-DONG");
		expect([gate(0, 0), gate(4, 0), gate(4, 2), gate(4, 3)]).toEqual([null, "green", "amber", "red"]);
	});

	it("tell whether rules, signs and consultation are there", () => {
		const governed = (rules: string, signs: string, asked: string) =>
			light(
				{ ...areas([{ type: "cong", cameras: 1 }]), "CAM-QL.1": rules, "CAM-QL.7": signs, "CAM-QL.8": asked },
				"QUAN-LY",
			);
		expect(governed("co", "day_du", "co")).toBe("green");
		expect(governed("co", "mot_phan", "co")).toBe("amber");
		expect(governed("khong", "day_du", "khong")).toBe("amber");
		expect(governed("khong", "chua", "khong")).toBe("red");
	});
});

it("carries over what seldom changes, never what is of this round", () => {
	const carried = form.sections.flatMap(({ items }) => items.filter(({ carry }) => carry).map(({ code }) => code));
	expect(carried).toEqual(expect.arrayContaining([area.name, area.type, area.installed, "CAM-HT.1", "CAM-QL.2"]));
	const fresh = ["CAM-TT.1", area.working, area.broken, area.brokenOn, area.reason, "CAM-QL.17"];
	const plan = form.sections.find(({ code }) => code === "KH")?.items.map(({ code }) => code) ?? [];
	expect(carried.filter((code) => [...fresh, ...plan].includes(code))).toEqual([]);
});

it("has every column of the district's roll-up, in its order", () => {
	const columns =
		"PHONG PHONG-CO PHONG-TL MAT-LOP MAT-SAN MAT-BEP MAT-CONG MAT-KHAC MAT MAT-HD MAT-HONG MAT-TL NGAY-LUU XEM QUY-CHE TB-YK NGUON THEM";
	const codes = form.figures.map(({ code }) => code);
	expect(codes.slice(0, 18)).toEqual(columns.split(" "));
	expect(codes.at(-1)).toBe("GHI-CHU");
});
