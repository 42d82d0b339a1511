import { describe, expect, it } from "vitest";
import { checkDefinition } from "../../../app/domain/forms/check-definition.ts";
import { type Definition, definition, type Item, type VerdictItem } from "../../../app/domain/forms/schema.ts";
import { validateAnswer } from "../../../app/domain/forms/validate.ts";
import type { LibraryTemplate } from "./draft.ts";
import { library } from "./library.ts";

function byCode(code: string): LibraryTemplate {
	const found = library.find((template) => template.code === code);
	if (!found) throw new Error(`The library has no template ${code}`);
	return found;
}

function items(form: Definition): Item[] {
	return form.sections.flatMap((section) => section.items);
}

function verdicts(template: LibraryTemplate): VerdictItem[] {
	return items(template.definition).filter((item) => item.type === "verdict");
}

function criteria(template: LibraryTemplate): VerdictItem[] {
	return verdicts(template).filter((item) => item.counted && !item.knockout);
}

/** Every string a person may read, wherever it stands. */
function strings(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(strings);
	if (value && typeof value === "object") return Object.values(value).flatMap(strings);
	return [];
}

/** Every pair of Vietnamese and English, wherever it stands. */
function bilinguals(value: unknown): { vi: unknown; en?: unknown }[] {
	if (Array.isArray(value)) return value.flatMap(bilinguals);
	if (!value || typeof value !== "object") return [];
	if ("vi" in value) return [value as { vi: unknown; en?: unknown }];
	return Object.values(value).flatMap(bilinguals);
}

/** The item codes a condition or check speaks of. */
function mentioned(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(mentioned);
	if (!value || typeof value !== "object") return [];
	const own = "item" in value && typeof value.item === "string" ? [value.item] : [];
	const counted = "outcome" in value && "items" in value ? strings(value.items) : [];
	return [...own, ...counted, ...Object.values(value).flatMap(mentioned)];
}

describe.each(library.map((template) => [template.code, template] as const))("%s", (_code, template) => {
	it("is a valid form that survives storage as JSON", () => {
		expect(definition.parse(JSON.parse(JSON.stringify(template.definition)))).toEqual(template.definition);
	});

	it("has no fault that would keep it from being published", () => {
		expect(checkDefinition(template.definition).filter((fault) => fault.severity === "error")).toEqual([]);
	});

	it("gives every item and section its own code", () => {
		const codes = items(template.definition).map((item) => item.code);
		expect(new Set(codes).size).toBe(codes.length);
		const sections = template.definition.sections.map((section) => section.code);
		expect(new Set(sections).size).toBe(sections.length);
	});

	it("speaks only of items it has, in conditions, checks, figures, lights and lists", () => {
		const codes = new Set(items(template.definition).map((item) => item.code));
		const { sections, checks, figures, lights, lists } = template.definition;
		const expressions = [sections, checks, figures, lights, lists].flatMap(mentioned);
		const named = [...expressions, ...[...checks, ...lists].flatMap((part) => part.items)];
		expect(named.filter((code) => !codes.has(code))).toEqual([]);
	});

	it("gives every check, figure, light and list its own code, no figure that of an item", () => {
		const { checks, figures, lights, lists } = template.definition;
		for (const part of [checks, figures, lights, lists]) {
			const codes = part.map(({ code }) => code);
			expect(new Set(codes).size).toBe(codes.length);
		}
		const answered = new Set(items(template.definition).map((item) => item.code));
		expect(figures.filter(({ code }) => answered.has(code))).toEqual([]);
	});

	it("names each row by an item of the row, and begins rows with answers the items take", () => {
		for (const { roster, items: own } of template.definition.sections) {
			if (!roster) continue;
			expect(own.map(({ code }) => code)).toContain(roster.title);
			expect(own.filter(({ type }) => type === "verdict")).toEqual([]);
			for (const [code, value] of roster.prefill.flatMap(({ set }) => Object.entries(set))) {
				const item = own.find((one) => one.code === code);
				if (!item) throw new Error(`no item ${code}`);
				expect(validateAnswer(item, { value, note: "", measure: null })).toEqual([]);
			}
		}
	});

	it("says everything in Vietnamese and in English", () => {
		const missing = bilinguals(template).filter((words) => !words.vi || !words.en);
		expect(missing).toEqual([]);
		expect(bilinguals(template).length).toBeGreaterThan(items(template.definition).length);
	});

	it("is written in NFC, without stray spaces", () => {
		const untidy = strings(template).filter(
			(text) => text !== text.normalize("NFC") || text !== text.trim() || /\s{2}/.test(text),
		);
		expect(untidy).toEqual([]);
	});

	it("gives the basis of every criterion", () => {
		expect(verdicts(template).filter((item) => !item.legalBasis)).toEqual([]);
		expect(template.legalBasis.length).toBeGreaterThan(0);
	});

	it("does not pass for the official annex", () => {
		expect(template.checkedAgainstAnnex).toBe(false);
		expect(template.notes.vi).toMatch(/^Bản làm việc, chưa đối chiếu phụ lục chính thức/);
		const claims = strings(template).filter(
			(text) => /theo phụ lục|chính thức/i.test(text) && !/chưa đối chiếu/.test(text),
		);
		expect(claims).toEqual([]);
		const annexes = verdicts(template).filter((item) => /phụ lục|bảng kiểm/i.test(item.legalBasis?.text ?? ""));
		expect(annexes.filter((item) => !item.legalBasis?.text.includes("chưa đối chiếu"))).toEqual([]);
	});
});

const checklists = library.filter((template) => verdicts(template).length > 0);
const statusForms = library.filter((template) => verdicts(template).length === 0);

it.each(checklists.map((template) => [template.code, template] as const))(
	"%s asks what was wrong and what will be done when a criterion fails",
	(_code, template) => {
		expect(template.definition.failure).toEqual({ remark: true, measure: true });
	},
);

describe.each(statusForms.map((template) => [template.code, template] as const))("%s", (_code, template) => {
	it("lets nobody pass or fail", () => {
		expect(template.definition.rule).toEqual({ type: "none" });
	});

	it("speaks of no annex but to say that it was not compared with one", () => {
		const rest = strings(template).map((text) => text.replaceAll(/chưa đối chiếu phụ lục/gi, ""));
		expect(rest.filter((text) => /phụ lục/i.test(text))).toEqual([]);
	});

	it("asks for no child's name, class or birthday", () => {
		const asks = items(template.definition).filter((item) => item.type !== "computed" && item.type !== "choice");
		const naming = /(họ tên|tên|lớp|ngày sinh|hình ảnh).{0,12}(của )?(trẻ|học sinh|người học|các em)/i;
		expect(asks.filter((item) => naming.test(item.text.vi)).map(({ code }) => code)).toEqual([]);
	});

	it("takes free text only where it cannot tell of a child, or warns of it", () => {
		const free = items(template.definition).filter(
			(item) => (item.type === "text" || item.type === "longtext") && !item.anonymous,
		);
		expect(free.map(({ code }) => code).filter((code) => !adultTexts.includes(code))).toEqual([]);
		const warned = items(template.definition).filter((item) => "anonymous" in item && item.anonymous);
		expect(warned.filter((item) => item.required || !item.hint?.vi.includes("Không ghi tên"))).toEqual([]);
	});

	it("tells every figure of several columns under a heading, and each column from its neighbours", () => {
		const heads = template.definition.figures.map(({ group, label }) => `${group?.vi ?? ""}|${label.vi}`);
		expect(new Set(heads).size).toBe(heads.length);
		expect(template.definition.figures.length).toBeGreaterThan(5);
	});
});

/** Free text that speaks of things and adults: area and provider of cameras, the person in charge, the examples to commend. */
const adultTexts = ["CAM-TT.2", "CAM-KV.1", "CAM-KV.10", "CAM-HT.7", "CAM-QL.2", "NG-DS.2", "NG-DS.4"];

describe("the library", () => {
	it("is ten templates with codes of their own", () => {
		expect(library.map((template) => template.code)).toEqual([
			"BK-MN-2019",
			"BK-MN-45",
			"BK-PT-18",
			"ND80-22",
			"QTUX-566",
			"BK-CAMERA",
			"BK-GDKN",
			"BK-VUVIEC",
			"BK-KIEMTRA",
			"BK-NEUGUONG",
		]);
	});

	it("judges schools by four checklists only, and has one code of conduct", () => {
		expect(checklists.map(({ code }) => code)).toEqual(["BK-MN-2019", "BK-MN-45", "BK-PT-18", "ND80-22"]);
		expect(library.filter(({ conduct }) => conduct).map(({ code }) => code)).toEqual(["QTUX-566"]);
	});

	it("marks a number form's basis as read only where the text itself was", () => {
		const verified = statusForms.flatMap(({ legalBasis }) => legalBasis.filter((basis) => basis.verified));
		const documents = /^(Công văn 566-CV\/HU|Luật Trẻ em 2016|Nghị định (56|80)\/2017|Thông tư (06\/2019|03\/2026))/;
		expect(verified.filter(({ text }) => !documents.test(text))).toEqual([]);
		expect(verified.length).toBeGreaterThan(8);
	});

	it.each(["BK-MN-2019", "BK-MN-45"])("%s counts the 40 criteria of the bank and skips I.9", (code) => {
		const counted = criteria(byCode(code)).map((item) => item.code);
		expect(counted).toHaveLength(40);
		expect(counted).not.toContain("MN-I.9");
		const groups = ["I", "II", "III", "IV"].map(
			(group) => counted.filter((item) => item.startsWith(`MN-${group}.`)).length,
		);
		expect(groups).toEqual([21, 5, 7, 7]);
	});

	it("asks the same criteria in both preschool templates", () => {
		const text = (code: string) => criteria(byCode(code)).map((item) => [item.code, item.text]);
		expect(text("BK-MN-2019")).toEqual(text("BK-MN-45"));
	});

	it("cites nothing issued after 2019 in the template of 2019", () => {
		const bases = [
			...byCode("BK-MN-2019").legalBasis,
			...verdicts(byCode("BK-MN-2019")).map((item) => item.legalBasis),
		];
		const years = bases
			.flatMap((basis) => [...(basis?.text.matchAll(/\/(20\d\d)\//g) ?? [])])
			.map((match) => Number(match[1]));
		expect(years.length).toBeGreaterThan(0);
		expect(Math.max(...years)).toBeLessThanOrEqual(2019);
	});

	it.each(["BK-MN-2019", "BK-MN-45"])("%s flags no preschool criterion as mandatory", (code) => {
		expect(verdicts(byCode(code)).filter((item) => item.mandatory !== false)).toEqual([]);
	});

	it.each(["BK-MN-2019", "BK-MN-45"])("%s keeps the district's ten additions out of the count", (code) => {
		const section = byCode(code).definition.sections.find((candidate) => candidate.code === "BS");
		expect(section?.items.map((item) => item.type === "verdict" && item.counted)).toEqual(Array(10).fill(false));
	});

	it("knocks out on the one event of 2010 and the three of 2021, which nobody can call not applicable", () => {
		const knockouts = (code: string) => verdicts(byCode(code)).filter((item) => item.knockout);
		expect(knockouts("BK-MN-2019").map((item) => item.code)).toEqual(["MN-LT10.1"]);
		expect(knockouts("BK-MN-45").map((item) => item.code)).toEqual(["MN-LT.1", "MN-LT.2", "MN-LT.3"]);
		for (const item of [...knockouts("BK-MN-2019"), ...knockouts("BK-MN-45")]) {
			expect(item.allowNa).toBe(false);
			expect(item.labels).toMatchObject({ met: { vi: "Không xảy ra" }, unmet: { vi: "Có xảy ra" } });
		}
	});

	it("has a line of the count rule for every kind of preschool", () => {
		const template = byCode("BK-MN-45");
		const rule = template.definition.rule;
		const named = rule.type === "count" ? rule.bands.flatMap((band) => band.kinds ?? []) : [];
		expect([...named].sort()).toEqual([...template.kinds].sort());
	});

	it("has the 50 criteria of general education in order, some mandatory", () => {
		const found = criteria(byCode("BK-PT-18"));
		expect(found.map((item) => item.code)).toEqual(Array.from({ length: 50 }, (_, index) => `PT-${index + 1}`));
		expect(found.filter((item) => item.mandatory).map((item) => Number(item.code.slice(3)))).toEqual([
			1, 2, 5, 8, 9, 10, 12, 13, 16, 18, 20, 21, 24, 27, 29, 30, 32, 35, 36, 37, 40, 42, 43, 44, 49,
		]);
	});

	it("has the 22 duties of Decree 80, each read in the decree itself", () => {
		const found = criteria(byCode("ND80-22"));
		expect(found.map((item) => item.code)).toEqual(Array.from({ length: 22 }, (_, index) => `ND80-${index + 1}`));
		expect(found.every((item) => item.legalBasis?.verified)).toBe(true);
	});
});
