import type { Ctx } from "#app/domain/ctx.ts";
import type { MapPicture } from "#app/domain/reports/map-picture.ts";
import type { ReturnDay } from "#app/domain/reports/picture-lines.ts";
import type { HeatMap, KindGroup, RoundPair } from "#app/domain/reports/picture-queries.ts";
import type { Picture } from "#app/domain/reports/pictures.ts";
import { listQuery } from "#app/domain/reports/rules.ts";
import type { Cell, Column, FailedCriterion, Sheet } from "#app/domain/reports/schema.ts";
import { picturesWords, pictureTitle } from "#app/i18n/pictures.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { roundLines } from "#app/i18n/round-lines.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { type Campaign, named, sheetTitle } from "./campaign-sheets.ts";

/** The figures of a picture as a table: the same rows on the page, and in the file. `to` is the query of the list behind a row. */
export type PictureTable = { columns: Column[]; rows: { cells: Cell[]; list: string | null }[] };

const text = (label: string, width = 24): Column => ({ label, kind: "text", width });
const whole = (label: string): Column => ({ label, kind: "integer", width: 12 });
const share = (label: string): Column => ({ label, kind: "tenths", width: 12 });

/** The table of a picture. */
export function pictureTable(ctx: Ctx, campaign: Campaign, picture: Picture): PictureTable {
	const rated = campaign.definition.rule.type !== "none";
	switch (picture.kind) {
		case "map":
			return mapTable(ctx, picture.map);
		case "heat":
			return heatTable(ctx, picture.heat);
		case "criteria":
			return criteriaTable(ctx, picture.rows);
		case "days":
			return daysTable(ctx, picture.days);
		case "kinds":
			return kindsTable(ctx, picture.rows, rated);
		case "rounds":
			return roundsTable(ctx, picture.pair, rated);
	}
}

/** The same table as a sheet to keep. */
export function pictureSheet(ctx: Ctx, campaign: Campaign, picture: Picture): Sheet {
	const { columns, rows } = pictureTable(ctx, campaign, picture);
	const title = pictureTitle(picture.kind, campaign.definition.rule.type !== "none", ctx.locale);
	return {
		name: title,
		title: sheetTitle(ctx, campaign, title),
		columns,
		async *rows() {
			yield rows.map(({ cells }) => cells);
		},
	};
}

function mapTable(ctx: Ctx, map: MapPicture): PictureTable {
	const [t, w] = [picturesWords[ctx.locale], resultsWords[ctx.locale]];
	return {
		columns: [
			text(t.map.area),
			...(map.by === "met" ? [whole(w.met), whole(w.reported)] : [whole(w.reported), whole(w.recipients)]),
			share(map.by === "met" ? t.map.met : t.map.rate),
			text(t.map.communes, 40),
		],
		rows: map.areas.map(({ ids, name, communes, part, whole, rate }) => ({
			cells: [name, part, whole, rate, communes.join(", ")],
			list: listQuery("all", { commune: ids }),
		})),
	};
}

function heatTable(ctx: Ctx, { sections, rows }: HeatMap): PictureTable {
	const [t, w] = [picturesWords[ctx.locale].heat, resultsWords[ctx.locale]];
	return {
		columns: [
			text(w.school, 36),
			text(w.commune),
			share(t.percent),
			...sections.flatMap(({ code }) => [whole(t.unmetIn(code)), whole(t.metIn(code))]),
		],
		rows: rows.map(({ name, commune, percentTenths, cells }) => ({
			cells: [name, commune, percentTenths, ...cells.flatMap(({ unmet, met }) => [unmet, met])],
			list: null,
		})),
	};
}

function criteriaTable(ctx: Ctx, rows: FailedCriterion[]): PictureTable {
	const w = resultsWords[ctx.locale];
	return {
		columns: [
			text(w.criterionCode, 12),
			text(w.criterion, 80),
			whole(w.unmetCount),
			whole(w.applicable),
			share(w.unmetRate),
		],
		rows: rows.map(({ code, text, unmet, applicable, rate }) => ({
			cells: [code, text, unmet, applicable, rate],
			list: listQuery("all", { item: code }),
		})),
	};
}

function daysTable(ctx: Ctx, days: ReturnDay[]): PictureTable {
	const t = picturesWords[ctx.locale].days;
	return {
		columns: [{ label: t.day, kind: "day", width: 12 }, whole(t.returned), whole(t.total)],
		rows: days.map(({ day, returned, total }) => ({
			cells: [day, returned, total],
			list: returned > 0 ? listQuery("all", { day }) : null,
		})),
	};
}

function kindsTable(ctx: Ctx, rows: KindGroup[], rated: boolean): PictureTable {
	const w = resultsWords[ctx.locale];
	const { kinds, ownerships } = schoolWords[ctx.locale];
	return {
		columns: [
			text(w.kind),
			text(w.ownership, 14),
			whole(w.recipients),
			whole(w.reported),
			...(rated ? [whole(w.met), whole(w.notMet), whole(w.provisional)] : []),
		],
		rows: rows.map((row) => ({
			cells: [
				named(kinds, row.kind),
				named(ownerships, row.ownership),
				row.recipients,
				row.reported,
				...(rated ? [row.met, row.notMet, row.provisional] : []),
			],
			list: listQuery("all", { kind: row.kind, ownership: row.ownership }),
		})),
	};
}

function roundsTable(ctx: Ctx, pair: RoundPair, rated: boolean): PictureTable {
	const t = picturesWords[ctx.locale].rounds;
	return {
		columns: [text(t.measure, 80), share(t.before), share(t.now), share(t.by)],
		rows: roundLines(pair, rated, ctx.locale).map(({ label, item, before, now }) => ({
			cells: [label, before, now, before === null || now === null ? null : now - before],
			list: item === null ? null : listQuery("all", { item }),
		})),
	};
}
