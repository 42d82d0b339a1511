import { allows } from "#app/domain/people/policy.ts";
import { columnsOf, ownValues } from "#app/domain/reports/figure-lines.ts";
import { figureRows, hasFigures, readRollUp } from "#app/domain/reports/figures-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { listPage } from "#app/domain/reports/rows-queries.ts";
import { cursorFrom, cursorText, selectionFrom } from "#app/domain/reports/rules.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

const SCHOOLS = 100;
const LINES = 100;

/** Totals, groups and communes of a campaign; of the rest only the view asked for: schools, lists drawn from rows. */
export const loader = page("campaigns.read", async ({ ctx, params, url }) => {
	const { definition, ...campaign } = await reportedCampaign(ctx, params.campaignId);
	const { definition: _whole, ...rollUp } = await readRollUp(ctx, campaign.id);
	const inspect = allows(ctx.actor, "returns.inspect");
	const lists = inspect ? definition.lists.map(({ code, title }) => ({ code, title })) : [];
	const view = viewOf(url.searchParams.get("view"), lists);
	const after = cursorFrom(url.searchParams.get("after"));
	const selection = selectionFrom(url.searchParams.get("list"));
	const listed = lists.find(({ code }) => view === `list.${code}`);
	const schools = view === "" ? await figureRows(ctx, campaign.id, selection, after, SCHOOLS) : null;
	const list = listed ? await listPage(ctx, campaign.id, listed.code, after, LINES) : null;
	const next = schools?.next ?? list?.next ?? null;
	return {
		campaign: { ...campaign, rated: definition.rule.type !== "none" },
		columns: columnsOf(definition),
		lights: definition.lights.map(({ code, label, says }) => ({ code, label, says })),
		rosters: inspect ? definition.sections.flatMap(({ roster }) => (roster ? [roster] : [])) : [],
		lists,
		nothing: !hasFigures(definition) && lists.length === 0,
		rollUp,
		view,
		selection,
		schools: schools?.rows.map(({ figures, ...row }) => ({
			schoolId: row.school_id,
			returnId: row.return_id,
			name: row.name,
			commune: row.commune,
			state: row.state,
			progress: row.progress,
			values: figures ? ownValues(definition, figures) : null,
			lights: figures?.lights ?? {},
		})),
		list: list && listed ? { ...listed, items: list.items, lines: list.lines } : null,
		figure: url.searchParams.get("figure"),
		next: next && cursorText(next),
		may: { inspect },
	};
});

/** The view in the URL; anything else is the table of schools. */
function viewOf(asked: string | null, lists: readonly { code: string }[]): string {
	if (asked === "communes" || asked === "change") return asked;
	return lists.some(({ code }) => asked === `list.${code}`) ? (asked ?? "") : "";
}
