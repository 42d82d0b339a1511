import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference } from "./word-difference.ts";

const text = fc
	.array(fc.constantFrom("có", "nước", "sạch", "đủ", "dùng", " ", "\n"), { maxLength: 30 })
	.map((words) => words.join(" "));

test("both texts come back out of the runs, and equal texts are one run", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const runs = wordDifference(before, after);
			const joined = (leave: string) =>
				runs
					.filter(({ kind }) => kind !== leave)
					.map((run) => run.text)
					.join("");
			expect(joined("gone")).toBe(after);
			expect(joined("new").replace(/\s+/g, " ").trim()).toBe(before.replace(/\s+/g, " ").trim());
			expect(wordDifference(before, before).filter(({ kind }) => kind !== "same")).toEqual([]);
		}),
	);
});

test("a sentence that was reworded shows the words that went and those that came", () => {
	expect(wordDifference("Có nước sạch cho trẻ", "Có đủ nước uống cho trẻ")).toEqual([
		{ kind: "same", text: "Có " },
		{ kind: "new", text: "đủ " },
		{ kind: "same", text: "nước " },
		{ kind: "gone", text: "sạch " },
		{ kind: "new", text: "uống " },
		{ kind: "same", text: "cho trẻ" },
	]);
});

test("texts of the largest size end in no time", () => {
	const words = (from: number) => Array.from({ length: 2000 }, (_, at) => `t${at * from}`).join(" ");
	expect(wordDifference(words(1), words(3)).length).toBeGreaterThan(1);
});
