import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference } from "./word-difference.ts";

const text = fc
	.array(fc.constantFrom("có", "nước", "sạch", "đủ", "dùng", " ", "\n"), { maxLength: 30 })
	.map((words) => words.join(" "));

test("both texts come back out of the runs, and equal texts are one run", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const plain = (words: string) => words.replace(/\s+/g, " ").trim();
			const runs = wordDifference(before, after);
			const joined = (leave: string) =>
				runs
					.filter(({ kind }) => kind !== leave)
					.map((run) => run.text)
					.join("");
			expect(plain(joined("gone"))).toBe(plain(after));
			expect(plain(joined("new"))).toBe(plain(before));
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

test("a sentence that goes on where it ended before has only come by words", () => {
	expect(wordDifference("Ngày rà soát", "Ngày rà soát lần này")).toEqual([
		{ kind: "same", text: "Ngày rà soát " },
		{ kind: "new", text: "lần này" },
	]);
});
