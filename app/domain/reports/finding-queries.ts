/** The list behind the picture of measures: every open finding of the office, the one due first on top. */
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { prepare } from "../forms/prepare.ts";
import { demand } from "../people/policy.ts";
import { bucketDays } from "./overview-lines.ts";
import { readingForm } from "./reading-form.ts";
import type { FindingSearch } from "./schema.ts";

/** One open finding with what the school says it will do. */
export type FindingLine = {
	id: string;
	schoolId: string;
	returnId: string;
	school: string;
	commune: string;
	campaign: string;
	item: string;
	text: string;
	mandatory: boolean;
	knockout: boolean;
	remark: string;
	measure: string;
	owner: string;
	dueOn: string | null;
	/** What is asked of the superior; null when nothing is. */
	request: string | null;
};

const FINDINGS_PER_PAGE = 50;

type Place = { dueOn: string | null; superior: number; schoolId: string; id: string };

/**
 * Open findings of the office's campaigns by due day, those without one last. Needs `returns.inspect`: it tells what single schools
 * answered. `next` is the cursor `after`.
 */
export async function listFindings(
	ctx: Ctx,
	wanted: FindingSearch,
): Promise<{ lines: FindingLine[]; next: string | null; campaigns: { id: string; title: string }[] }> {
	demand(ctx.actor, "returns.inspect");
	const campaigns = await ctx.db
		.selectFrom("campaign")
		.select(["id", "title", "version_id"])
		.where("office_id", "=", ctx.actor.unitId)
		.where("state", "in", ["issued", "closed"])
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.execute();
	const asked = wanted.campaign ? campaigns.filter(({ id }) => id === wanted.campaign) : campaigns;
	const after = placeOf(wanted.after);
	const limit = FINDINGS_PER_PAGE + 1;
	const rows: Row[] = [];
	for (const dated of [true, false]) {
		if (rows.length >= limit || (dated ? wanted.due === "none" : wanted.due !== "" && wanted.due !== "none")) continue;
		// Undated ones come after all dated: a place among those lies before every undated one.
		if (dated && after && after.dueOn === null) continue;
		const from = after && (after.dueOn === null) === !dated ? after : null;
		const found: Row[] = [];
		// A campaign at a time: each is read from its place in the index, where all together would be sorted whole for every page.
		for (const { id } of asked) found.push(...(await portion(ctx, id, wanted, dated, from, limit)));
		rows.push(...found.sort(byPlace).slice(0, limit - rows.length));
	}
	const shown = rows.slice(0, FINDINGS_PER_PAGE);
	const versions = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
	const lines = await Promise.all(
		shown.map(async (row): Promise<FindingLine> => {
			const campaign = versions.get(row.campaign_id);
			const item =
				campaign && prepare(await readingForm(ctx, campaign.id, campaign.version_id)).itemByCode.get(row.item);
			return {
				id: row.id,
				schoolId: row.school_id,
				returnId: row.return_id,
				school: row.name,
				commune: row.commune,
				campaign: campaign?.title ?? "",
				item: row.item,
				text: item?.text.vi ?? row.item,
				mandatory: row.mandatory === 1,
				knockout: row.knockout === 1,
				remark: row.remark,
				measure: row.measure,
				owner: row.owner,
				dueOn: row.due_on,
				request: row.superior === 1 ? row.request : null,
			};
		}),
	);
	const last = rows.length > FINDINGS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		lines,
		next: last ? [last.due_on ?? "", last.superior, last.school_id, last.id].join("~") : null,
		campaigns: campaigns.map(({ id, title }) => ({ id, title })),
	};
}

type Row = Awaited<ReturnType<typeof portion>>[number];

/** Open findings of one campaign from a place on, as the index has them. */
async function portion(
	ctx: Ctx,
	campaignId: string,
	{ due, superior }: FindingSearch,
	dated: boolean,
	from: Place | null,
	limit: number,
) {
	let found = ctx.db
		.selectFrom("finding as f")
		.innerJoin("recipient as r", (join) =>
			join.onRef("r.school_id", "=", "f.school_id").onRef("r.campaign_id", "=", "f.campaign_id"),
		)
		.select(["f.id", "f.school_id", "f.return_id", "f.campaign_id", "f.item", "f.mandatory", "f.knockout"])
		.select(["f.remark", "f.measure", "f.owner", "f.due_on", "f.superior", "f.request", "r.name", "r.commune"])
		.where("f.campaign_id", "=", campaignId)
		// Written out and not bound: only so does SQLite see that the index over petitions fits.
		.where(sql<boolean>`f.state = 'open'`)
		.limit(limit);
	if (superior === "yes") found = found.where(sql<boolean>`f.superior = 1`);
	if (superior === "no") found = found.where("f.superior", "=", 0);
	// Of petitions alone the column is the same in all rows, and their index does not have it.
	const mixed = superior !== "yes";
	const rest = mixed ? sql`f.superior, f.school_id, f.id` : sql`f.school_id, f.id`;
	const place = (at: Place) => (mixed ? sql`${at.superior}, ${at.schoolId}, ${at.id}` : sql`${at.schoolId}, ${at.id}`);
	if (dated) {
		const [first, last] = due && due !== "none" ? bucketDays(ctx.today)[due] : [null, null];
		found = found.where("f.due_on", ">=", first ?? "").orderBy("f.due_on");
		if (last) found = found.where("f.due_on", "<=", last);
		if (from) found = found.where(sql<boolean>`(f.due_on, ${rest}) > (${from.dueOn}, ${place(from)})`);
	} else {
		found = found.where("f.due_on", "is", null);
		if (from) found = found.where(sql<boolean>`(${rest}) > (${place(from)})`);
	}
	if (mixed) found = found.orderBy("f.superior");
	return found.orderBy("f.school_id").orderBy("f.id").execute();
}

const placeKey = (row: Row) => [row.due_on ?? "~", row.superior, row.school_id, row.id].join("~");

function byPlace(a: Row, b: Row): number {
	return placeKey(a) < placeKey(b) ? -1 : 1;
}

/** A cursor of the URL; null for none or rubbish, which is the start of the list. */
function placeOf(text: string): Place | null {
	const [day, superior, schoolId, id] = text.split("~");
	if (day === undefined || !schoolId || !id || (superior !== "0" && superior !== "1")) return null;
	return { dueOn: day === "" ? null : day, superior: Number(superior), schoolId, id };
}
