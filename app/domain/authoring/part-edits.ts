import type { Definition } from "../forms/schema.ts";
import type { DraftPart, Edit } from "./edit-schema.ts";
import { same } from "./same.ts";

/**
 * The edits that turn one list of checks, figures, lights or drawn lists into another: those gone, those that are new or say something
 * else, and those that stand elsewhere. Every code stands in a list once.
 */
export function partEdits<P extends DraftPart>(part: P, before: Definition[P], next: Definition[P]): Edit[] {
	type Entry = { code: string };
	const [old, wanted]: [readonly Entry[], readonly Entry[]] = [before, next];
	const known = new Map(old.map((entry) => [entry.code, entry]));
	const kept = new Set(wanted.map(({ code }) => code));
	// The entries are of the part that the edit's name says.
	const put = (value: Entry, after: string | null) => ({ do: `put_${part}`, after, value }) as unknown as Edit;
	const remove = (code: string): Edit => ({ do: "remove_part", part, code });
	const edits = old.filter(({ code }) => !kept.has(code)).map(({ code }) => remove(code));
	const codes = old.map(({ code }) => code).filter((code) => kept.has(code));
	for (const [at, value] of wanted.entries()) {
		const { code } = value;
		if (codes[at] === code) {
			if (!same(known.get(code), value)) edits.push(put(value, null));
			continue;
		}
		const stands = codes.indexOf(code);
		if (stands >= 0) {
			// What is there stays where it is when it is put: it is taken out to stand elsewhere.
			edits.push(remove(code));
			codes.splice(stands, 1);
		}
		edits.push(put(value, codes[at - 1] ?? null));
		codes.splice(at, 0, code);
	}
	return edits;
}
