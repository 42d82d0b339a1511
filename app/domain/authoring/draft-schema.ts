/**
 * A version while it is being written: the shape of the form language, but texts may still be empty and lists too short. Only the
 * bounds are wider, so a draft is of the same type as what is published, and everything of `forms` works on it.
 */
import { z } from "zod";
import { words } from "../forms/expression-schema.ts";
import { drawnList, figure, light } from "../forms/figure-schema.ts";
import { crossCheck, type Definition, definition, item, legalBasis, roster, section } from "../forms/schema.ts";
import { verdictRule } from "../forms/verdict-schema.ts";
import { draftCode } from "./code-schema.ts";

/** So much a draft may hold, the bounds of what is published: an edit beyond them does nothing, or the draft could not be read again. */
export const MOST = { sections: 200, items: 1000, checks: 500, figures: 100, lights: 10, lists: 10 };

const draftWords = words.extend({ vi: z.string().max(4000) });
const draftBasis = legalBasis.extend({ text: z.string().max(600) });

const [verdict, choice, choices, integer, decimal, date, text, longtext, computed] = item.options;
const soft = { text: draftWords, hint: draftWords.optional(), legalBasis: draftBasis.optional() };
const unit = draftWords.optional();
const option = choice.shape.options.element.extend({ label: draftWords, refused: draftWords.optional() });
const options = z.array(option).max(100);

/** One item of a draft. */
export const draftItem = z.discriminatedUnion("type", [
	verdict.extend({ ...soft, labels: z.object({ met: draftWords, unmet: draftWords }).partial().optional() }),
	choice.extend({ ...soft, options }),
	choices.extend({ ...soft, options }),
	integer.extend({ ...soft, unit }),
	decimal.extend({ ...soft, unit }),
	date.extend(soft),
	text.extend(soft),
	longtext.extend(soft),
	computed.extend({ ...soft, unit }),
]);

/** One section of a draft; it may be empty. */
export const draftSection = section.extend({
	title: draftWords,
	hint: draftWords.optional(),
	roster: roster.extend({ row: draftWords }).optional(),
	items: z.array(draftItem).max(MOST.items),
});

const [none, percent, count, levels] = verdictRule.options;
const level = levels.shape.levels.element.extend({ label: draftWords });
const draftRule = z.discriminatedUnion("type", [
	none,
	percent,
	count,
	levels.extend({ levels: z.array(level).min(1) }),
]);

/** Checks, figures, lights and lists of a draft, by the name of their place in the definition. */
export const draftParts = {
	checks: crossCheck.extend({ message: draftWords, items: z.array(crossCheck.shape.code).max(50) }),
	figures: figure.extend({ label: draftWords, unit, group: unit }),
	lights: light.extend({
		label: draftWords,
		says: z.object({ green: draftWords, amber: draftWords, red: draftWords }),
	}),
	lists: drawnList.extend({ title: draftWords, items: z.array(z.string().max(40)).max(20) }),
};

/** The form of a draft. */
export const draftDefinition: z.ZodType<Definition> = definition.extend({
	sections: z.array(draftSection).max(MOST.sections),
	checks: z.array(draftParts.checks).max(MOST.checks).default([]),
	figures: z.array(draftParts.figures).max(MOST.figures).default([]),
	lights: z.array(draftParts.lights).max(MOST.lights).default([]),
	lists: z.array(draftParts.lists).max(MOST.lists).default([]),
	rule: draftRule,
});

/** Everything of a version that its author writes. */
export const draft = z.object({
	/** Name of the template; it is the same for all its versions. */
	title: draftWords,
	/** Kinds of school it fits; empty: every kind. */
	kinds: z.array(z.string().min(1).max(20)).max(50),
	/** Calendar days on which the rule behind it holds, both included. */
	validFrom: z.iso.date().nullable(),
	validTo: z.iso.date().nullable(),
	legalBasis: z.array(draftBasis).max(50),
	definition: draftDefinition,
	/** The code of a conduct template; `definition` is then the return about it. Absent: a form. */
	conduct: draftCode.optional(),
});
export type Draft = z.infer<typeof draft>;

/** A field of `definition` that is set whole. */
export const formFields = { rule: draftRule, failure: definition.shape.failure };
