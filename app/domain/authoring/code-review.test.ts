import { expect, test } from "vitest";
import type { ConductContent, ConductModule } from "../conduct/content-schema.ts";
import { applyCodeEdit, findModule } from "./code-edits.ts";
import { clausesOfLines, duplicateModule, moveClause, moveModule, skeletonCode } from "./code-make.ts";
import { reviewCode } from "./code-review.ts";

const today = "2026-11-26";
const part = (code: string, over: Partial<ConductModule> = {}): ConductModule => ({
	code,
	group: "teachers",
	relation: "pupils",
	legalBasis: [{ text: "Thông tư 06/2019/TT-BGDĐT", verified: true }],
	validFrom: null,
	validTo: null,
	clauses: [{ code: `${code}.1`, stance: "should", text: { vi: "Mẫu mực.", en: "Be a model." }, demanded: false }],
	...over,
});
const groups = ["managers", "teachers", "staff", "parents", "visitors", "pupils"] as const;
const whole = (...more: ConductModule[]): ConductContent => ({
	modules: [...groups.filter((group) => group !== "teachers").map((group) => part(`X-${group}`, { group })), ...more],
});
const found = (content: ConductContent, kinds: string[] = []) =>
	reviewCode({ content, kinds, today }).map((remark) => [remark.code, "at" in remark ? remark.at : remark.group]);

test("a whole code has nothing to look at; each trouble is said where it is", () => {
	expect(found(whole(part("A")))).toEqual([]);
	const clause = { code: "B.1", stance: "should" as const, text: { vi: "", en: "x" }, demanded: false };
	expect(found(whole(part("B", { clauses: [clause], legalBasis: [] })))).toEqual([
		["part_without_basis", ["B"]],
		["clause_without_text", ["B.1"]],
	]);
	expect(found(whole(part("C", { clauses: [] })))).toEqual([["part_without_clause", ["C"]]]);
	expect(found(whole(part("D", { validFrom: "2026-02-01", validTo: "2026-01-01" })))).toEqual([
		["module_ends_before_it_begins", ["D"]],
		["group_missing", "teachers"],
	]);
	const long = { ...clause, text: { vi: `Không xúc phạm ${"a, ".repeat(120)}`, en: "x" } };
	expect(found(whole(part("E", { clauses: [long] }))).map(([code]) => code)).toContain("stance_contradicts");
	expect(found(whole(part("E", { clauses: [long] }))).map(([code]) => code)).toContain("clause_too_long");
});

test("parts that follow each other leave no day out and share none", () => {
	const old = part("A", { validTo: "2026-01-29" });
	expect(found(whole(old, part("B", { validFrom: "2026-01-30" })))).toEqual([]);
	expect(found(whole(old, part("B", { validFrom: "2026-02-01" })))).toEqual([["days_gap", ["A", "B"]]]);
	expect(found(whole(old, part("B", { validFrom: "2026-01-01" })))).toEqual([["days_overlap", ["A", "B"]]]);
	// Kinds of school that have nothing to do with one another do not follow each other.
	expect(
		found(whole({ ...old, kinds: ["MN"] }, part("B", { validFrom: "2026-02-01", kinds: ["TH"] }), part("C"))),
	).toEqual([]);
});

test("groups that the circular demands are missed per kind of school; pupils are none of a preschool", () => {
	const without: ConductContent = { modules: whole(part("A")).modules.filter(({ group }) => group !== "pupils") };
	expect(found(without, ["MN"])).toEqual([]);
	expect(found(without, ["TH"])).toEqual([["group_missing", "pupils"]]);
	expect(reviewCode({ content: without, kinds: [], today })).toMatchObject([{ code: "group_missing", kinds: ["TH"] }]);
	expect(found(whole(part("A")), ["MN"])).toEqual([["pupils_of_preschools", ["X-pupils"]]]);
	expect(found(whole(part("A", { validTo: "2026-11-25" })))).toEqual([["group_missing", "teachers"]]);
});

test("pasted lines become clauses, without their numbers, each as what is to be done or not", () => {
	const lines = clausesOfLines(
		"1. Tôn trọng người học.\n\n- không hút thuốc\na) Nên chào hỏi\n2.1 Hợp tác\n—\n10 phút đầu giờ tự quản",
	);
	expect(lines.map(({ stance, text }) => [stance, text.vi])).toEqual([
		["should", "Tôn trọng người học."],
		["must_not", "Không hút thuốc"],
		["should", "Chào hỏi"],
		["should", "Hợp tác"],
		["should", "10 phút đầu giờ tự quản"],
	]);
});

test("parts and clauses are moved along the outline, and the copy of a part takes over the day after", () => {
	const content = skeletonCode(["MN"]);
	expect(content.modules.map(({ code }) => code)).toEqual(["CHUNG-TC", "QL-TC", "GV-TC", "NV-TC", "CM-TC", "K-TC"]);
	expect(moveClause(content, "CHUNG-TC.1", "up")).toBeNull();
	expect(moveClause(content, "CHUNG-TC.1", "down")).toEqual({
		do: "move_clause",
		clause: "CHUNG-TC.1",
		module: "QL-TC",
		after: null,
	});
	expect(moveModule(content, "QL-TC", "down")).toBeNull();
	const ended = applyCodeEdit(content, { do: "set_module", module: "GV-TC", field: "validTo", value: "2026-12-31" });
	const copy = duplicateModule(ended, "GV-TC");
	if (!copy) throw new Error("no copy");
	const next = applyCodeEdit(ended, copy);
	expect(copy.value).toMatchObject({ code: "GV-TC-2", validFrom: "2027-01-01", validTo: null });
	expect(findModule(next, "GV-TC-2")?.clauses.map(({ code }) => code)).toEqual(["GV-TC-2.1"]);
	const up = moveModule(next, "GV-TC-2", "up");
	if (!up) throw new Error("not moved");
	expect(
		applyCodeEdit(next, up)
			.modules.map(({ code }) => code)
			.slice(1, 4),
	).toEqual(["QL-TC", "GV-TC-2", "GV-TC"]);
});

test("a part takes as many clauses as can be published, and no more", () => {
	const clause = (code: string) => ({ code, stance: "should" as const, text: { vi: "Chào hỏi." }, demanded: false });
	const full = part("A", { clauses: Array.from({ length: 100 }, (_, at) => clause(`A.${at + 1}`)) });
	const content: ConductContent = { modules: [full, part("B")] };
	expect(applyCodeEdit(content, { do: "add_clause", module: "A", after: null, value: clause("A.101") })).toBe(content);
	expect(applyCodeEdit(content, { do: "move_clause", clause: "B.1", module: "A", after: null })).toBe(content);
	const turned = applyCodeEdit(content, { do: "move_clause", clause: "A.100", module: "A", after: null });
	expect(turned.modules[0]?.clauses[0]?.code).toBe("A.100");
	expect(duplicateModule({ modules: [part("M".repeat(40))] }, "M".repeat(40))?.value.clauses[0]?.code.length).toBe(40);
});
