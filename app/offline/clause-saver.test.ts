import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClauseInput, SchoolClause } from "#app/domain/conduct/schema.ts";
import type { ClauseAnswer } from "./clause-post.ts";
import { openClauseSaver } from "./clause-saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const stored = (text: string, revision: number): SchoolClause => ({
	code: "GV.1",
	stance: "should",
	text: { vi: text },
	demanded: false,
	status: "reworded",
	origin: { vi: "Lời của Phòng" },
	revision,
});
const reworded = (text: string) => ({ status: "reworded" as const, text });

function server(...answers: ((clause: ClauseInput) => ClauseAnswer)[]) {
	const sent: ClauseInput[] = [];
	let revision = 3;
	const saver = openClauseSaver({
		versionId: "v",
		code: "GV.1",
		revision,
		async post(_version, clause) {
			sent.push(clause);
			const answer = answers.shift();
			if (answer) return answer(clause);
			revision += 1;
			return { kind: "saved", revision, at: "2026-11-26T03:00:00.000Z" };
		},
	});
	return { saver, sent };
}

test("typing is saved when it rests, the last wording counts, and the next save builds on it", async () => {
	const { saver, sent } = server();
	saver.change(reworded("Một"));
	saver.change(reworded("Một hai"));
	expect(saver.view().state).toBe("waiting");
	await vi.advanceTimersByTimeAsync(1_000);
	expect(saver.view()).toMatchObject({ state: "saved", savedAt: "2026-11-26T03:00:00.000Z" });
	saver.change({ status: "kept", text: "" }, true);
	await vi.advanceTimersByTimeAsync(0);
	expect(sent.map(({ base, text, status }) => [base, status, text])).toEqual([
		[3, "reworded", "Một hai"],
		[4, "kept", ""],
	]);
});

test("what is typed while a save is under way goes after it, on its revision", async () => {
	let release: () => void = () => undefined;
	const sent: ClauseInput[] = [];
	const saver = openClauseSaver({
		versionId: "v",
		code: "GV.1",
		revision: 0,
		async post(_version, clause) {
			sent.push(clause);
			if (sent.length === 1) await new Promise<void>((resolve) => (release = resolve));
			return { kind: "saved", revision: sent.length, at: "t" };
		},
	});
	saver.change(reworded("Một"), true);
	await vi.advanceTimersByTimeAsync(0);
	saver.change(reworded("Hai"), true);
	await vi.advanceTimersByTimeAsync(0);
	expect(sent).toHaveLength(1);
	release();
	await vi.advanceTimersByTimeAsync(0);
	expect(sent.map(({ base, text }) => [base, text])).toEqual([
		[0, "Một"],
		[1, "Hai"],
	]);
	expect(saver.view().state).toBe("saved");
});

test("a dead network is tried again until the wording arrives, an ended session too", async () => {
	const { saver, sent } = server(
		() => ({ kind: "unreachable" }),
		() => ({ kind: "signed_out" }),
	);
	saver.change(reworded("Một"), true);
	await vi.advanceTimersByTimeAsync(0);
	expect(saver.view()).toMatchObject({ state: "waiting", trouble: "unreachable" });
	await vi.advanceTimersByTimeAsync(2_000);
	expect(saver.view()).toMatchObject({ state: "waiting", trouble: "signed_out" });
	await vi.advanceTimersByTimeAsync(4_000);
	expect(saver.view()).toMatchObject({ state: "saved", trouble: null });
	expect(sent.map(({ text }) => text)).toEqual(["Một", "Một", "Một"]);
});

test("a stale page keeps both wordings until one is chosen", async () => {
	const conflict = (): ClauseAnswer => ({ kind: "conflict", current: stored("Máy kia", 9) });
	const { saver, sent } = server(conflict, () => ({ kind: "saved", revision: 10, at: "t" }), conflict);
	saver.change(reworded("Tôi"), true);
	await vi.advanceTimersByTimeAsync(0);
	expect(saver.view().conflict).toMatchObject({ mine: { text: "Tôi" }, current: { text: { vi: "Máy kia" } } });
	saver.change(reworded("Tôi, sửa"));
	await vi.advanceTimersByTimeAsync(5_000);
	expect(sent).toHaveLength(1);
	saver.choose("mine");
	await vi.advanceTimersByTimeAsync(0);
	expect(sent[1]).toMatchObject({ base: 9, text: "Tôi, sửa" });
	saver.change(reworded("Nữa"), true);
	await vi.advanceTimersByTimeAsync(0);
	saver.choose("theirs");
	await vi.advanceTimersByTimeAsync(5_000);
	expect([sent.length, saver.typed()?.text, saver.view().state]).toEqual([3, "Máy kia", "idle"]);
});

test("an empty wording is not sent, and holds back no other", async () => {
	const { saver, sent } = server();
	saver.change(reworded("Một"));
	saver.change(reworded("  "));
	await vi.advanceTimersByTimeAsync(5_000);
	expect([sent.length, saver.view().empty, saver.view().state]).toEqual([0, true, "stuck"]);
	saver.change(reworded("Hai"), true);
	await vi.advanceTimersByTimeAsync(0);
	expect([sent.length, saver.view().empty, saver.view().state]).toEqual([1, false, "saved"]);
});

test("a refusal says why, and a page loaded anew counts only over what was saved", async () => {
	const problem = { code: "clause_demanded", details: { code: "GV.1", text: "x" } } as const;
	const { saver, sent } = server(() => ({ kind: "refused", problem }));
	saver.change({ status: "dropped", text: "" }, true);
	await vi.advanceTimersByTimeAsync(0);
	expect(saver.view()).toMatchObject({ state: "stuck", problem });
	saver.change(reworded("Mới"));
	saver.know(20);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(sent[1]).toMatchObject({ base: 3, text: "Mới" });
	saver.know(30);
	expect([saver.base(), saver.typed(), saver.view().state]).toEqual([30, null, "idle"]);
});
