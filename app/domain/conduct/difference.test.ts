import fc from "fast-check";
import { expect, test } from "vitest";
import { conductContent } from "#tests/support/build-conduct.ts";
import { meaningKey } from "../text.ts";
import { changesBetween, isMaterial } from "./difference.ts";
import { fingerprint } from "./fingerprint.ts";
import { firstContent } from "./merge.ts";
import { modulesFor } from "./rules.ts";
import type { SchoolContent } from "./schema.ts";

const content = (): SchoolContent => firstContent(modulesFor(conductContent(), "TH", "2026-11-23"));
const changed = (code: string, change: (clause: SchoolContent["modules"][number]["clauses"][number]) => void) => {
	const made = content();
	for (const clause of made.modules.flatMap(({ clauses }) => clauses)) if (clause.code === code) change(clause);
	return made;
};
const reworded = (from: string, to: string): [SchoolContent, SchoolContent] => [
	changed("TC.1", (clause) => {
		clause.text = { vi: from };
	}),
	changed("TC.1", (clause) => {
		clause.text = { vi: to };
	}),
];

test.each([
	["Khoẻ mạnh, hoà nhã", "Khỏe mạnh, hòa nhã"],
	["Chấp hành pháp luật.", "chấp hành  Pháp luật"],
	["Ứng xử thuỷ chung; tôn trọng", "Ứng xử thủy chung, tôn trọng."],
	["Kính trọng thầy cô", "Kính trọng thầy cô".normalize("NFD")],
	["“Nói lời hay” – làm việc tốt", "Nói lời hay, làm việc tốt"],
])("a small change: %s → %s", (from, to) => {
	expect(meaningKey(from)).toBe(meaningKey(to));
	expect(isMaterial(...reworded(from, to))).toBe(false);
});

test.each([
	["Được hút thuốc", "Không được hút thuốc"],
	["Ma", "Má"],
	["Bảo vệ", "Bao vệ"],
	["Trong 1,5 giờ", "Trong 15 giờ"],
	["Tốt 50%", "Tốt 50"],
	["thầy và cô", "thầy, cô"],
	["đường", "dường"],
	["ân cần", "an cần"],
])("a material change: %s → %s", (from, to) => {
	expect(isMaterial(...reworded(from, to))).toBe(true);
});

test("added, dropped, turned round or in another place is material; order, basis and translation are not", () => {
	const before = content();
	expect(isMaterial(null, before)).toBe(true);
	const dropped = changed("QL-NV.1", (clause) => {
		clause.status = "dropped";
	});
	expect([isMaterial(before, dropped), isMaterial(dropped, before)]).toEqual([true, true]);
	const turned = changed("QL-NV.1", (clause) => {
		clause.stance = "must_not";
	});
	expect(isMaterial(before, turned)).toBe(true);
	const elsewhere = content();
	for (const module of elsewhere.modules) if (module.code === "NV-HS") module.group = "managers";
	expect(isMaterial(before, elsewhere)).toBe(true);
	const sorted = content();
	for (const module of sorted.modules) module.clauses.reverse();
	sorted.basis = ["Điều lệ trường"];
	expect(isMaterial(before, sorted)).toBe(false);
	const translated = changed("TC.1", (clause) => {
		clause.text = { ...clause.text, en: "Obey the law." };
	});
	expect(isMaterial(before, translated)).toBe(false);
	expect(changesBetween(before, translated)).toMatchObject([{ code: "TC.1", small: true }]);
});

test("changes are told by clause with what was and what is", () => {
	const after = changed("TC.1", (clause) => {
		clause.text = { vi: "Chấp hành pháp luật và nội quy." };
	});
	after.modules = after.modules.filter(({ code }) => code !== "K-NT");
	expect(changesBetween(content(), after)).toMatchObject([
		{ code: "TC.1", group: "everyone", before: { text: { vi: "Chấp hành pháp luật." } }, small: false },
		{ code: "K-NT.1", group: "visitors", after: null, small: false },
	]);
});

/** What a person reads, written out in a way of its own. */
function page({ modules, basis }: SchoolContent): string {
	const lines: string[] = [...basis.map((line) => `basis ${line}`)];
	for (const group of ["everyone", "managers", "teachers", "staff", "pupils", "parents", "visitors"]) {
		const own = modules.filter(
			(module) => module.group === group && module.clauses.some(({ status }) => status !== "dropped"),
		);
		if (own.length === 0) continue;
		const cited = own.flatMap(({ legalBasis }) => legalBasis.map(({ text }) => text));
		lines.push(`group ${group} ${cited.filter((text, index) => cited.indexOf(text) === index).join("|")}`);
		for (const relation of [...new Set(own.map((module) => module.relation))].sort())
			for (const module of own.filter((one) => one.relation === relation))
				for (const { status, stance, text } of module.clauses)
					if (status !== "dropped") lines.push(`${relation} ${stance} ${text.vi} / ${text.en ?? ""}`);
	}
	return lines.join("\n");
}

test("the fingerprint changes when, and only when, what people read changes", () => {
	const step = fc.record({
		clause: fc.nat(30),
		what: fc.constantFrom("drop", "keep", "reword", "turn", "revise", "recode", "demand", "translate", "basis", "none"),
		text: fc.constantFrom("A", "B", "Chấp hành pháp luật."),
	});
	const steps = fc.array(step, { maxLength: 4 });
	fc.assert(
		fc.property(steps, steps, (first, second) => {
			const [one, other] = [first, second].map((all) => {
				const made = content();
				const clauses = made.modules.flatMap((module) => module.clauses);
				for (const { clause: at, what, text } of all) {
					const clause = clauses[at % clauses.length];
					if (!clause) continue;
					if (what === "drop") clause.status = "dropped";
					if (what === "keep") clause.status = "kept";
					if (what === "reword") clause.text = { vi: text };
					if (what === "turn") clause.stance = clause.stance === "should" ? "must_not" : "should";
					if (what === "revise") clause.revision += 1;
					if (what === "recode") clause.code += "x";
					if (what === "demand") clause.demanded = !clause.demanded;
					if (what === "translate") clause.text.en = text;
					if (what === "basis") made.basis = [text];
				}
				return made;
			}) as [SchoolContent, SchoolContent];
			expect(fingerprint(one) === fingerprint(other)).toBe(page(one) === page(other));
		}),
		{ numRuns: 400 },
	);
});
