import { describe, expect, test } from "vitest";
import { answerKey, parseAnswerKey } from "#app/domain/forms/answers.ts";
import { computedValues } from "#app/domain/forms/computed.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { isRowId, rowsOf } from "#app/domain/forms/rows.ts";
import type { Answers, SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { cameraStatus } from "#db/seed/library/camera.ts";
import { area, roster } from "#db/seed/library/camera-areas.ts";
import { cameraAnswers } from "./camera-answers.ts";

const form = cameraStatus.definition;
const FIRST = "2026-05-20";
const SECOND = "2026-11-20";

const schools: SchoolFacts[] = [
	{ kind: "MN", ownership: "cong_lap", classrooms: 12, pupils: 340, staff: 28, sites: 3 },
	{ kind: "MG", ownership: "tu_thuc", classrooms: 6, pupils: 120, staff: 14, sites: 1 },
	{ kind: "NTDL", ownership: "tu_thuc", classrooms: 2, pupils: 24, staff: 4, sites: 1 },
	{ kind: "LMN", ownership: "dan_lap", classrooms: null, pupils: null, staff: null, sites: null },
];
const [large = schools[0] as SchoolFacts] = schools;

const keys = Array.from({ length: 150 }, (_, at) => `school-${at}`);
const cameras = (answers: Answers, school: SchoolFacts) =>
	Number(computedValues(form, answers, school).get("CAM-TH.3") ?? 0);
const rows = (answers: Answers) => rowsOf(answers, new Set([roster])).get(roster) ?? [];
const valuesOf = (answers: Answers, item: string) => rows(answers).map((row) => answers[answerKey(item, row)]?.value);

/** An item of the form, in a row that devices could have made; or the place of such a row. */
function isAsked(key: string): boolean {
	const { item, row } = parseAnswerKey(key);
	const { itemByCode, rosterOf } = prepare(form);
	if (item === roster) return isRowId(row);
	return itemByCode.has(item) && (row === "" ? !rosterOf.has(item) : rosterOf.get(item) === roster && isRowId(row));
}

describe.each(schools)("a made-up return of $kind", (school) => {
	test("can be sent in both rounds without a warning and answers only what the form asks", () => {
		for (const key of keys.slice(0, 40)) {
			for (const days of [[FIRST], [FIRST, SECOND]] as const) {
				const answers = cameraAnswers({ school, key, days });
				expect(validateReturn(form, answers, school)).toEqual([]);
				expect(Object.keys(answers).filter((at) => !isAsked(at))).toEqual([]);
			}
		}
	});

	test("has one area for each classroom, each site with its yard, corridor, gate and kitchen", () => {
		const types = valuesOf(cameraAnswers({ school, key: "a", days: [FIRST] }), area.type);
		expect(types.filter((type) => type === "phong_lop")).toHaveLength(school.classrooms ?? 1);
		for (const type of ["san_choi", "hanh_lang", "cong", "bep"]) {
			expect(types.filter((one) => one === type)).toHaveLength(school.sites ?? 1);
		}
	});
});

test("the same wish gives the same answers, another school others", () => {
	const once = cameraAnswers({ school: large, key: "a", days: [FIRST, SECOND] });
	expect(cameraAnswers({ school: large, key: "a", days: [FIRST, SECOND] })).toEqual(once);
	expect(cameraAnswers({ school: large, key: "b", days: [FIRST, SECOND] })).not.toEqual(once);
});

test("a second round keeps rows, names, system; some cameras are repaired, broken or new", () => {
	let [repaired, broke, fresh] = [0, 0, 0];
	for (const key of keys) {
		const before = cameraAnswers({ school: large, key, days: [FIRST] });
		const after = cameraAnswers({ school: large, key, days: [FIRST, SECOND] });
		expect(rows(after)).toEqual(rows(before));
		expect(valuesOf(after, area.name)).toEqual(valuesOf(before, area.name));
		if (cameras(before, large) > 0) {
			for (const item of ["CAM-TT.2", "CAM-HT.1", "CAM-HT.2", "CAM-HT.7", "CAM-HT.8", "CAM-QL.5"]) {
				expect(after[item]).toEqual(before[item]);
			}
		}
		for (const row of rows(before)) {
			const broken = (answers: Answers) => Number(answers[answerKey(area.broken, row)]?.value ?? 0);
			const installed = (answers: Answers) => answers[answerKey(area.installed, row)]?.value === "co";
			if (broken(before) > 0 && broken(after) === 0) repaired += 1;
			if (broken(before) === 0 && broken(after) > 0) broke += 1;
			if (!installed(before) && installed(after)) fresh += 1;
			expect(installed(before) && !installed(after)).toBe(false);
		}
	}
	expect(Math.min(repaired, broke, fresh)).toBeGreaterThan(5);
});

test("public schools seldom have cameras in the classroom, other schools and independent groups more often", () => {
	const share = (school: SchoolFacts) =>
		keys.filter((key) => {
			const answers = cameraAnswers({ school, key, days: [FIRST] });
			return Number(computedValues(form, answers, school).get("CAM-TH.1")) > 0;
		}).length / keys.length;
	const [open, other, group] = schools.map(share);
	expect(open).toBeLessThan(0.2);
	expect(other).toBeGreaterThan(open ?? 1);
	expect(group).toBeGreaterThan(other ?? 1);
	const any = keys.filter((key) => cameras(cameraAnswers({ school: large, key, days: [FIRST] }), large) > 0);
	expect(any.length / keys.length).toBeGreaterThan(0.35);
	expect(any.length / keys.length).toBeLessThan(0.7);
});
