import { useActionData, useLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { answerOf, isBlankMeasure } from "#app/domain/forms/answers.ts";
import type { FaultDetail } from "#app/domain/forms/fault.ts";
import { normaliseAnswer } from "#app/domain/forms/normalise.ts";
import { typedNumber } from "#app/domain/forms/numbers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Answer, AnswerValue, Item, Measure } from "#app/domain/forms/schema.ts";
import { validateAnswer } from "#app/domain/forms/validate.ts";
import { visibleItems } from "#app/domain/forms/visibility.ts";
import { changeableItems } from "#app/domain/returns/rules.ts";
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

/** The answers of a section while they are being given: what stands in the fields, what it means, what could not be saved. */
export function useSection() {
	const { page, sent, section: code, personId } = useLoaderData<typeof loader>();
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
			const drawn = Object.keys(answers).map((item) => [item, (now[item] ?? 0) + 1] as const);
			return { ...now, ...Object.fromEntries(drawn) };
		});
	}, []);

	// What this device still holds of an earlier page lies over what the server knows.
	useEffect(() => {
		const pending = Object.values(queue?.pending() ?? {});
		if (pending.length > 0) lay(Object.fromEntries(pending.map((draft) => [draft.item, typedAnswer(draft)])));
	}, [queue, lay]);

	const answers = useMemo(() => {
		const live: Record<string, Answer> = { ...page.answers };
		for (const [item, given] of Object.entries(typed)) {
			const found = itemByCode.get(item);
			const read = found && readTyped(found, given);
			if (read?.ok) live[item] = read.answer;
		}
		return live;
	}, [page.answers, typed, itemByCode]);

	const shown = useMemo(() => {
		const visible = visibleItems(page.definition, answers, page.facts);
		const marked = page.review?.items ?? [];
		const open = sent && changeableItems(page.definition, page.facts, marked, sent, answers);
		return { sections: visible.sections, items: [...visible.items].filter((item) => !open || open.has(item)) };
	}, [page, sent, answers]);

	const typedFor = (item: string) => typed[item] ?? typedAnswer(answerOf(page.answers, item));

	function change(item: Item, part: Partial<Typed>): void {
		const given = { ...typedFor(item.code), ...part };
		setTyped((now) => ({ ...now, [item.code]: given }));
		const read = readTyped(item, given);
		setFaults(({ [item.code]: _mended, ...others }) => (read.ok ? others : { ...others, [item.code]: read.fault }));
		if (!read.ok) return;
		const stored = page.answers[item.code]?.revision ?? 0;
		queue?.change({ item: item.code, row: "", ...read.answer, base: Math.max(stored, queue.baseOf(item.code)) });
	}

	function choose(item: string, keep: "mine" | "theirs", current: StoredAnswer): void {
		queue?.choose(item, keep);
		if (keep === "theirs") lay({ [item]: typedAnswer(current) });
	}

	/** What the form without script answered, until the queue knows better. */
	const told = (item: string) => answered?.unsaved?.find((result) => result.item === item);

	return {
		page,
		section: page.definition.sections.find((one) => one.code === code),
		queue,
		view,
		answers,
		/** What the school sees now and may change. */
		shown,
		typedFor,
		/** Changes when the fields of an item must be drawn anew. */
		drawnAs: (item: string) => `${item}/${laid[item] ?? 0}`,
		change,
		choose,
		problem: problemOf(answered),
		faultOf(item: string): ItemFault | undefined {
			const refused = view.faults[item]?.fault ?? faultIn(told(item));
			return faults[item] ?? (refused && { sentence: refused, part: "part" in refused ? refused.part : "value" });
		},
		conflictOf(item: string): { mine: Typed; current: StoredAnswer } | undefined {
			const met = view.conflicts[item];
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
		operations.map(({ item, value, note, measure }) => [
			item,
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
