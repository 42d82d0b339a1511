import { type AdoptionLine, allAdoptions } from "#app/domain/conduct/office-queries.ts";
import { type AdoptionGroup, adoptionGroups } from "#app/domain/conduct/office-totals.ts";
import { sharePercent } from "#app/domain/conduct/rules.ts";
import type { AdoptionSearch } from "#app/domain/conduct/schema.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import type { Cell, Sheet } from "#app/domain/reports/schema.ts";
import { conductWords } from "#app/i18n/conduct.ts";
import { conductOfficeWords } from "#app/i18n/conduct-office.ts";
import { figuresWords } from "#app/i18n/figures.ts";
import { formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { schoolWords } from "#app/i18n/schools.ts";
import { named } from "./campaign-sheets.ts";

/** Annex IV (facts §9.3): one line a school, numbers of people and never a name. */
export function adoptionSheet(ctx: Ctx, search: AdoptionSearch): Sheet {
	const t = conductOfficeWords[ctx.locale];
	const { columns: c } = t;
	return {
		name: t.sheetSchools,
		title: titleLines(ctx, search, t.xlsxTitle),
		columns: [
			{ label: c.number, kind: "integer", width: 6 },
			{ label: c.code, kind: "text", width: 12 },
			{ label: c.school, kind: "text", width: 36 },
			{ label: t.kind, kind: "text", width: 18 },
			{ label: t.commune, kind: "text", width: 18 },
			{ label: c.stage, kind: "text", width: 20 },
			{ label: c.decisionNumber, kind: "text", width: 18 },
			{ label: c.decidedOn, kind: "day", width: 12 },
			{ label: c.publishedOn, kind: "day", width: 12 },
			{ label: c.groupsComplete, kind: "text", width: 9 },
			{ label: c.groupsOf, kind: "text", width: 12 },
			{ label: c.agreedPercent, kind: "integer", width: 10 },
			{ label: c.voices, kind: "integer", width: 9 },
			{ label: c.web, kind: "text", width: 32, group: c.publicity },
			{ label: c.board, kind: "text", width: 9, group: c.publicity },
			{ label: c.signedShort, kind: "integer", width: 9, group: c.signed },
			{ label: c.asked, kind: "integer", width: 9, group: c.signed },
			{ label: c.earlier, kind: "integer", width: 10, group: c.signed },
			{ label: c.channel, kind: "text", width: 32 },
			{ label: c.breaches, kind: "integer", width: 9 },
			{ label: c.reviewedOn, kind: "day", width: 12 },
			{ label: c.outdated, kind: "text", width: 10 },
		],
		async *rows() {
			let number = 0;
			for await (const portion of allAdoptions(ctx, search)) {
				yield portion.map((line) => {
					number += 1;
					return [number, ...lineCells(ctx, line)];
				});
			}
		},
	};
}

function lineCells(ctx: Ctx, line: AdoptionLine): Cell[] {
	const t = conductOfficeWords[ctx.locale];
	const yes = (holds: boolean) => (holds ? t.yes : t.no);
	const begun = line.groups > 0;
	const published = line.publishedOn !== null;
	return [
		line.code,
		line.name,
		named(schoolWords[ctx.locale].kinds, line.kind),
		line.commune,
		conductWords[ctx.locale].stages[line.stage],
		line.decision?.number ?? null,
		line.decision?.decidedOn ?? null,
		line.publishedOn,
		begun ? yes(line.groups >= line.groupsWanted) : null,
		begun ? `${line.groups}/${line.groupsWanted}` : null,
		line.agreedPercent,
		line.voices,
		published ? line.onWeb || t.no : null,
		published ? yes(line.onBoard) : null,
		line.staff?.signed ?? null,
		line.staff?.asked ?? null,
		line.staff?.earlier ?? null,
		published ? line.channel || t.no : null,
		line.breaches,
		line.reviewedOn,
		published ? (line.outdated ? t.yes : "") : null,
	];
}

/** The same schools by group, with their total. */
export function adoptionGroupSheet(ctx: Ctx, search: AdoptionSearch): Sheet {
	const t = conductOfficeWords[ctx.locale];
	const { groups: names } = figuresWords[ctx.locale];
	let all: Omit<AdoptionGroup, "group">[] = [];
	const cells = (name: string, one: Omit<AdoptionGroup, "group">): Cell[] => [
		name,
		one.schools,
		one.published,
		sharePercent(one.published, one.schools),
		one.signed,
		one.asked,
		sharePercent(one.signed, one.asked),
		one.outdated,
	];
	return {
		name: t.sheetGroups,
		title: titleLines(ctx, search, t.groupsTable),
		columns: [
			{ label: t.group, kind: "text", width: 24 },
			{ label: t.schools, kind: "integer", width: 12 },
			{ label: t.published, kind: "integer", width: 12, group: t.tiles.adopted },
			{ label: t.share, kind: "integer", width: 10, group: t.tiles.adopted },
			{ label: t.signed, kind: "integer", width: 10, group: t.columns.signed },
			{ label: t.asked, kind: "integer", width: 10, group: t.columns.signed },
			{ label: t.share, kind: "integer", width: 10, group: t.columns.signed },
			{ label: t.outdatedShort, kind: "integer", width: 12 },
		],
		async *rows() {
			const groups = await adoptionGroups(ctx, search);
			all = groups;
			yield groups.map((one) => cells(names[one.group], one));
		},
		totals: () => {
			const sum = (key: keyof Omit<AdoptionGroup, "group">) => all.reduce((total, one) => total + one[key], 0);
			const [schools, published, outdated] = [sum("schools"), sum("published"), sum("outdated")];
			return [cells(t.total, { schools, published, outdated, asked: sum("asked"), signed: sum("signed") })];
		},
	};
}

function titleLines(ctx: Ctx, search: AdoptionSearch, title: string): string[] {
	const t = conductOfficeWords[ctx.locale];
	const { q, campaign, commune, kind, stage, outdated } = search;
	const filtered = [q, campaign, commune, kind, stage, outdated].some(Boolean);
	return [
		title,
		`${ctx.actor.unitName} · ${resultsWords[ctx.locale].asOf(formatTime(ctx.now))}`,
		...(filtered ? [t.filtered] : []),
	];
}
