import type { Ctx } from "#app/domain/ctx.ts";
import { adder, columnsOf, ownValues } from "#app/domain/reports/figure-lines.ts";
import { allFigureRows, type RollUp } from "#app/domain/reports/figures-queries.ts";
import { changesOf, type Selection } from "#app/domain/reports/rules.ts";
import type { Cell, Column, FigureColumn, FigureLine, Sheet } from "#app/domain/reports/schema.ts";
import { groupOf, schoolGroups } from "#app/domain/tallies/figures.ts";
import { columnLabel, columnName, figuresWords, ownText } from "#app/i18n/figures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { textOf } from "#app/i18n/returns.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { type Campaign, named, sheetTitle } from "./campaign-sheets.ts";

/** One line a school, reported or not; below them sub-totals by group and the total of just these rows. */
export function schoolFiguresSheet(ctx: Ctx, campaign: Campaign, selection: Selection): Sheet {
	const { locale } = ctx;
	const [w, t] = [resultsWords[locale], figuresWords[locale]];
	const { definition } = campaign;
	const columns = columnsOf(definition);
	const sums = adder(definition);
	const sumLine = (name: string, line: FigureLine): Cell[] => [
		null,
		null,
		name,
		null,
		null,
		null,
		t.reportedOf(String(line.reported), String(line.recipients)),
		...totalCells(ctx, campaign, columns, line),
	];
	return {
		name: t.sheets.schools,
		title: sheetTitle(ctx, campaign, t.title),
		columns: [
			{ label: w.number, kind: "integer", width: 6 },
			{ label: w.code, kind: "text", width: 12 },
			{ label: w.school, kind: "text", width: 36 },
			{ label: w.commune, kind: "text", width: 18 },
			{ label: w.kind, kind: "text", width: 18 },
			{ label: w.ownership, kind: "text", width: 12 },
			{ label: w.state, kind: "text", width: 16 },
			...figureColumns(ctx, campaign, columns),
		],
		async *rows() {
			let number = 0;
			for await (const portion of allFigureRows(ctx, campaign.id, selection)) {
				yield portion.map(({ figures, ...row }) => {
					number += 1;
					sums.add(groupOf(row), row, figures);
					const values = figures && ownValues(definition, figures);
					return [
						number,
						row.code,
						row.name,
						row.commune,
						named(schoolWords[locale].kinds, row.kind),
						named(schoolWords[locale].ownerships, row.ownership),
						figures ? w.states[row.state] : t.notReported,
						...columns.map((column) => ownCell(ctx, column, values?.[column.code] ?? null)),
						...definition.lights.map(({ code, says }) => {
							const colour = figures?.lights[code];
							return colour ? textOf(says[colour], locale) : null;
						}),
					];
				});
			}
		},
		totals: () => [
			...schoolGroups.flatMap((group) => {
				const line = sums.line([group]);
				return line.recipients > 0 ? [sumLine(t.totalOf(t.groups[group]), line)] : [];
			}),
			sumLine(t.total, sums.line()),
		],
	};
}

/** The same columns by commune, with the total of the office. */
export function communeFiguresSheet(ctx: Ctx, campaign: Campaign, rollUp: RollUp): Sheet {
	const [w, t] = [resultsWords[ctx.locale], figuresWords[ctx.locale]];
	const columns = columnsOf(campaign.definition);
	const cells = (line: FigureLine): Cell[] => [
		line.recipients,
		line.reported,
		...totalCells(ctx, campaign, columns, line),
	];
	return {
		name: t.sheets.communes,
		title: sheetTitle(ctx, campaign, `${t.title}: ${t.views.communes.toLowerCase()}`),
		columns: [
			{ label: w.number, kind: "integer", width: 6 },
			{ label: t.commune, kind: "text", width: 24 },
			{ label: t.recipients, kind: "integer", width: 10 },
			{ label: t.reported, kind: "integer", width: 10 },
			...figureColumns(ctx, campaign, columns),
		],
		async *rows() {
			yield rollUp.communes.map(({ name, line }, at) => [at + 1, name, ...cells(line)]);
		},
		totals: () => [[null, t.total, ...cells(rollUp.all)]],
	};
}

/** Totals beside those of the round before, one figure a line. */
export function changeSheet(ctx: Ctx, campaign: Campaign, rollUp: RollUp): Sheet {
	const t = figuresWords[ctx.locale];
	const { previous, all } = rollUp;
	const byCode = new Map(columnsOf(campaign.definition).map((column) => [column.code, column]));
	const number = (label: string): Column => ({ label, kind: "decimal", width: 14 });
	return {
		name: t.sheets.change,
		title: [
			...sheetTitle(ctx, campaign, t.change.title),
			previous ? `${t.change.before}: ${previous.title}` : t.change.none,
		],
		columns: [
			{ label: t.change.figure, kind: "text", width: 50 },
			{ label: t.sheets.measure, kind: "text", width: 18 },
			{ ...number(t.change.before) },
			{ ...number(t.change.now) },
			{ ...number(t.change.by) },
			{ label: `${t.reported}, ${t.change.before.toLowerCase()}`, kind: "integer", width: 14 },
			{ label: `${t.reported}, ${t.change.now.toLowerCase()}`, kind: "integer", width: 14 },
		],
		async *rows() {
			if (!previous) return;
			yield changesOf(previous.codes, previous.all, all).flatMap(({ code, before, now, by }): Cell[][] => {
				const column = byCode.get(code);
				if (!column) return [];
				const name = columnName({ ...column, unit: null }, ctx.locale);
				return [[name, measureOf(ctx, column), before.value, now.value, by, before.known, now.known]];
			});
		},
	};
}

function measureOf(ctx: Ctx, { type, unit }: FigureColumn): string | null {
	const { sheets } = figuresWords[ctx.locale];
	if (type === "share") return sheets.percent;
	if (type === "yes") return sheets.schoolsSaying;
	return unit && textOf(unit, ctx.locale);
}

function figureColumns(ctx: Ctx, { definition }: Campaign, columns: FigureColumn[]): Column[] {
	const { locale } = ctx;
	return [
		...columns.map((column): Column => {
			const kind = {
				sum: column.digits > 0 ? "decimal" : "integer",
				share: "tenths",
				yes: "text",
				text: "text",
			} as const;
			return {
				label: columnLabel(column, locale),
				...(column.group ? { group: textOf(column.group, locale) } : {}),
				kind: kind[column.type],
				width: column.type === "text" ? 24 : 12,
			};
		}),
		...definition.lights.map(({ label }): Column => ({ label: textOf(label, locale), kind: "text", width: 22 })),
	];
}

function ownCell(ctx: Ctx, column: FigureColumn, value: Parameters<typeof ownText>[1]): Cell {
	if (value === null) return null;
	if (column.type === "share") return typeof value === "number" ? Math.round(value * 10) : null;
	if (column.type === "sum") return typeof value === "number" ? value : null;
	return ownText(column, value, ctx.locale);
}

/** A yes is counted, so its total is a number in a column of words. Nobody's figure stays empty: it is not zero. */
function totalCells(ctx: Ctx, { definition }: Campaign, columns: FigureColumn[], line: FigureLine): Cell[] {
	return [
		...columns.map(({ code, type }) => {
			const value = line.totals[code]?.value ?? null;
			return type === "share" && value !== null ? Math.round(value * 10) : value;
		}),
		...definition.lights.map(({ code, says }) => {
			const counts = line.lights[code];
			if (!counts || line.reported === 0) return null;
			return (["green", "amber", "red"] as const)
				.map((colour) => `${textOf(says[colour], ctx.locale)}: ${counts[colour]}`)
				.join("; ");
		}),
	];
}
