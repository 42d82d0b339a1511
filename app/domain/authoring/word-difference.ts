/** What differs between two texts, word by word. Pure. */

/** A run of words that both texts have, that only the old one has, or only the new one. Joined, they give the texts back. */
export type WordRun = { kind: "same" | "gone" | "new"; text: string };

/** Longer middles are shown as replaced whole: the table of common words would hold up a phone. */
const CELLS_AT_MOST = 1_000_000;

/** The runs of words in reading order; what went stands before what came. Both texts empty: none. */
export function wordDifference(before: string, after: string): WordRun[] {
	const [old, fresh] = [wordsOf(before), wordsOf(after)];
	let head = 0;
	while (head < old.length && head < fresh.length && alike(old[head], fresh[head])) head += 1;
	let tail = 0;
	const most = Math.min(old.length, fresh.length) - head;
	while (tail < most && alike(old[old.length - 1 - tail], fresh[fresh.length - 1 - tail])) tail += 1;
	const runs: WordRun[] = [];
	const add = (kind: WordRun["kind"], words: readonly string[]) => {
		const text = words.join("");
		const last = runs.at(-1);
		if (text === "") return;
		if (last?.kind === kind) last.text += text;
		else runs.push({ kind, text });
	};
	add("same", shared(old.slice(0, head), fresh));
	for (const { kind, word } of middle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail))) {
		add(kind, [word]);
	}
	add("same", shared(old.slice(old.length - tail), fresh.slice(fresh.length - tail)));
	return gathered(runs);
}

/** The space behind a word is none of it: at the end of a sentence there is none. */
function alike(old: string | undefined, fresh: string | undefined): boolean {
	return old?.trim() === fresh?.trim();
}

/** Words that both have, with the space that either has behind them: whatever follows stands apart. */
function shared(old: readonly string[], fresh: readonly string[]): string[] {
	return old.map((word, at) => spaced(word, fresh[at] ?? word));
}

function spaced(old: string, fresh: string): string {
	return old.length > fresh.length ? old : fresh;
}

/** Words with the space behind each, so that nothing is lost when they are joined. */
function wordsOf(text: string): string[] {
	return text.match(/\S+\s*|^\s+/gu) ?? [];
}

type Step = { kind: WordRun["kind"]; word: string };

function middle(old: readonly string[], fresh: readonly string[]): Step[] {
	const replaced = [
		...old.map((word): Step => ({ kind: "gone", word })),
		...fresh.map((word): Step => ({ kind: "new", word })),
	];
	if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > CELLS_AT_MOST) return replaced;
	const width = fresh.length + 1;
	// Length of the longest common run of words of what is left from each pair of places.
	const common = new Uint32Array((old.length + 1) * width);
	const at = (i: number, j: number) => common[i * width + j] ?? 0;
	for (let i = old.length - 1; i >= 0; i -= 1) {
		for (let j = fresh.length - 1; j >= 0; j -= 1) {
			common[i * width + j] = alike(old[i], fresh[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	const steps: Step[] = [];
	let [i, j] = [0, 0];
	while (i < old.length || j < fresh.length) {
		const [was, is] = [old[i], fresh[j]];
		if (is !== undefined && alike(was, is)) {
			steps.push({ kind: "same", word: spaced(was ?? "", is) });
			i += 1;
			j += 1;
		} else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
			steps.push({ kind: "gone", word: was });
			i += 1;
		} else if (is !== undefined) {
			steps.push({ kind: "new", word: is });
			j += 1;
		}
	}
	return steps;
}

/** Between two common runs, all that went before all that came: *gone new gone new* reads as noise. */
function gathered(runs: readonly WordRun[]): WordRun[] {
	const out: WordRun[] = [];
	let [gone, fresh] = ["", ""];
	const flush = () => {
		if (gone !== "") out.push({ kind: "gone", text: gone });
		if (fresh !== "") out.push({ kind: "new", text: fresh });
		gone = "";
		fresh = "";
	};
	for (const run of runs) {
		if (run.kind === "gone") gone += run.text;
		else if (run.kind === "new") fresh += run.text;
		else {
			flush();
			out.push(run);
		}
	}
	flush();
	return out;
}
