import type { ConductStage } from "#app/domain/conduct/schema.ts";

/** What a colour says. Green, amber and red are for results; the accent for what is going on; never without a shape and a word. */
export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

export const softTone: Record<Tone, string> = {
	neutral: "bg-sunken text-muted",
	accent: "bg-accent-soft text-accent-ink",
	good: "bg-good-soft text-good-ink",
	warn: "bg-warn-soft text-warn-ink",
	bad: "bg-bad-soft text-bad-ink",
};

export const inkTone: Record<Tone, string> = {
	neutral: "text-ink",
	accent: "text-accent-ink",
	good: "text-good-ink",
	warn: "text-warn-ink",
	bad: "text-bad-ink",
};

/** For shapes in SVG. */
export const fillTone: Record<Tone, string> = {
	neutral: "fill-neutral",
	accent: "fill-accent",
	good: "fill-good",
	warn: "fill-warn",
	bad: "fill-bad",
};

/** The tone of each state of a return, the same on every page. */
export const stateTone: Record<string, Tone> = {
	not_started: "neutral",
	draft: "neutral",
	submitted: "accent",
	sent_back: "warn",
	accepted: "good",
};

/** The tone of each verdict. */
export const verdictTone: Record<string, Tone> = { met: "good", not_met: "bad", provisional: "warn", none: "neutral" };

/** The tone of each step towards a code of conduct. */
export const stageTone: Record<ConductStage, Tone> = {
	none: "neutral",
	adapting: "neutral",
	consulting: "accent",
	consulted: "accent",
	decided: "accent",
	published: "good",
};
