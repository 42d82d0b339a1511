import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { outside } from "./outside.ts";

/** A stray console.error is a fault nobody looked at: it fails the test that made it. So is a request to the outside. */
let complaints: unknown[][] = [];

beforeAll(() => outside.listen({ onUnhandledRequest: "error" }));

beforeEach(() => {
	complaints = [];
	vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
		complaints.push(args);
	});
});

afterEach(() => {
	outside.resetHandlers();
	expect(complaints, "console.error during the test").toEqual([]);
});

afterAll(() => outside.close());
