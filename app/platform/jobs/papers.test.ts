import { expect, test } from "vitest";
import { decision, letter, schoolList } from "#tests/support/sample-papers.ts";
import { poster } from "#tests/support/sample-posters.ts";
import { paperDocx, paperPdf, posterPdf } from "./papers.ts";

const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString("latin1");

test("a worker writes papers and posters, several at once", async () => {
	const files = await Promise.all([paperPdf(decision), paperDocx(decision), posterPdf(poster)]);
	expect(files.map(startOf)).toEqual(["%PDF", "PK\u0003\u0004", "%PDF"]);
});

test("problems come back as problems, and the worker goes on", async () => {
	const crowded = { ...poster, groups: Array.from({ length: 40 }, () => poster.groups).flat() };
	await expect(posterPdf(crowded)).rejects.toMatchObject({ body: { code: "poster_too_long" } });
	const endless = { ...letter, annexes: [{ kind: null, title: "Danh sách", body: [schoolList(20_000)] }] };
	await expect(paperPdf(endless)).rejects.toMatchObject({ body: { code: "paper_too_big" } });
	await expect(paperDocx(endless)).rejects.toMatchObject({ body: { code: "paper_too_big" } });
	expect(startOf(await paperPdf(decision))).toBe("%PDF");
});

test("other work goes on while a paper is written", async () => {
	let turns = 0;
	const turning = setInterval(() => {
		turns += 1;
	}, 1);
	await paperPdf(letter);
	clearInterval(turning);
	// Set on this thread it would let no timer through.
	expect(turns).toBeGreaterThan(10);
});
