import { afterEach, beforeEach, expect, vi } from "vitest";

/** A stray console.error is a fault nobody looked at: it fails the test that made it. */
let complaints: unknown[][] = [];

beforeEach(() => {
	complaints = [];
	vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
		complaints.push(args);
	});
});

afterEach(() => {
	expect(complaints, "console.error during the test").toEqual([]);
});
