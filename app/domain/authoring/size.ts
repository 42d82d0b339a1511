/** How long a form takes on a phone, estimated from what is asked. Pure. */
import type { Definition, Item } from "../forms/schema.ts";
import { syllablesOf } from "./wording.ts";

export type FormSize = {
	items: number;
	/** To read and answer everything once, rows of rosters once. */
	minutes: number;
	/** Screens of a phone 360 px wide and 640 px high. */
	screens: number;
};

/** Seconds to decide and tap or type, after reading; a walk round the school comes on top. */
const seconds: Record<Item["type"], number> = {
	verdict: 12,
	choice: 8,
	choices: 15,
	integer: 15,
	decimal: 18,
	date: 12,
	text: 25,
	longtext: 60,
	computed: 2,
};

/** Syllables that a practised reader takes in a second. */
const READ_PER_SECOND = 4;
const LINE = 24;
const LETTERS_PER_LINE = 38;
const SCREEN = 560;

export function sizeOf({ sections }: Pick<Definition, "sections">): FormSize {
	const items = sections.flatMap((section) => section.items);
	const time = items.reduce((sum, item) => sum + secondsOf(item), 0);
	const height = items.reduce((sum, item) => sum + heightOf(item), 0) + sections.length * 3 * LINE;
	return { items: items.length, minutes: Math.ceil(time / 60), screens: Math.ceil(height / SCREEN) };
}

function secondsOf(item: Item): number {
	const read = [item.text.vi, item.hint?.vi ?? "", ...optionsOf(item)].join(" ");
	return seconds[item.type] + syllablesOf(read).length / READ_PER_SECOND;
}

function heightOf(item: Item): number {
	const lines = (text: string) => Math.ceil(text.length / LETTERS_PER_LINE) * LINE;
	const field = item.type === "longtext" ? 4 * LINE : item.type === "computed" ? LINE : 56;
	const choices = optionsOf(item);
	return lines(item.text.vi) + lines(item.hint?.vi ?? "") + (choices.length > 0 ? choices.length * 56 : field) + LINE;
}

function optionsOf(item: Item): string[] {
	return "options" in item ? item.options.map(({ label }) => label.vi) : [];
}
