import type { Poster } from "#app/domain/paper.ts";
import { problem } from "#app/domain/problem.ts";
import { POSTER_LAYOUT } from "./poster-layout.ts";
import { breakable, capitals, printable } from "./printable.ts";
import { qrSvg } from "./qr-picture.ts";
import { type Typeset, typeset } from "./typst.ts";

/**
 * Sizes of type on A3, in points. Small letters of 18 pt are 3.4 mm high, which is read with ease from two metres: a second page comes
 * before anything gets smaller.
 */
const SIZES = { largest: 34, smallest: 18 };
/** Letters of what stands in the foot beside the QR code: more would run over the edge of the paper. */
const FOOT = 100;
/** Letters of the largest type that fit beside the mark. */
const REACH = 16;

/**
 * The poster on one page or two, in the largest type that fits. Throws `poster_too_long` when it could not be read from afar. Blocks its
 * thread: `jobs/papers.ts` runs it in a worker.
 */
export function posterPdfOf(poster: Poster): Uint8Array {
	const foot = [poster.feedback, poster.decision, poster.url];
	if (foot.some((line) => line.length > FOOT)) throw problem("poster_too_long", {});
	const data = posterData(poster);
	const at = (text: number) => typeset(POSTER_LAYOUT, { ...data, text });
	const fitted = largest(at, 1) ?? largest(at, 2);
	if (!fitted) throw problem("poster_too_long", {});
	return fitted.pdf();
}

/** In the largest type at which there are no more than `pages`; null when that would be too small. */
function largest(at: (size: number) => Typeset, pages: number): Typeset | null {
	let [low, high] = [SIZES.smallest, SIZES.largest];
	let best: Typeset | null = null;
	while (low <= high) {
		const middle = Math.floor((low + high) / 2);
		const tried = at(middle);
		if (tried.pages <= pages) {
			best = tried;
			low = middle + 1;
		} else high = middle - 1;
	}
	return best;
}

function posterData(poster: Poster): Record<string, unknown> {
	const line = (text: string) => breakable(printable(text), REACH);
	return {
		size: poster.size,
		superior: poster.superior === null ? null : breakable(capitals(poster.superior), REACH),
		school: line(poster.school),
		title: line(poster.title),
		motto: poster.motto ? line(poster.motto) : null,
		groups: poster.groups
			.filter(({ should, never }) => should.length + never.length > 0)
			.map(({ name, should, never }) => ({ name: line(name), should: should.map(line), never: never.map(line) })),
		url: breakable(printable(poster.url), 8),
		qr: qrSvg(poster.url),
		feedback: line(poster.feedback),
		decision: line(poster.decision),
	};
}
