import { expect, test } from "vitest";
import { auditWords } from "#app/i18n/audit.ts";
import { readSources } from "./source.ts";

/** Codes of events in a text: `event: "room.what"`, and codes of that form that a variable takes. */
function eventsIn(text: string): string[] {
	return [...text.matchAll(/\bevent:[^,\n]*|\bevent =[^;\n]*/g)].flatMap(([found]) =>
		[...found.matchAll(/"([a-z]+\.[a-z_]+)"/g)].map(([, code]) => code ?? ""),
	);
}

test("every event that is recorded has a name in both languages", () => {
	const sources = readSources(["app/domain", "scripts/seed"], /(?<!\.test)\.ts$/);
	const events = [...new Set(sources.flatMap(({ text }) => eventsIn(text)))];
	expect(events.length).toBeGreaterThan(10);
	expect(events.filter((event) => !auditWords.vi.events[event] || !auditWords.en.events[event])).toEqual([]);
});

test("codes are found in both forms", () => {
	expect(eventsIn(`record(ctx, { event: done ? "unit.closed" : "unit.reopened", subject })`)).toEqual([
		"unit.closed",
		"unit.reopened",
	]);
	expect(eventsIn(`const event = "person.blocked";`)).toEqual(["person.blocked"]);
});
