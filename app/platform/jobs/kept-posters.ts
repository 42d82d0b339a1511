import { createHash } from "node:crypto";
import type { Poster } from "#app/domain/paper.ts";
import { problem } from "#app/domain/problem.ts";
import { posterPdf } from "./papers.ts";

/** Posters kept in memory, some 100 kB each; the one that was asked for longest ago goes first. */
const KEPT = 64;
/** Drawn at once for people without an account: the other papers must not wait behind them. */
const AT_ONCE = 2;

const kept = new Map<string, Promise<Uint8Array>>();
let drawing = 0;

/**
 * The poster as a PDF, drawn once for what it says: any change of text, decision or address is another poster. `mayDraw` is asked
 * before one is drawn and may refuse by throwing. Throws `too_many_requests` while others are drawn, `poster_too_long`.
 */
export async function keptPoster(poster: Poster, mayDraw: () => Promise<void>): Promise<Uint8Array> {
	const key = createHash("sha256").update(JSON.stringify(poster)).digest("hex");
	if (!kept.has(key)) await mayDraw();
	const bytes = kept.get(key) ?? draw(poster);
	kept.delete(key);
	kept.set(key, bytes);
	for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
	try {
		return await bytes;
	} catch (error) {
		kept.delete(key);
		throw error;
	}
}

async function draw(poster: Poster): Promise<Uint8Array> {
	if (drawing >= AT_ONCE) throw problem("too_many_requests", { retryAfterSeconds: 5 });
	drawing += 1;
	try {
		return await posterPdf(poster);
	} finally {
		drawing -= 1;
	}
}
