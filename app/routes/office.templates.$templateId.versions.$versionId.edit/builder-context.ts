import { createContext, useContext } from "react";
import type { Draft } from "#app/domain/authoring/draft-schema.ts";
import type { Edit } from "#app/domain/authoring/edit-schema.ts";

/** What the editor shows besides items and sections. */
export const formParts = ["head", "rule", "checks", "figures", "lights", "lists"] as const;

/** What the editor in the middle shows. */
export type Selected =
	| { kind: "item"; code: string }
	| { kind: "section"; code: string }
	/** A part or a clause of a code of conduct, and what is said of all of it. */
	| { kind: "module" | "clause" | "code"; code: string }
	| { kind: "part"; code: (typeof formParts)[number] };

/** What the parts of the page ask for; the same object for as long as the page stands, so that a row is drawn only when it changes. */
export type Actions = {
	/** The draft as it is at this moment. */
	now(): Draft;
	/** Does edits as one step; whether anything changed. */
	perform(edits: readonly Edit[]): boolean;
	undo(): void;
	redo(): void;
	/** The author has chosen between two wordings. */
	choose(key: string, keep: "mine" | "theirs"): void;
	/** Shows something in the editor; `write`: with the cursor in its text. */
	select(selected: Selected, write?: boolean): void;
	/** Reads a sentence out to who does not see the page. */
	say(sentence: string): void;
	/** Takes an item into the set that is changed together, or out of it. */
	mark(codes: readonly string[], marked: boolean): void;
	open(dialog: "bank" | "paste" | null): void;
};

export type Builder = {
	draft: Draft;
	selected: Selected;
	marked: ReadonlySet<string>;
	actions: Actions;
	/** A script runs: until then the page's forms post. */
	live: boolean;
	/** Grows when the cursor is to go into the text of what is selected. */
	writing: number;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilderParts(): Builder {
	const builder = useContext(BuilderContext);
	if (!builder) throw new Error("a part of the builder stands outside of it");
	return builder;
}

/** Where something is shown without script. */
export function hrefOf({ kind, code }: Selected): string {
	return `?${kind}=${encodeURIComponent(code)}`;
}
