import { expect, test } from "vitest";
import { paperRoom } from "./paper-room.ts";

const GB = 2 ** 30;

test("a small server sets shorter papers: five annexes of 1,600 rows need 8 GB", () => {
	expect(paperRoom(2 * GB)).toBeGreaterThan(400_000);
	expect(paperRoom(2 * GB)).toBeLessThan(500_000);
	expect(paperRoom(4 * GB)).toBeLessThan(1_000_000);
	expect(paperRoom(8 * GB)).toBeGreaterThan(1_500_000);
	expect(paperRoom(64 * GB)).toBe(paperRoom(24 * GB));
});
