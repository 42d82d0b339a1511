/**
 * What the cards of filling need to know of the page they stand on. A school's section page and the preview of the form builder both
 * make one, so that an office tries out the very cards that schools get.
 */
import type { FaultDetail, ReturnFault } from "#app/domain/forms/fault.ts";
import type { Answers, Definition, Item, Measure, SchoolFacts, Section } from "#app/domain/forms/schema.ts";
import type { Situation } from "#app/domain/forms/situation.ts";
import type { AnswerPart, OperationFault, StoredAnswer } from "#app/domain/returns/schema.ts";

/** An answer as it stands in its fields: numbers as they were typed. */
export type Typed = { value: string | string[] | null; note: string; measure: Measure };

export type ItemFault = { sentence: FaultDetail | OperationFault; part: AnswerPart };

/** Two answers to one item: the own one, and the one that is kept. */
export type Met = { mine: Typed; current: StoredAnswer };

export type FillState = {
	definition: Definition;
	facts: SchoolFacts;
	answers: Answers;
	section: Section | undefined;
	/** The row of a roster whose items are on the page; "" for the list of rows, and outside rosters. */
	row: string;
	/** What is seen now and may be changed. */
	shown: {
		state: Situation;
		/** Rows of this section that are there, and whether rows may be added and taken out. */
		rows: readonly string[];
		rowsOpen: boolean;
		mayChangeRow(row: string): boolean;
	};
	/** What the office sent back for mending, with its reasons. */
	marks: readonly { item: string; row: string; reason: string }[];
	/** The row that was just taken out of this section's roster; "" when none was. */
	removed: string;
	/** What is wrong with the whole return as it stands. */
	faults(): readonly ReturnFault[];
	/** The id of an item's card, which links go to. */
	anchorOf(item: string): string;
	typedFor(item: string): Typed;
	faultOf(item: string): ItemFault | undefined;
	conflictOf(item: string): Met | undefined;
	/** What a form without script hands back: the revision, and what the page showed of the answer. */
	postedWith(item: string): { base: number; trace: string | undefined };
	change(item: Item, part: Partial<Typed>): void;
	/** Settles a conflict; false when this page cannot and the form has to be sent. */
	choose(item: string, keep: "mine" | "theirs", current: StoredAnswer): boolean;
};
