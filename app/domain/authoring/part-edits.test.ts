import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyParts } from "#tests/support/any-draft.ts";
import type { Draft } from "./draft-schema.ts";
import type { DraftPart } from "./edit-schema.ts";
import { applyEdits } from "./edits.ts";
import { invertEdits } from "./invert.ts";
import { partEdits } from "./part-edits.ts";

test.each(["checks", "figures", "lights", "lists"] as const)(
	"%s become any other list, in its order, and come back",
	(part) => {
		let moved = 0;
		fc.assert(
			fc.property(anyDraft, anyParts(part), (draft, next) => {
				const edits = partEdits(part, draft.definition[part], next);
				const after = applyEdits(draft, edits);
				expect(after.definition[part]).toEqual(next);
				expect(applyEdits(after, invertEdits(draft, edits))).toEqual(draft);
				if (isReordered(part, draft, next)) moved++;
			}),
			{ numRuns: 400 },
		);
		expect(moved).toBeGreaterThan(5);
	},
);

test("what stays as it is makes no edit, and one that changes makes one", () => {
	const figure = (code: string, vi: string) => ({
		code,
		label: { vi },
		type: "sum" as const,
		value: { op: "answer" as const, item: "A1" },
		digits: 0,
		watched: false,
	});
	const before = [figure("so-1", "Một"), figure("so-2", "Hai"), figure("so-3", "Ba")];
	expect(partEdits("figures", before, structuredClone(before))).toEqual([]);
	const second = figure("so-2", "Hai mươi");
	expect(
		partEdits(
			"figures",
			before,
			before.map((one) => (one.code === "so-2" ? second : one)),
		),
	).toEqual([{ do: "put_figures", after: null, value: second }]);
	// One step up is one taken out and put in: nobody else's column is touched.
	const [one, two, three] = before;
	expect(
		partEdits(
			"figures",
			before,
			[one, three, two].flatMap((figure) => figure ?? []),
		),
	).toEqual([
		{ do: "remove_part", part: "figures", code: "so-3" },
		{ do: "put_figures", after: "so-1", value: three },
	]);
});

function isReordered(part: DraftPart, { definition }: Draft, next: readonly { code: string }[]): boolean {
	const old = definition[part].map(({ code }) => code);
	const now = next.map(({ code }) => code);
	const [left, right] = [old.filter((code) => now.includes(code)), now.filter((code) => old.includes(code))];
	return left.join() !== right.join();
}
