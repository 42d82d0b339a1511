import { formatTime } from "#app/i18n/format.ts";
import { uiWords } from "#app/i18n/ui.ts";
import { ToneMark } from "./badge.tsx";
import { cx } from "./cx.ts";
import { useWords } from "./locale.tsx";
import { softTone, type Tone } from "./tone.ts";

export type SaveStateValue =
	| { kind: "idle" }
	| { kind: "saving" }
	| { kind: "saved"; at: string }
	| { kind: "failed" }
	/** An answer that cannot be taken as it is; the person has to mend it. */
	| { kind: "refused" }
	/** Kept on the device; `waiting` answers have not reached the server. */
	| { kind: "waiting"; waiting: number };

/** Whether the answers are safe, always in sight. Read out politely when it changes, but not the "saving" in between. */
export function SaveState({ state }: { state: SaveStateValue }) {
	const { save } = useWords(uiWords);
	const [tone, text] = ((): [Tone, string] => {
		switch (state.kind) {
			case "idle":
				return ["neutral", save.idle];
			case "saving":
				return ["neutral", save.saving];
			case "saved":
				return ["good", save.saved(formatTime(state.at).slice(0, 5))];
			case "failed":
				return ["bad", save.failed];
			case "refused":
				return ["bad", save.refused];
			case "waiting":
				return ["warn", `${save.waiting(state.waiting)} · ${save.onDevice}`];
		}
	})();
	const plain = tone === "neutral" || tone === "good";
	return (
		<p
			aria-live={state.kind === "saving" ? "off" : "polite"}
			className={cx(
				"inline-flex items-center gap-1.5 text-sm",
				plain ? "text-muted" : cx("rounded-full px-2.5 py-0.5 font-medium", softTone[tone]),
			)}
		>
			<ToneMark tone={tone} />
			{text}
		</p>
	);
}
