import { expect, test } from "vitest";
import { findClause, findModule } from "./code-edits.ts";
import { addClause, addModule, skeletonCode } from "./code-make.ts";
import type { Draft } from "./draft-schema.ts";
import type { Edit } from "./edit-schema.ts";
import { applyEdits } from "./edits.ts";
import { mergeEdits } from "./merge.ts";
import { choose, openSession, perform, receive, send, undo } from "./session.ts";

const content = skeletonCode([]);
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
	conduct: content,
};
const text = (clause: string, vi: string): Edit => ({ do: "set_clause", clause, field: "text", value: { vi } });
const codeOf = (of: Draft) => of.conduct ?? { modules: [] };

/** What an author has before them when somebody else was first. */
function answered(theirs: Edit[], mine: Edit[]) {
	const sending = send(perform(openSession(draft, 0), mine), "mine");
	const now = applyEdits(draft, theirs);
	const merged = mergeEdits(now, theirs, mine);
	const batches = [
		{ id: "theirs", revision: 1, edits: theirs },
		{ id: "mine", revision: 2, edits: merged.applied },
	];
	const { conflicts, recoding } = merged;
	return receive(sending, { revision: 2, batches, conflicts, recoding });
}

test("two who add a clause to one part at once both keep theirs, the second under the next code; undo follows it", () => {
	const one = addClause(content, "GV-TC", "GV-TC.1");
	const theirs = [one, text(one.value.code, "Của Lan.")];
	const mine = [one, text(one.value.code, "Của Minh.")];
	const session = answered(theirs, mine);
	const clauses = findModule(codeOf(session.view), "GV-TC")?.clauses ?? [];
	expect(clauses.map((clause) => [clause.code, clause.text.vi])).toEqual([
		["GV-TC.1", ""],
		["GV-TC.3", "Của Minh."],
		["GV-TC.2", "Của Lan."],
	]);
	const back = codeOf(undo(session).view);
	expect([findClause(back, "GV-TC.3"), findClause(back, "GV-TC.2")?.clause.text.vi]).toEqual([null, "Của Lan."]);
});

test("two who add a part to one group at once get two parts with clauses of their own", () => {
	const part = addModule(content, "parents");
	const session = answered([part], [part, text(part.value.clauses[0]?.code ?? "", "Của tôi.")]);
	const parts = codeOf(session.view).modules.filter(({ code }) => code.startsWith("CM-HS"));
	expect(parts.map(({ code, clauses }) => [code, clauses.map(({ text }) => text.vi)]).sort()).toEqual([
		["CM-HS", [""]],
		["CM-HS-2", ["Của tôi."]],
	]);
});

test("what was removed under an author's hands comes back as they have it, if they say so", () => {
	const session = answered([{ do: "remove_clause", clause: "GV-TC.1" }], [text("GV-TC.1", "Của tôi.")]);
	const [choice] = session.choices;
	expect(choice?.why).toBe("removed");
	expect(findClause(codeOf(choose(session, choice?.key ?? "", "theirs").view), "GV-TC.1")).toBeNull();
	const mine = codeOf(choose(session, choice?.key ?? "", "mine").view);
	expect(findClause(mine, "GV-TC.1")?.clause.text.vi).toBe("Của tôi.");

	const days: Edit = { do: "set_module", module: "GV-TC", field: "validTo", value: "2026-12-31" };
	const gone = answered([{ do: "remove_module", module: "GV-TC" }], [days]);
	const whole = codeOf(choose(gone, gone.choices[0]?.key ?? "", "mine").view);
	expect(findModule(whole, "GV-TC")).toMatchObject({ validTo: "2026-12-31", clauses: [{ code: "GV-TC.1" }] });
});
