import { expect, test } from "vitest";
import { countWithDevice } from "./photo-counts.ts";
import type { LocalPhoto } from "./photo-queue.ts";

const local = (id: string, item: string, state: LocalPhoto["state"]): LocalPhoto => ({
	...{ id, item, row: "", url: "", state, kept: true, problem: null },
});
const stored = (id: string, item: string, row = "") => ({ id, item, row });

test("those of the server and of the device together, each once; refused and removed ones not", () => {
	const counts = countWithDevice(
		[stored("1", "A.1"), stored("2", "A.1"), stored("3", "K.1", "r1"), stored("4", "A.4")],
		{
			photos: [
				local("2", "A.1", "sent"),
				local("5", "A.1", "preparing"),
				local("6", "A.2", "waiting"),
				local("7", "A.2", "sending"),
				local("8", "A.3", "refused"),
			],
			removed: new Set(["1", "4"]),
		},
	);
	expect(Object.fromEntries(counts)).toEqual({ "A.1": 2, "A.2": 2, "K.1#r1": 1 });
});
