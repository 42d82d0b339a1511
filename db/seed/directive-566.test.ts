import { expect, it } from "vitest";
import { directive566 } from "./directive-566.ts";

const { tasks } = directive566;

it("numbers the tasks for good", () => {
	expect(tasks.map((task) => task.number)).toEqual("1 2 3 4a 4b 4c 4d 4e 4f 5 6 7".split(" "));
});

it("gives paragraph 4 to the education sector, which shares in 6 and 7", () => {
	expect(tasks.filter((task) => task.role === "lead").map((task) => task.number)).toEqual(
		"4a 4b 4c 4d 4e 4f".split(" "),
	);
	expect(tasks.filter((task) => task.role === "shared").map((task) => task.number)).toEqual(["6", "7"]);
});

it("says everything in both languages, in NFC", () => {
	const texts = tasks.flatMap((task) => [task.title, task.text, task.owner]);
	for (const words of [...texts, directive566.issuer, directive566.abstract, directive566.reportPeriod]) {
		expect(words.vi && words.en).toBeTruthy();
		expect(words.vi).toBe(words.vi.normalize("NFC"));
	}
});
