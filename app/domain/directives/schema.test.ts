import { describe, expect, test } from "vitest";
import { directiveInput } from "./schema.ts";

const typed = { number: " 566-CV/HU ", issuedOn: "2019-11-04", issuer: "Huyện ủy", abstract: "Bảo vệ trẻ em" };
const row = { number: "", title: "", detail: "", ours: true };

describe("the form of a letter", () => {
	test("empty rows are no tasks, empty days are none, text is cleaned", () => {
		const letter = directiveInput.parse({
			...typed,
			receivedOn: "",
			reportDueOn: "2019-12-25",
			fileId: "",
			tasks: [row, { ...row, number: "4b", title: "Ra\u0300 soát" }, row],
		});
		expect(letter).toMatchObject({ number: "566-CV/HU", receivedOn: null, reportDueOn: "2019-12-25", fileId: null });
		expect(letter.tasks).toEqual([{ number: "4b", title: "Rà soát", detail: "", ours: true }]);
	});

	test("a row begun says at its own place what it lacks", () => {
		const tasks = [row, { ...row, detail: "nội dung" }, { ...row, number: "5" }];
		const issues = directiveInput.safeParse({ ...typed, tasks }).error?.issues.map(({ path }) => path.join("."));
		expect(issues).toEqual(["tasks.1.number", "tasks.1.title", "tasks.2.title"]);
	});
});
