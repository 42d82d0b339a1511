import { expect, test } from "vitest";
import { conductContent } from "#tests/support/build-conduct.ts";
import { firstContent, localModule, mergeIssued, offeredModules } from "./merge.ts";
import { modulesFor } from "./rules.ts";
import type { SchoolClause, SchoolContent } from "./schema.ts";

const issuedOn = (day: string) => modulesFor(conductContent(), "MN", day);
const clausesOf = (content: SchoolContent, code: string) =>
	content.modules.find((module) => module.code === code)?.clauses.map(({ code, status }) => `${code} ${status}`);
const local = (code: string, vi: string): SchoolClause => ({
	code,
	stance: "should",
	text: { vi },
	demanded: false,
	status: "local",
	origin: null,
	revision: 1,
});

test("what was taken over whole has nothing to offer", () => {
	const issued = issuedOn("2026-11-23");
	expect(offeredModules(firstContent(issued), issued)).toEqual([]);
});

test("a new rule for teachers is offered module by module, clause by clause, and taken over whole", () => {
	const base = firstContent(issuedOn("2025-10-01"));
	const issued = issuedOn("2026-01-30");
	const offered = offeredModules(base, issued);
	expect(offered.map(({ code, change, clauses }) => [code, change, clauses.length])).toEqual([
		["GV03-HS", "added", 3],
		["GV06-HS", "removed", 2],
	]);
	expect(offered[0]).toMatchObject({ basisBefore: [], basisAfter: ["Thông tư 03/2026/TT-BGDĐT, Điều 5"] });
	expect(offered[1]?.clauses[0]).toMatchObject({ code: "GV06-HS.1", after: null, yours: null });
	const merged = mergeIssued(base, issued, 4);
	expect(merged.modules.map(({ code }) => code)).toEqual(issued.map(({ code }) => code));
	expect(offeredModules(merged, issued)).toEqual([]);
});

test("wordings of the school stay, kept texts follow, what is demanded comes back, local clauses are never lost", () => {
	const base = firstContent(issuedOn("2025-10-01"));
	const clauses = Object.fromEntries(base.modules.flatMap((module) => module.clauses).map((one) => [one.code, one]));
	Object.assign(clauses["TC.1"] ?? {}, { status: "reworded", text: { vi: "Theo pháp luật." } });
	Object.assign(clauses["QL-NV.1"] ?? {}, { status: "dropped" });
	Object.assign(clauses["QL-NV.2"] ?? {}, { status: "dropped" });
	base.modules.find(({ code }) => code === "TC")?.clauses.splice(1, 0, local("DP.1", "Chào hỏi."));
	base.modules.find(({ code }) => code === "GV06-HS")?.clauses.push(local("DP.2", "Đón trẻ tận cửa lớp."));
	base.modules.push({ ...localModule("staff", "parents"), clauses: [local("DP.3", "Lễ phép.")] });
	const issued = issuedOn("2026-11-23");
	const text = (code: string, change: object) => {
		for (const module of issued)
			module.clauses = module.clauses.map((one) => (one.code === code ? { ...one, ...change } : one));
	};
	text("TC.1", { text: { vi: "Chấp hành pháp luật, điều lệ." } });
	text("NV-HS.1", { text: { vi: "Đúng mực, tận tình." } });
	text("QL-NV.1", { demanded: true });
	const offered = offeredModules(base, issued);
	expect(offered.flatMap(({ clauses }) => clauses.map(({ code, yours }) => [code, yours?.status ?? null]))).toEqual([
		["TC.1", "reworded"],
		["QL-NV.1", "dropped"],
		["GV03-HS.1", null],
		["GV03-HS.2", null],
		["GV03-HS.3", null],
		["NV-HS.1", null],
		["GV06-HS.1", null],
		["GV06-HS.2", null],
	]);
	const merged = mergeIssued(base, issued, 7);
	expect(clausesOf(merged, "TC")).toEqual(["TC.1 reworded", "DP.1 local", "TC.2 kept"]);
	expect(clausesOf(merged, "QL-NV")).toEqual(["QL-NV.1 kept", "QL-NV.2 dropped"]);
	expect(clausesOf(merged, "GV03-HS")).toEqual(["GV03-HS.1 kept", "GV03-HS.2 kept", "GV03-HS.3 kept", "DP.2 local"]);
	expect(clausesOf(merged, "DP-staff-parents")).toEqual(["DP.3 local"]);
	const [first] = merged.modules[0]?.clauses ?? [];
	expect(first).toMatchObject({
		text: { vi: "Theo pháp luật." },
		origin: { vi: "Chấp hành pháp luật, điều lệ." },
		revision: 7,
	});
	expect(offeredModules(merged, issued)).toEqual([]);
});

test("a local clause whose group is gone gets a module of the school's own", () => {
	const base = firstContent(issuedOn("2026-11-23"));
	base.modules.find(({ code }) => code === "K-NT")?.clauses.push(local("DP.1", "Ghi sổ khách."));
	const merged = mergeIssued(
		base,
		issuedOn("2026-11-23").filter(({ code }) => code !== "K-NT"),
		1,
	);
	expect(clausesOf(merged, "K-NT")).toBeUndefined();
	expect(clausesOf(merged, "DP-visitors-school")).toEqual(["DP.1 local"]);
});
