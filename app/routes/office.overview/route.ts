import { allows } from "#app/domain/people/policy.ts";
import { readOverviewPicture } from "#app/domain/reports/overview-pictures.ts";
import { officeOverview } from "#app/domain/reports/overview-queries.ts";
import { overviewKinds } from "#app/domain/reports/schema.ts";
import { page } from "#app/platform/door.ts";
import { overviewTable } from "#app/platform/tables/overview-sheets.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Communes in the table of the page; a province has over a thousand, all of them in the file. */
const ROWS = 200;

/** The office's first page. Its links are those that the role may follow: a reader has pictures and reports alone. */
export const loader = page("office.read", async ({ ctx }) => {
	const may = {
		lists: allows(ctx.actor, "campaigns.read"),
		findings: allows(ctx.actor, "returns.inspect"),
		conduct: allows(ctx.actor, "conduct.lists"),
	};
	const overview = await officeOverview(ctx);
	const pictures = [];
	for (const kind of overviewKinds) {
		const picture = await readOverviewPicture(ctx, kind, overview);
		if (picture) pictures.push({ picture, table: overviewTable(ctx, picture, may, ROWS) });
	}
	// Without a picture of them there are none.
	const measures = pictures.flatMap(({ picture }) => (picture.kind === "measures" ? picture.counts : []));
	const sum = (of: (count: (typeof measures)[number]) => number) =>
		measures.reduce((total, count) => total + of(count), 0);
	return {
		open: overview.open,
		closed: overview.closed,
		late: overview.late.total,
		findings: {
			open: sum(({ open }) => open),
			overdue: sum(({ due, open }) => (due === "overdue" ? open : 0)),
			petitions: sum(({ petitions }) => petitions),
		},
		pictures,
		today: ctx.today,
		unitName: ctx.actor.unitName,
		may: { ...may, write: allows(ctx.actor, "campaigns.write"), inspect: allows(ctx.actor, "returns.inspect") },
	};
});
