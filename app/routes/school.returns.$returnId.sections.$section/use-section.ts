import { useActionData, useLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { answerKey, answerOf, parseAnswerKey } from "#app/domain/forms/answers.ts";
import type { ReturnFault } from "#app/domain/forms/fault.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Answer, Item, Measure } from "#app/domain/forms/schema.ts";
import { sectionFields, situation } from "#app/domain/forms/situation.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import { changeableItems, mayChange } from "#app/domain/returns/rules.ts";
import type { Operation, OperationFault, OperationResult, StoredAnswer } from "#app/domain/returns/schema.ts";
import { useAutosave } from "#app/offline/use-autosave.ts";
import { usePhotoCounts, usePhotos } from "#app/offline/use-photos.ts";
import type { FillState, ItemFault, Met, Typed } from "#app/ui/fill/fill-state.ts";
import { noMeasure, readTyped, typedAnswer } from "#app/ui/fill/typed.ts";
import { problemOf } from "#app/ui/problem-banner.tsx";
import type { loader } from "./route.ts";

/**
 * The answers of a section, or of one row of it, while they are being given: what stands in the fields, what it means, what could not
 * be saved. Inside, answers go by their key; outside, an item of this page is named by its code.
 */
export function useSection() {
	const { page, sent, section: code, row, removed, traces, personId } = useLoaderData<typeof loader>();
	const answered = useActionData<{ unsaved?: OperationResult[]; typed?: Operation[] }>();
	const { queue, view } = useAutosave(page.returnId, personId);
	const photos = usePhotoCounts(page.photos, usePhotos(page.returnId, personId, queue));
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
			found ??= validateReturn(page.definition, answers, page.facts, photos);
			return found;
		};
	}, [page, answers, photos]);
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

	function choose(item: string, keep: "mine" | "theirs", current: StoredAnswer): boolean {
		if (!view.conflicts[keyOf(item)]) return false;
		queue?.choose(keyOf(item), keep);
		if (keep === "theirs") lay({ [keyOf(item)]: typedAnswer(current) });
		return true;
	}

	/** What the form without script answered, until the queue knows better. */
	const told = (item: string) => answered?.unsaved?.find((result) => result.item === item && result.row === row);

	const fill = {
		definition: page.definition,
		facts: page.facts,
		section,
		row,
		answers,
		/** Worked out when first asked. */
		faults: faultsNow,
		shown,
		marks: page.state === "sent_back" ? (page.review?.items ?? []) : [],
		removed,
		anchorOf: (item) => `item-${item}`,
		typedFor,
		postedWith: (item) => ({ base: page.answers[keyOf(item)]?.revision ?? 0, trace: traces[item] }),
		change,
		choose,
		faultOf(item) {
			const refused = view.faults[keyOf(item)]?.fault ?? faultIn(told(item));
			return (
				faults[keyOf(item)] ?? (refused && { sentence: refused, part: "part" in refused ? refused.part : "value" })
			);
		},
		conflictOf(item): Met | undefined {
			const met = view.conflicts[keyOf(item)];
			if (met) return { mine: typedAnswer(met.mine), current: met.current };
			const result = told(item);
			return result?.outcome === "conflict" ? { mine: typedFor(item), current: result.current } : undefined;
		},
	} satisfies FillState;
	return {
		...fill,
		page,
		queue,
		view,
		/** How many each answer has, those of this device with them. */
		photos,
		/** Changes when the fields of an item must be drawn anew. */
		drawnAs: (item: string) => `${item}/${laid[keyOf(item)] ?? 0}`,
		problem: problemOf(answered),
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
