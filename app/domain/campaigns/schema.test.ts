import { describe, expect, test } from "vitest";
import { newId } from "../id.ts";
import { campaignForm, recipientSearch } from "./schema.ts";

const typed = { title: "", versionId: newId(), opensOn: "2026-11-23", dueOn: "2026-12-02", late: "mark" };

describe("campaign forms", () => {
	test("repeated names become the filter, whether the browser gives a list, one value or false", () => {
		const form = campaignForm.parse({
			...typed,
			kinds: ["MN", "TH"],
			ownerships: "cong_lap",
			managers: false,
			fileId: "",
		});
		expect(form.filter).toEqual({ kinds: ["MN", "TH"], communes: [], ownerships: ["cong_lap"], managers: [] });
		expect(form).toMatchObject({ taskIds: [], instruction: "", fileId: null });
	});

	test.each([
		["no template", { versionId: "" }, "versionId"],
		["a day that is none", { dueOn: "2026-02-30" }, "dueOn"],
		["a kind nobody knows", { kinds: ["XX"] }, "kinds.0"],
		["a novel as instruction", { instruction: "a".repeat(10_001) }, "instruction"],
	])("%s is told at its field", (_what, over, field) => {
		const paths = campaignForm.safeParse({ ...typed, ...over }).error?.issues.map(({ path }) => path.join("."));
		expect(paths).toEqual([field]);
	});

	test("rubbish in the filters of a list filters nothing", () => {
		const search = recipientSearch.parse({ state: "x", commune: "1 or 1=1", late: "", kind: "??", q: "a" });
		expect(search).toEqual({ q: "a", state: null, commune: null, kind: null, late: null, after: null });
	});
});
