import { expect, test } from "vitest";
import { findClause, findModule } from "#app/domain/authoring/code-edits.ts";
import { skeletonCode } from "#app/domain/authoring/code-make.ts";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import { applyEdits } from "#app/domain/authoring/edits.ts";
import { codeFormEdits } from "./code-form-edits.ts";

const draft: Draft = {
	title: { vi: "Bộ quy tắc" },
	kinds: [],
	validFrom: null,
	validTo: null,
	legalBasis: [],
	definition: {
		sections: [],
		checks: [],
		figures: [],
		lights: [],
		lists: [],
		rule: { type: "none" },
		failure: { remark: false, measure: false },
	},
	conduct: skeletonCode([]),
};
const post = (fields: Record<string, string>) => {
	const asked = codeFormEdits(draft, fields);
	return { ...asked, conduct: applyEdits(draft, asked?.edits ?? []).conduct ?? { modules: [] } };
};

test("texts and days of a code are saved by forms, and the page goes on where one was", () => {
	const clause = { clause: "GV-TC.1", text: "Không xúc phạm.", text_en: "Do not insult.", stance: "must_not" };
	const saved = post({ intent: "save_clause", ...clause, demanded: "on" });
	expect(saved.to).toBe("clause=GV-TC.1");
	expect(findClause(saved.conduct, "GV-TC.1")?.clause).toEqual({
		code: "GV-TC.1",
		stance: "must_not",
		text: { vi: "Không xúc phạm.", en: "Do not insult." },
		demanded: true,
	});
	const part = { module: "GV-TC", group: "teachers", relation: "pupils", validFrom: "2026-12-01", validTo: "" };
	expect(findModule(post({ intent: "save_module", ...part }).conduct, "GV-TC")).toMatchObject({
		relation: "pupils",
		validFrom: "2026-12-01",
		validTo: null,
	});
});

test("clauses and parts are added, copied, moved and taken away by forms", () => {
	const added = post({ intent: "add_clause", clause: "GV-TC.1" });
	expect(added.to).toBe("clause=GV-TC.2");
	expect(findModule(added.conduct, "GV-TC")?.clauses.map(({ code }) => code)).toEqual(["GV-TC.1", "GV-TC.2"]);
	expect(post({ intent: "add_module", group: "parents" }).to).toBe("module=CM-HS");
	expect(post({ intent: "duplicate_module", module: "GV-TC" }).to).toBe("module=GV-TC-2");
	expect(findClause(post({ intent: "down", clause: "GV-TC.1" }).conduct, "GV-TC.1")?.module.code).toBe("NV-TC");
	expect(findModule(post({ intent: "remove_module", module: "K-TC" }).conduct, "K-TC")).toBeNull();
});

test("rubbish changes nothing, and what is asked of the form about the code is left to it", () => {
	const rubbish: Record<string, string>[] = [
		{ intent: "save_clause", clause: "NO.1", text: "x", stance: "perhaps" },
		{ intent: "save_module", module: "GV-TC", group: "x", relation: "", validFrom: "hôm qua", validTo: "x" },
		{ intent: "add_module", group: "x" },
		{ intent: "add_clause", clause: "NO.1" },
	];
	for (const fields of rubbish) expect(post(fields).conduct.modules).toEqual(draft.conduct?.modules);
	expect(codeFormEdits(draft, { intent: "add_section" })).toBeNull();
	expect(codeFormEdits(draft, { intent: "up", section: "A" })).toBeNull();
	expect(codeFormEdits({ ...draft, conduct: undefined }, { intent: "save_clause" })).toBeNull();
});
