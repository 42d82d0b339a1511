import { useActionData, useLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { answerKey, answerOf, isBlankMeasure, parseAnswerKey } from "#app/domain/forms/answers.ts";
import type { FaultDetail, ReturnFault } from "#app/domain/forms/fault.ts";
import { normaliseAnswer } from "#app/domain/forms/normalise.ts";
import { typedNumber } from "#app/domain/forms/numbers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Answer, AnswerValue, Item, Measure } from "#app/domain/forms/schema.ts";
import { sectionFields, situation } from "#app/domain/forms/situation.ts";
import { validateAnswer, validateReturn } from "#app/domain/forms/validate.ts";
import { changeableItems, mayChange } from "#app/domain/returns/rules.ts";
import type {
	AnswerPart,
	Operation,
	OperationFault,
	OperationResult,
	StoredAnswer,
} from "#app/domain/returns/schema.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";

/** An answer as it stands in its fields: numbers as they were typed. */
export type Typed = { value: string | string[] | null; note: string; measure: Measure };

export type ItemFault = { sentence: FaultDetail | OperationFault; part: AnswerPart };

const noMeasure: Measure = { what: "", who: "", due: "", superior: false, request: "" };

/**
 * The answers of a section, or of one row of it, while they are being given: what stands in the fields, what it means, what could not
 * be saved. Inside, answers go by their key; outside, an item of this page is named by its code.
 */
export function useSection() {
	const { page, sent, section: code, row, personId } = useLoaderData<typeof loader>();
	const answered = useActionData<{ unsaved?: OperationResult[]; typed?: Operation[] }>();
	const { queue, view } = useAutosave(page.returnId, personId);
	const { itemByCode } = prepare(page.definition);
	const [typed, setTyped] = useState<Record<string, Typed>>(() => typedOf(answered?.typed));
	const [faults, setFaults] = useState<Record<string, ItemFault>>({});
	// How often an answer was put into its fields from elsewhere: the fields keep their own text and have to be drawn anew.
	const [laid, setLaid] = useState<Record<string, number>>({});

	const lay = useCallback((answers: Record<string, Typed>) => {
		setTyped((now) => ({ ...now, ...answers }));
		setLaid((now) => {
			const drawn = Object.keys(answers).map((key) => [key, (now[key] ?? 0) + 1] as const);
			return { ...now, ...Object.fromEntries(drawn) };
		});
	}, []);

	// What this device still holds of an earlier page lies over what the page was loaded with. Once: later changes are typed here.
	const loaded = useRef(page.answers);
	useEffect(() => {
		if (!queue) return;
		const drafts = { ...queue.arrivedAfter((key) => loaded.current[key]?.revision ?? 0), ...queue.pending() };
		const unknown = Object.entries(drafts).map(([key, draft]) => [key, typedAnswer(draft)] as const);
		if (unknown.length > 0) lay(Object.fromEntries(unknown));
	}, [queue, lay]);

	const answers = useMemo(() => {
		const live: Record<string, Answer> = { ...page.answers };
		for (const [key, given] of Object.entries(typed)) {
			const found = itemByCode.get(parseAnswerKey(key).item);
			const read = found && readTyped(found, given);
			if (read?.ok) live[key] = read.answer;
		}
		return live;
	}, [page.answers, typed, itemByCode]);

	const section = page.definition.sections.find((one) => one.code === code);
	const shown = useMemo(() => {
		const state = situation(page.definition, answers, page.facts);
		const marked = page.review?.items ?? [];
		const open = sent && changeableItems(page.definition, page.facts, marked, sent, answers);
		const may = (item: string, at: string) => mayChange(open, page.definition, item, at);
		const fields = section ? sectionFields(section, state) : [];
		return {
			sections: state.sections,
			items: fields.filter((field) => field.row === row && may(field.item.code, row)).map(({ item }) => item.code),
			/** Rows of this section that are there, and whether rows may be added and taken out. */
			rows: section?.roster ? (state.rows.get(section.roster.code) ?? []).map(({ id }) => id) : [],
			rowsOpen: section?.roster ? may(section.roster.code, row) : false,
			mayChangeRow: (id: string) => fields.some((field) => field.row === id && may(field.item.code, id)),
			state,
		};
	}, [page, sent, answers, section, row]);

	const faultsNow = useMemo(() => {
		let found: ReturnFault[] | null = null;
		return () => {
			found ??= validateReturn(page.definition, answers, page.facts);
			return found;
		};
	}, [page, answers]);
	const keyOf = (item: string) => answerKey(item, row);
	const typedFor = (item: string) => typed[keyOf(item)] ?? typedAnswer(answerOf(page.answers, item, row));

	function change(item: Item, part: Partial<Typed>): void {
		const key = keyOf(item.code);
		const given = { ...typedFor(item.code), ...part };
		setTyped((now) => ({ ...now, [key]: given }));
		const read = readTyped(item, given);
		setFaults(({ [key]: _mended, ...others }) => (read.ok ? others : { ...others, [key]: read.fault }));
		if (!read.ok) return;
		const stored = page.answers[key]?.revision ?? 0;
		queue?.change({ item: item.code, row, ...read.answer, base: Math.max(stored, queue.baseOf(key)) });
	}

	function choose(item: string, keep: "mine" | "theirs", current: StoredAnswer): void {
		queue?.choose(keyOf(item), keep);
		if (keep === "theirs") lay({ [keyOf(item)]: typedAnswer(current) });
	}

	/** What the form without script answered, until the queue knows better. */
	const told = (item: string) => answered?.unsaved?.find((result) => result.item === item && result.row === row);

	return {
		page,
		section,
		/** The row of a roster whose items are on the page; "" for the list of rows, and outside rosters. */
		row,
		queue,
		view,
		answers,
		/** What is wrong with the whole return as it stands; worked out when first asked. */
		faults: faultsNow,
		/** What the school sees now and may change. */
		shown,
		typedFor,
		/** Changes when the fields of an item must be drawn anew. */
		drawnAs: (item: string) => `${item}/${laid[keyOf(item)] ?? 0}`,
		revisionOf: (item: string) => page.answers[keyOf(item)]?.revision ?? 0,
		change,
		choose,
		problem: problemOf(answered),
		faultOf(item: string): ItemFault | undefined {
			const refused = view.faults[keyOf(item)]?.fault ?? faultIn(told(item));
			return (
				faults[keyOf(item)] ?? (refused && { sentence: refused, part: "part" in refused ? refused.part : "value" })
			);
		},
		conflictOf(item: string): { mine: Typed; current: StoredAnswer } | undefined {
			const met = view.conflicts[keyOf(item)];
			if (met) return { mine: typedAnswer(met.mine), current: met.current };
			const result = told(item);
			return result?.outcome === "conflict" ? { mine: typedFor(item), current: result.current } : undefined;
		},
	};
}

export type SectionState = ReturnType<typeof useSection>;

function faultIn(result: OperationResult | undefined): OperationFault | undefined {
	return result?.outcome === "refused" ? result.fault : undefined;
}

function typedOf(operations: readonly Operation[] = []): Record<string, Typed> {
	return Object.fromEntries(
		operations.map(({ item, row, value, note, measure }) => [
			answerKey(item, row),
			{ value: value as Typed["value"], note, measure: { ...noMeasure, ...(measure as Partial<Measure>) } },
		]),
	);
}

function typedAnswer({ value, note, measure }: { value: AnswerValue; note: string; measure: Measure | null }): Typed {
	return { value: typeof value === "number" ? typedNumber(value) : value, note, measure: measure ?? noMeasure };
}

type Read = { ok: true; answer: Answer } | { ok: false; fault: ItemFault };

/** What the fields say, judged as the server will: an answer that it would refuse is not sent. */
function readTyped(item: Item, { value, note, measure }: Typed): Read {
	const normal = normaliseAnswer(item, value);
	if (!normal.ok) return { ok: false, fault: { sentence: normal.fault, part: "value" } };
	const answer = { value: normal.value, note, measure: isBlankMeasure(measure) ? null : measure };
	const [wrong] = validateAnswer(item, { ...answer, note: "", measure: null });
	if (wrong) return { ok: false, fault: { sentence: wrong, part: "value" } };
	const [long] = validateAnswer(item, { ...answer, measure: null });
	return long ? { ok: false, fault: { sentence: long, part: "note" } } : { ok: true, answer };
}
