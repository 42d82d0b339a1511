import type { Kept } from "#app/domain/authoring/session.ts";
import type { KeptStore } from "./draft-saver.ts";

/** Unsent edits of one draft in the browser's own storage; where that is switched off or full, they live as long as the page. */
export function keptEditsOf(versionId: string): KeptStore {
	const key = `draft/${versionId}`;
	return {
		read() {
			try {
				const text = localStorage.getItem(key);
				return text === null ? null : (JSON.parse(text) as Kept);
			} catch {
				return null;
			}
		},
		write(kept) {
			try {
				if (kept === null) localStorage.removeItem(key);
				else localStorage.setItem(key, JSON.stringify(kept));
			} catch {
				// Nothing to do: the saver still holds them in memory and goes on sending.
			}
		},
	};
}
