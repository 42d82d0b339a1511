import { describe, expect, test } from "vitest";
import { campaignPhase, isOnTime, mayStillSubmit, proposedTitle } from "./rules.ts";

const campaign = { state: "issued", late: "refuse", opens_on: "2026-11-10", due_on: "2026-11-20" } as const;
const recipient = { due_on: "2026-11-20", first_submitted_at: null };

describe("campaign rules", () => {
	test.each([
		["2026-11-09", "scheduled"],
		["2026-11-10", "open"],
		["2026-11-20", "open"],
		["2026-11-21", "ended"],
	])("on %s it is %s", (today, phase) => {
		expect(campaignPhase(campaign, today)).toBe(phase);
	});

	test("one that marks late returns goes on taking them; drafts and closed ones stay what they are", () => {
		expect(campaignPhase({ ...campaign, late: "mark" }, "2026-11-21")).toBe("overtime");
		expect(campaignPhase({ ...campaign, state: "draft" }, "2026-11-21")).toBe("draft");
		expect(campaignPhase({ ...campaign, state: "closed" }, "2026-11-11")).toBe("closed");
	});

	test.each([
		["before the opening day", {}, {}, "2026-11-09", "not_open", false],
		["on the opening day", {}, {}, "2026-11-10", null, false],
		["on the due day", {}, {}, "2026-11-20", null, false],
		["after it, refusing", {}, {}, "2026-11-21", "too_late", true],
		["after it, marking", { late: "mark" }, {}, "2026-11-21", null, true],
		["after it, extended", {}, { due_on: "2026-11-25" }, "2026-11-25", null, false],
		["after the extension", {}, { due_on: "2026-11-25" }, "2026-11-26", "too_late", true],
		["mending after it", {}, { first_submitted_at: "2026-11-19T01:00:00.000Z" }, "2026-11-28", null, false],
		["a draft", { state: "draft" }, {}, "2026-11-15", "not_issued", false],
		["closed", { state: "closed" }, {}, "2026-11-15", "closed", false],
		[
			"closed, mending",
			{ state: "closed" },
			{ first_submitted_at: "2026-11-19T01:00:00.000Z" },
			"2026-11-20",
			"closed",
			false,
		],
	] as const)("sending %s", (_when, overCampaign, overRecipient, today, refusal, late) => {
		const gate = mayStillSubmit({
			campaign: { ...campaign, ...overCampaign },
			recipient: { ...recipient, ...overRecipient },
			today,
		});
		expect(gate).toEqual({ allowed: refusal === null, late, refusal });
	});

	test("on time is judged by the first sending, on the office's calendar", () => {
		// 23:30 on the 20th in Việt Nam, and half an hour later.
		expect(isOnTime({ ...recipient, first_submitted_at: "2026-11-20T16:30:00.000Z" }, "2026-12-01")).toBe(true);
		expect(isOnTime({ ...recipient, first_submitted_at: "2026-11-20T17:00:00.000Z" }, "2026-12-01")).toBe(false);
	});

	test("the proposed title says the template and the month", () => {
		expect(proposedTitle("Bảng kiểm", "2026-02-01")).toBe("Bảng kiểm, tháng 2/2026");
	});
});
