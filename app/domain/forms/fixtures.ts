/** Small forms for the tests of this room. Everything goes through the schema, as a version does before it is published. */
import type { z } from "zod";
import type { Expression } from "./expression-schema.ts";
import {
	type Answer,
	type Answers,
	type AnswerValue,
	type Definition,
	definition,
	type Item,
	item,
	type SchoolFacts,
} from "./schema.ts";
import { verdict } from "./verdict.ts";
import type { Verdict } from "./verdict-schema.ts";

type DefinitionInput = z.input<typeof definition>;
type ItemInput = z.input<typeof item>;
type Extra<T extends ItemInput["type"]> = Partial<Omit<Extract<ItemInput, { type: T }>, "type" | "code">>;

/** A form of one section, unless sections are given. */
export function form(input: Partial<DefinitionInput> & { items?: ItemInput[] }): Definition {
	const { items, ...rest } = input;
	const sections = items ? [{ code: "S", title: { vi: "Phần" }, items }] : [];
	return definition.parse({ rule: { type: "none" }, sections, ...rest });
}

export function section(code: string, items: ItemInput[], visibleIf?: Expression): DefinitionInput["sections"][number] {
	return { code, title: { vi: code }, items, ...(visibleIf ? { visibleIf } : {}) };
}

export const criterion = (code: string, extra: Extra<"verdict"> = {}): ItemInput => ({
	type: "verdict",
	code,
	text: { vi: code },
	...extra,
});

export const integer = (code: string, extra: Extra<"integer"> = {}): ItemInput => ({
	type: "integer",
	code,
	text: { vi: code },
	...extra,
});

export const computed = (code: string, expression: Expression, extra: Extra<"computed"> = {}): ItemInput => ({
	type: "computed",
	code,
	text: { vi: code },
	expression,
	...extra,
});

/** One item with the schema's defaults. */
export const itemOf = (input: ItemInput): Item => item.parse(input);

export const value = (given: AnswerValue, rest: Partial<Answer> = {}): Answer => ({
	value: given,
	note: "",
	measure: null,
	...rest,
});

/** Answers without remark or measure. */
export function answers(values: Record<string, AnswerValue>): Answers {
	return Object.fromEntries(Object.entries(values).map(([code, given]) => [code, value(given)]));
}

/** So many criteria with the same answer, coded `C1`, `C2` and on. */
export function series(outcomes: readonly AnswerValue[]): Answers {
	return answers(Object.fromEntries(outcomes.map((outcome, at) => [`C${at + 1}`, outcome])));
}

export const preschool: SchoolFacts = {
	kind: "MN",
	ownership: "public",
	classrooms: 12,
	pupils: 300,
	staff: 25,
	sites: null,
};

export const given = (item: string): Expression => ({ op: "answer", item });
export const constant = (fixed: string | number | boolean): Expression => ({ op: "const", value: fixed });
export const equals = (left: Expression, right: Expression): Expression => ({ op: "eq", left, right });

const times = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing);

/** Criteria `C1` to `C<count>`; `extra` says what is special about the one at that place. */
export function criteria(count: number, extra: (at: number) => Extra<"verdict"> = () => ({})): ItemInput[] {
	return Array.from({ length: count }, (_, at) => criterion(`C${at + 1}`, extra(at + 1)));
}

/** Answers to `C1` and on: so many met, then so many unmet, then so many not applicable. */
export function outcomes(met: number, unmet = 0, na = 0): Answers {
	return series([...times(met, "met"), ...times(unmet, "unmet"), ...times(na, "na")]);
}

/** The verdict on a school of a kind. */
export function judge(definition: Definition, given: Answers, kind = "MN"): Verdict {
	return verdict(definition, given, { ...preschool, kind });
}
