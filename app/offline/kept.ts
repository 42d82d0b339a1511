import type { AnswerValue, Measure } from "#app/domain/forms/schema.ts";
import type { Operation } from "#app/domain/returns/schema.ts";

/** An answer as the person left it, not yet sent. */
export type Draft = {
	item: string;
	row: string;
	value: AnswerValue;
	note: string;
	measure: Measure | null;
	/** Revision of the answer it was made on. */
	base: number;
};

/** What a device holds for one return and one person. */
export type Kept = { waiting: Draft[]; sending: Operation[] };

/** Where it is held. */
export type KeptStore = { read(key: string): Kept; write(key: string, kept: Kept): void };

const PREFIX = "answers/";

/** The browser's own storage; where it is switched off or full, the answers live as long as the page. */
export const browserStore: KeptStore = {
	read(key) {
		try {
			const text = localStorage.getItem(PREFIX + key);
			return text === null ? { waiting: [], sending: [] } : (JSON.parse(text) as Kept);
		} catch {
			return { waiting: [], sending: [] };
		}
	},
	write(key, kept) {
		try {
			if (kept.waiting.length + kept.sending.length === 0) localStorage.removeItem(PREFIX + key);
			else localStorage.setItem(PREFIX + key, JSON.stringify(kept));
		} catch {
			// Nothing to do: the queue still holds them in memory and goes on sending.
		}
	},
};
