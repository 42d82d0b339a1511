import type { Ctx } from "#app/domain/ctx.ts";
import { answeredValue, readAnswer } from "#app/domain/forms/answers.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import { rowsOf } from "#app/domain/forms/rows.ts";
import type { AnswerValue, Item } from "#app/domain/forms/schema.ts";
import { type DataFilter, type SentReturn, sentReturns } from "#app/domain/reports/data-queries.ts";
import type { Cell, Column, Sheet } from "#app/domain/reports/schema.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { dataWords } from "#app/i18n/data.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { verdictNames } from "#app/i18n/verdict.ts";
import { type Campaign, named, sheetTitle } from "./campaign-sheets.ts";

const text = (label: string, width = 14): Column => ({ label, kind: "text", width });

/** A column about the school or its return, and what stands in it. */
type Field<T> = { column: Column; cell: (of: T) => Cell };

/** What the columns of a school need of a sending. */
export type SentHead = Omit<SentReturn, "answers">;

/** Columns that every row of both tables begins with, codes beside words. */
export function schoolFields(ctx: Ctx): Field<SentHead>[] {
	const { school: t, yes, no } = dataWords[ctx.locale];
	const { kinds, ownerships } = schoolWords[ctx.locale];
	const { states } = resultsWords[ctx.locale];
	const time = (label: string): Column => ({ label, kind: "time", width: 17 });
	const whole = (label: string): Column => ({ label, kind: "integer", width: 9 });
	return [
		{ column: text(t.code), cell: (of) => of.code },
		{ column: text(t.name, 36), cell: (of) => of.name },
		{ column: text(t.communeCode, 10), cell: (of) => of.commune_code },
		{ column: text(t.commune, 18), cell: (of) => of.commune },
		{ column: text(t.kindCode, 10), cell: (of) => of.kind },
		{ column: text(t.kind, 20), cell: (of) => named(kinds, of.kind) },
		{ column: text(t.ownershipCode, 10), cell: (of) => of.ownership },
		{ column: text(t.ownership, 12), cell: (of) => named(ownerships, of.ownership) },
		{ column: text(t.returnId, 38), cell: (of) => of.return_id },
		{ column: whole(t.round), cell: (of) => of.round },
		{ column: text(t.stateCode, 12), cell: (of) => of.state },
		{ column: text(t.state, 16), cell: (of) => states[of.state] },
		{ column: time(t.firstSubmittedAt), cell: (of) => of.first_submitted_at },
		{ column: time(t.submittedAt), cell: (of) => of.submitted_at },
		{ column: time(t.reviewedAt), cell: (of) => of.reviewed_at },
		{
			column: text(t.changedAt, 26),
			cell: (of) => [of.submitted_at, of.reviewed_at].reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a)),
		},
		{ column: text(t.onTime, 9), cell: (of) => (of.on_time === null ? null : of.on_time === 1 ? yes : no) },
		{ column: text(t.verdictCode, 12), cell: (of) => of.verdict },
		{ column: text(t.verdict), cell: (of) => of.verdict && named(verdictNames[ctx.locale], of.verdict) },
		{ column: whole(t.met), cell: (of) => of.met },
		{ column: whole(t.counted), cell: (of) => of.counted },
		{ column: { label: t.percent, kind: "tenths", width: 9 }, cell: (of) => of.percent_tenths },
	];
}

/** What was answered in codes: the same in every language. */
function codeOf(value: AnswerValue): Cell {
	return Array.isArray(value) ? value.join(";") : value;
}

/** Whether an item's answers are codes, which stand beside their words. */
function coded(item: Item): boolean {
	return item.type === "verdict" || item.type === "choice" || item.type === "choices";
}

/** An item in the wide table: a column, or two where its answers are codes. */
export type WideItem = { code: string; coded: boolean; columns: Column[]; cells: (value: AnswerValue) => Cell[] };

/** The wide table in its parts: the school and its result, each item, how many rows each roster has. */
export type WideTable = {
	school: Field<SentHead>[];
	items: WideItem[];
	rosters: { code: string; column: Column }[];
	rosterCodes: ReadonlySet<string>;
};

export function wideTable(ctx: Ctx, campaign: Campaign): WideTable {
	const t = dataWords[ctx.locale];
	const { items, rosters, rosterCodes } = prepare(campaign.definition);
	return {
		school: schoolFields(ctx),
		items: items.map((item) => wideItem(ctx, item)),
		rosters: [...rosters].map(([code, section]) => ({
			column: { label: t.rows(`${code} ${textOf(section.title, ctx.locale)}`), kind: "integer", width: 12 },
			code,
		})),
		rosterCodes,
	};
}

/** Its columns, in the order of the cells of a row. */
export function wideColumns({ school, items, rosters }: WideTable): Column[] {
	return [
		school.map(({ column }) => column),
		items.flatMap(({ columns }) => columns),
		rosters.map((r) => r.column),
	].flat();
}

/** One row a return. */
export function wideSheet(ctx: Ctx, campaign: Campaign, filter: DataFilter): Sheet {
	const t = dataWords[ctx.locale];
	const table = wideTable(ctx, campaign);
	return {
		name: t.sheets.wide,
		title: sheetTitle(ctx, campaign, `${t.title}: ${t.sheets.wide.toLowerCase()}`),
		columns: wideColumns(table),
		async *rows() {
			for await (const portion of sentReturns(ctx, campaign.id, filter)) {
				yield portion.map((sent) => {
					const rows = rowsOf(sent.answers, table.rosterCodes);
					return [
						...table.school.map(({ cell }) => cell(sent)),
						...table.items.flatMap(({ code, cells }) => cells(answeredValue(sent.answers, code))),
						...table.rosters.map(({ code }) => rows.get(code)?.length ?? 0),
					];
				});
			}
		},
	};
}

function wideItem(ctx: Ctx, item: Item): WideItem {
	const t = dataWords[ctx.locale];
	const { code, type } = item;
	const label = `${code} ${textOf(item.text, ctx.locale)}`;
	if (coded(item)) {
		const inWords = wordsOf(ctx, item);
		const columns = [text(label, 10), text(t.inWords(code), 16)];
		return { code, coded: true, columns, cells: (value) => [codeOf(value), inWords(value)] };
	}
	if (type === "integer" || type === "decimal" || type === "computed") {
		return { code, coded: false, columns: [{ label, kind: "decimal", width: 12 }], cells: (value) => [codeOf(value)] };
	}
	const column: Column = type === "date" ? { label, kind: "day", width: 12 } : text(label, 28);
	return { code, coded: false, columns: [column], cells: (value) => [codeOf(value) || null] };
}

/** Answers of an item in words; each is worded once. */
function wordsOf(ctx: Ctx, item: Item): (value: AnswerValue) => string | null {
	const known = new Map<string, string | null>();
	return (value) => {
		if (typeof value !== "string" || !coded(item)) return answerText(item, value, ctx.locale) || null;
		const found = known.get(value);
		if (found !== undefined) return found;
		const worded = answerText(item, value, ctx.locale) || null;
		known.set(value, worded);
		return worded;
	};
}

/** What every answer to an item begins with, and what follows the row: `rest` reads an answer of whatever shape. */
export type LongItem = { code: string; cells: Cell[]; rest: (found: unknown) => Cell[] };

/** One answer: to which item, in which row of a roster, and as it was sent. */
export type LongAnswer = { of: LongItem; row: string; title: string; found: unknown };

/** The long table in its three parts, so that a file writes what repeats once: school, item, answer. */
export type LongTable = {
	columns: { school: Column[]; item: Column[]; answer: Column[] };
	/** Items in the order of the form, those of rosters left out. */
	items: LongItem[];
	school(sent: SentHead): Cell[];
	answers(sent: Pick<SentReturn, "answers">): Generator<LongAnswer>;
};

/** One row an answer, rows of rosters included, in the order of the form. */
export function longTable(ctx: Ctx, campaign: Campaign): LongTable {
	const { answer: t, types, yes } = dataWords[ctx.locale];
	const { rosterCodes } = prepare(campaign.definition);
	// Of the school only what tells it and its return apart: the rest stands once in the wide table, under the same id of the return.
	const { school: s } = dataWords[ctx.locale];
	const kept = [s.code, s.name, s.commune, s.returnId, s.round, s.stateCode, s.changedAt];
	const fields = schoolFields(ctx).filter(({ column }) => kept.includes(column.label));
	const sections = campaign.definition.sections.map((section) => ({
		roster: section.roster,
		items: section.items.map(
			(item): LongItem => ({
				code: item.code,
				cells: [section.code, item.code, textOf(item.text, ctx.locale), types[item.type]],
				rest: restOf(wordsOf(ctx, item), yes),
			}),
		),
		title: section.roster && section.items.find(({ code }) => code === section.roster?.title),
	}));
	return {
		columns: {
			school: fields.map(({ column }) => column),
			item: [text(t.section, 8), text(t.item, 10), text(t.text, 60), text(t.type)],
			answer: [
				text(t.row, 38),
				text(t.title, 24),
				text(t.value, 12),
				text(t.words, 28),
				text(t.note, 30),
				text(t.what, 30),
				text(t.who, 20),
				{ label: t.due, kind: "day", width: 12 },
				text(t.superior, 10),
				text(t.request, 30),
			],
		},
		items: sections.flatMap(({ roster, items }) => (roster ? [] : items)),
		school: (sent) => fields.map(({ cell }) => cell(sent)),
		*answers({ answers }) {
			const rosters = rowsOf(answers, rosterCodes);
			for (const { roster, items, title } of sections) {
				for (const row of roster ? (rosters.get(roster.code) ?? []) : [""]) {
					const name = title ? answerText(title, answeredValue(answers, title.code, row), ctx.locale) : "";
					for (const of of items) {
						const key = row === "" ? of.code : `${of.code}#${row}`;
						// What was hidden or left out has no entry; `constructor` is a legal code.
						if (Object.hasOwn(answers, key)) yield { of, row, title: name, found: answers[key] };
					}
				}
			}
		},
	};
}

function restOf(words: (value: AnswerValue) => string | null, yes: string): LongItem["rest"] {
	return (found) => {
		const { value, note, measure } = readAnswer(found);
		const proposed: Cell[] = measure
			? [measure.what, measure.who, measure.due || null, measure.superior ? yes : null, measure.request]
			: [null, null, null, null, null];
		return [codeOf(value), words(value), note || null, ...proposed];
	};
}

/** The long table as a sheet. */
export function longSheet(ctx: Ctx, campaign: Campaign, filter: DataFilter): Sheet {
	const t = dataWords[ctx.locale];
	const table = longTable(ctx, campaign);
	return {
		name: t.sheets.long,
		title: sheetTitle(ctx, campaign, `${t.title}: ${t.sheets.long.toLowerCase()}`),
		columns: [...table.columns.school, ...table.columns.item, ...table.columns.answer],
		async *rows() {
			for await (const portion of sentReturns(ctx, campaign.id, filter)) {
				yield portion.flatMap((sent) => {
					const school = table.school(sent);
					return Array.from(table.answers(sent), ({ of, row, title, found }) => [
						...school,
						...of.cells,
						row,
						title,
						...of.rest(found),
					]);
				});
			}
		},
	};
}

/** Codes that an answer to the item may hold. */
export function codesOf(item: Item): string[] {
	if (item.type === "verdict") return ["met", "unmet", ...(item.allowNa ? ["na"] : [])];
	return item.type === "choice" || item.type === "choices" ? item.options.map(({ value }) => value) : [];
}

/** One line of the code book. */
export type CodeLine = { code: string; meaning: string; type: string; values: string };

/** What each item's column means and which codes it holds. */
export function codeBook(ctx: Ctx, campaign: Campaign): CodeLine[] {
	const { types } = dataWords[ctx.locale];
	return campaign.definition.sections.flatMap((section) =>
		section.items.map((item) => {
			return {
				code: item.code,
				meaning: textOf(item.text, ctx.locale),
				type: types[item.type],
				values: codesOf(item)
					.map((code) => `${code} = ${answerText(item, code, ctx.locale)}`)
					.join("; "),
			};
		}),
	);
}

/** The code book as a sheet beside the data. */
export function codeBookSheet(ctx: Ctx, campaign: Campaign): Sheet {
	const { columns: t, sheets } = dataWords[ctx.locale];
	return {
		name: sheets.codebook,
		title: sheetTitle(ctx, campaign, sheets.codebook),
		columns: [text(t.code, 12), text(t.meaning, 80), text(t.type, 16), text(t.values, 60)],
		async *rows() {
			yield codeBook(ctx, campaign).map(({ code, meaning, type, values }) => [code, meaning, type, values]);
		},
	};
}
