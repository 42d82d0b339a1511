import { useEffect, useMemo, useRef, useState } from "react";
import { answerKey, noAnswer, parseAnswerKey } from "#app/domain/forms/answers.ts";
import { prefilled } from "#app/domain/forms/prefill.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { rowsOf } from "#app/domain/forms/rows.ts";
import type { Answers, Definition, Item, SchoolFacts, Section } from "#app/domain/forms/schema.ts";
import { sectionFields, situation } from "#app/domain/forms/situation.ts";
import { validateReturn } from "#app/domain/forms/validate.ts";
import type { FillState, Typed } from "../fill/fill-state.ts";
import { noMeasure, readTyped, typedAnswer } from "../fill/typed.ts";

const blank: Typed = { value: null, note: "", measure: noMeasure };

/** What was tried out: answers by key as they stand in their fields, and the rows by key with their places. */
type Tried = { typed: Readonly<Record<string, Typed>>; rows: Answers };
const nothing: Tried = { typed: {}, rows: {} };

/** What was tried at a key; `constructor` is a legal code of an item. */
function typedAt(typed: Tried["typed"], key: string): Typed | undefined {
	return Object.hasOwn(typed, key) ? typed[key] : undefined;
}

/** The id of an item's card in the preview; the builder's own list has ids of its own. */
export function previewAnchor(item: string): string {
	return `preview-${item}`;
}

/**
 * A return that is nobody's: what is tapped in the preview, and what follows from it by the code that judges real returns. Answers are
 * kept by their keys while the form changes under them; one that no longer fits its item counts as none.
 */
export function usePreview(definition: Definition, facts: SchoolFacts, focusItem: string | undefined) {
	const [tried, setTried] = useState<Tried>(nothing);
	const [place, setPlace] = useState({ section: definition.sections[0]?.code ?? "", row: "" });
	const [removed, setRemoved] = useState("");
	// Fields keep their own text: a new number draws them anew.
	const [round, setRound] = useState(0);
	const reader = useReader();

	const { itemByCode, sectionOf, rosterCodes } = prepare(definition);
	const answers = useMemo(() => {
		const live: Answers = { ...tried.rows };
		for (const [key, typed] of Object.entries(tried.typed)) {
			const item = itemByCode.get(parseAnswerKey(key).item);
			const read = item && reader(key, item, typed);
			if (read?.ok) live[key] = read.answer;
		}
		return live;
	}, [tried, itemByCode, reader]);
	const state = useMemo(() => situation(definition, answers, facts), [definition, answers, facts]);

	useEffect(() => {
		const home = focusItem === undefined ? undefined : sectionOf.get(focusItem)?.code;
		if (home !== undefined) setPlace((now) => (now.section === home ? now : { section: home, row: "" }));
	}, [focusItem, sectionOf]);

	// A section that was taken out or is skipped now leaves the first one that is left.
	const seen = definition.sections.filter(({ code }) => state.sections.has(code));
	const section = seen.find(({ code }) => code === place.section) ?? seen[0];
	const rows = section?.roster ? (state.rows.get(section.roster.code) ?? []).map(({ id }) => id) : [];
	const row = section?.code === place.section && rows.includes(place.row) ? place.row : "";

	const faults = useMemo(() => {
		let found: ReturnType<typeof validateReturn> | null = null;
		return () => {
			found ??= validateReturn(definition, answers, facts);
			return found;
		};
	}, [definition, answers, facts]);

	const keyOf = (item: string) => answerKey(item, row);
	const typedFor = (item: string) => typedAt(tried.typed, keyOf(item)) ?? blank;
	const fill: FillState = {
		definition,
		facts,
		answers,
		section,
		row,
		shown: { state, rows, rowsOpen: true, mayChangeRow: () => true },
		marks: [],
		removed,
		faults,
		anchorOf: previewAnchor,
		typedFor,
		faultOf(code) {
			const item = itemByCode.get(code);
			const typed = typedAt(tried.typed, keyOf(code));
			const read = item && typed && reader(keyOf(code), item, typed);
			return read?.ok === false ? read.fault : undefined;
		},
		conflictOf: () => undefined,
		postedWith: () => ({ base: 0, trace: undefined }),
		// By what stands there when it is drawn: a card may hold on to an older state than this one.
		change(item: Item, part: Partial<Typed>) {
			const key = keyOf(item.code);
			setTried((now) => ({
				...now,
				typed: { ...now.typed, [key]: { ...(typedAt(now.typed, key) ?? blank), ...part } },
			}));
		},
		choose: () => false,
	};

	function pressRows(act: string): void {
		if (!section?.roster) return;
		const { code, title } = section.roster;
		const [kind, of = ""] = act.split(":");
		const ids = rowsOf(tried.rows, new Set([code])).get(code) ?? [];
		const places = Object.values(tried.rows).map(({ value }) => (typeof value === "number" ? value : 0));
		const next = Math.max(0, ...places) + 1;
		const id = kind === "restore" ? of : `t${next}`;
		const entry = { ...noAnswer, value: next };
		if (kind === "remove") {
			setTried((now) => {
				const { [answerKey(code, of)]: _gone, ...rest } = now.rows;
				return { ...now, rows: rest };
			});
			setRemoved(of);
			setPlace({ section: section.code, row: "" });
			return;
		}
		const copied = kind === "copy" && ids.includes(of) ? copyOf(section, tried.typed, of, id, title) : {};
		setTried((now) => ({ typed: { ...now.typed, ...copied }, rows: { ...now.rows, [answerKey(code, id)]: entry } }));
		setRemoved("");
		setPlace({ section: section.code, row: id });
	}

	/** The school's record put in, as a return that was just opened offers; nothing where something was tried already. */
	const record = tried === nothing ? prefilled(definition, facts, null, rowIds()) : [];
	function putRecord(): void {
		const rows = record.filter(({ item }) => rosterCodes.has(item));
		const answers = record.filter(({ item }) => !rosterCodes.has(item));
		setTried({
			rows: Object.fromEntries(rows.map(({ item, row, value }) => [answerKey(item, row), { ...noAnswer, value }])),
			typed: Object.fromEntries(
				answers.map(({ item, row, value }) => [answerKey(item, row), typedAnswer({ value, note: "", measure: null })]),
			),
		});
		setRound((now) => now + 1);
	}

	return {
		fill,
		putRecord:
			record.length > 0 ? { rows: record.filter(({ item }) => rosterCodes.has(item)).length, put: putRecord } : null,
		sections: seen,
		items: section ? sectionFields(section, state).filter((field) => field.row === row) : [],
		round,
		pressRows,
		open: (code: string, at = "") => {
			setRemoved("");
			setPlace({ section: code, row: at });
		},
		clear() {
			setTried(nothing);
			setRemoved("");
			setRound((now) => now + 1);
		},
		empty: tried === nothing,
	};
}

export type Preview = ReturnType<typeof usePreview>;

function copyOf(section: Section, typed: Tried["typed"], from: string, to: string, title: string) {
	return Object.fromEntries(
		section.items.flatMap((item) => {
			const given = typed[answerKey(item.code, from)];
			return given && item.code !== title ? [[answerKey(item.code, to), given] as const] : [];
		}),
	);
}

/** Ids of rows that the record makes; those added by hand begin otherwise. */
function rowIds(): () => string {
	let made = 0;
	return () => {
		made += 1;
		return `p${made}`;
	};
}

/** `readTyped` that remembers: a tap changes one answer of a thousand. */
function useReader() {
	const known = useRef(new Map<string, { item: Item; typed: Typed; read: ReturnType<typeof readTyped> }>());
	return useRef((key: string, item: Item, typed: Typed) => {
		const found = known.current.get(key);
		if (found?.item === item && found.typed === typed) return found.read;
		const read = readTyped(item, typed);
		known.current.set(key, { item, typed, read });
		return read;
	}).current;
}
