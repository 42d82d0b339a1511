import type { Ctx } from "#app/domain/ctx.ts";
import type { Sheet } from "#app/domain/reports/schema.ts";
import type { SchoolPicture } from "#app/domain/reports/school-pictures.ts";
import { formatTime } from "#app/i18n/format.ts";
import { resultsWords } from "#app/i18n/results.ts";
import { schoolPictureWords, shareLines } from "#app/i18n/school-pictures.ts";
import type { ChartTable } from "./overview-sheets.ts";

/** The figures of a school's own picture as a table. What the school has no round before of, has no column. */
export function schoolTable(ctx: Ctx, picture: SchoolPicture): ChartTable {
	const t = schoolPictureWords[ctx.locale];
	const share = (label: string) => ({ label, kind: "tenths" as const, width: 14 });
	const sections = picture.kind === "sections";
	return {
		columns: [
			{ label: sections ? t.group : t.round, kind: "text", width: 44 },
			share(t.own),
			share(t.medianShort),
			...(sections ? [share(t.beforeShort)] : []),
		],
		rows: shareLines(picture, ctx.locale).map(({ label, own, median, before, to }) => ({
			cells: [label, own, median, ...(sections ? [before] : [])],
			to,
		})),
	};
}

/** What stands under the title of a file: whose result, of which round, what a median is. */
export function schoolLines(ctx: Ctx, picture: SchoolPicture): string[] {
	const t = schoolPictureWords[ctx.locale];
	const lines = shareLines(picture, ctx.locale);
	return [
		`${ctx.actor.unitName} · ${resultsWords[ctx.locale].asOf(formatTime(ctx.now))}`,
		...(picture.kind === "sections" ? [t.note(picture.campaign.title, picture.before?.title ?? null)] : []),
		lines.some(({ median }) => median !== null) ? t.how : t.few,
	];
}

/** The same table as a sheet to keep. */
export function schoolSheet(ctx: Ctx, picture: SchoolPicture): Sheet {
	const { columns, rows } = schoolTable(ctx, picture);
	const title = schoolPictureWords[ctx.locale].pictures[picture.kind];
	return {
		name: title.slice(0, 31),
		title: [title, ...schoolLines(ctx, picture)],
		columns,
		async *rows() {
			yield rows.map(({ cells }) => cells);
		},
	};
}
