import { describe, expect, test } from "vitest";
import { verdictItems } from "#app/domain/forms/criteria.ts";
import type { SchoolFacts } from "#app/domain/forms/schema.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { verdict } from "#app/domain/forms/verdict.ts";
import { cleanText } from "#app/domain/text.ts";
import { general18 } from "#db/seed/library/general.ts";
import { preschool2019 } from "#db/seed/library/preschool.ts";
import { firstAnswers, generateAnswers, type Wish } from "./answers.ts";
import { generalDefects } from "./defects-general.ts";
import { preschoolFacilityDefects } from "./defects-preschool.ts";
import { preschoolCareDefects } from "./defects-preschool-care.ts";
import { randomFrom } from "./random.ts";

const preschoolDefects = [...preschoolFacilityDefects, ...preschoolCareDefects];
const school = (kind: string): SchoolFacts => ({
	kind,
	ownership: "cong_lap",
	classrooms: kind === "NTDL" ? 1 : 12,
	pupils: 300,
	staff: 25,
	sites: 2,
});

const forms = [
	{ name: "preschool", definition: preschool2019.definition, defects: preschoolDefects, kinds: ["MN", "NTDL"] },
	{ name: "general", definition: general18.definition, defects: generalDefects, kinds: ["TH", "THPT", "CB"] },
];

describe.each(forms)("returns of the $name checklist", ({ definition, defects, kinds }) => {
	const wish = (seed: string, wanted: Wish["wanted"], more: Partial<Wish> = {}): Wish => ({
		definition,
		school: school(kinds[0] ?? ""),
		random: randomFrom(seed),
		day: "2026-09-20",
		defects,
		wanted,
		...more,
	});

	test.each(["met", "not_met"] as const)("come out as %s and can be sent as they are", (wanted) => {
		for (let seed = 0; seed < 60; seed += 1) {
			const facts = school(kinds[seed % kinds.length] ?? "");
			const answers = generateAnswers(wish(`${seed}`, wanted, { school: facts }));
			expect(validateReturn(definition, answers, facts).filter((fault) => fault.severity === "error")).toEqual([]);
			expect(verdict(definition, answers, facts).result).toBe(wanted);
		}
	});

	test("are the same for the same seed and differ for another", () => {
		const once = generateAnswers(wish("a", "not_met"));
		expect(generateAnswers(wish("a", "not_met"))).toEqual(once);
		expect(generateAnswers(wish("b", "not_met"))).not.toEqual(once);
	});

	test("can be cut off in the middle", () => {
		const whole = generateAnswers(wish("a", "met"));
		const half = firstAnswers(definition, whole, 0.5);
		expect(Object.keys(half).length).toBe(Math.round(Object.keys(whole).length / 2));
	});

	test("every defect speaks of an item of the form, in clean text with its variants closed", () => {
		const codes = new Set(verdictItems(definition).map((item) => item.code));
		for (const { item, remark, what, request = "" } of defects) {
			expect(codes).toContain(item);
			for (const text of [remark, what, request]) {
				expect(text).toBe(cleanText(text));
				expect(randomFrom("x").vary(text)).not.toMatch(/[{}|]/);
			}
		}
	});
});

test("a knock-out that happened fails a preschool that meets everything else", () => {
	const answers = generateAnswers({
		definition: preschool2019.definition,
		school: school("MN"),
		random: randomFrom("k"),
		day: "2026-09-20",
		defects: preschoolDefects,
		wanted: "not_met",
		knockedOut: true,
	});
	expect(verdict(preschool2019.definition, answers, school("MN")).knockouts).toEqual(["MN-LT10.1"]);
	expect(answers["MN-LT10.1"]?.note).toMatch(/nằm viện/);
});
