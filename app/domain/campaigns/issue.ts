import { type BulkColumn, insertRows } from "#db/bulk.ts";
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { schoolFilter } from "../units/schema.ts";
import { type ChosenSchool, chosenSchools } from "./chosen.ts";
import { issuableVersion, refuseDays } from "./commands.ts";

/** Who is on the list now; `fresh` is false when the campaign had been issued before and nothing was changed. */
export type Frozen = { fresh: boolean; recipients: number; schools: { schoolId: string; path: string }[] };

/** Schools frozen with one statement: some 20 ms of work, then other requests have their turn. */
const PORTION = 500;

const columns: readonly BulkColumn[] = [
	"school_id",
	"campaign_id",
	"return_id",
	"code",
	"name",
	"search",
	"kind",
	"ownership",
	"managed_by",
	"commune_id",
	"commune",
	"path",
	"due_on",
	"state",
].map((name) => ({ name, type: "text" }));

/**
 * Issues a draft and freezes its list of recipients: every open school that fits the filter now, as it is now. The number of
 * them is the denominator of every rate, whatever becomes of the schools later. The caller opens the counters in the same
 * transaction: use `tallies/issue.ts#issueCampaign`. A campaign that is issued already stays as it is. Throws
 * `no_recipients`, `due_before_opening`, `opening_in_past`, `version_not_published`, and not_found.
 */
export async function freezeRecipients(ctx: Ctx, campaignId: string): Promise<Frozen> {
	demand(ctx.actor, "campaigns.write");
	return inTransaction(ctx, async (ctx) => {
		// Taking the draft's state first makes a second click wait for the first one and then find nothing to do.
		const campaign = await ctx.db
			.updateTable("campaign")
			.set({ state: "issued", issued_at: ctx.now, issued_by: ctx.actor.personId, updated_at: ctx.now })
			.where("id", "=", campaignId)
			.where("office_id", "=", ctx.actor.unitId)
			.where("state", "=", "draft")
			.returningAll()
			.executeTakeFirst();
		if (!campaign) return alreadyIssued(ctx, campaignId);
		refuseDays({ opensOn: campaign.opens_on, dueOn: campaign.due_on }, ctx.today);
		await issuableVersion(ctx, campaign.version_id);

		const schools = await freeze(ctx, campaign);
		if (schools.length === 0) throw problem("no_recipients", {});
		await ctx.db.updateTable("campaign").set({ recipients: schools.length }).where("id", "=", campaignId).execute();
		await record(ctx, {
			unitId: ctx.actor.unitId,
			event: "campaign.issued",
			subject: `campaign/${campaignId}`,
			after: { title: campaign.title, recipients: schools.length, opensOn: campaign.opens_on, dueOn: campaign.due_on },
		});
		return { fresh: true, recipients: schools.length, schools };
	});
}

async function alreadyIssued(ctx: Ctx, campaignId: string): Promise<Frozen> {
	const campaign = await ctx.db
		.selectFrom("campaign")
		.select("recipients")
		.where("id", "=", campaignId)
		.where("office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!campaign) throw problem("not_found", {});
	return { fresh: false, recipients: campaign.recipients, schools: [] };
}

async function freeze(ctx: Ctx, campaign: { id: string; due_on: string; filter: string }): Promise<Frozen["schools"]> {
	const filter = schoolFilter.parse(JSON.parse(campaign.filter));
	const frozen: Frozen["schools"] = [];
	let last: string | undefined;
	for (;;) {
		// By path: the order of an index, so that each portion begins where the one before ended.
		const portion = await chosenSchools(ctx, filter, last).orderBy("unit.path").limit(PORTION).execute();
		const rows = portion.map((school) => rowOf(school, campaign));
		await insertRows(ctx.db, ctx.engine, "recipient", columns, rows);
		for (const { id, path } of portion) frozen.push({ schoolId: id, path });
		if (portion.length < PORTION) return frozen;
		last = portion.at(-1)?.path ?? last;
		// SQLite does not give the event loop back by itself; readers, who have their own connection, go in between.
		await new Promise((resolve) => setImmediate(resolve));
	}
}

function rowOf({ id, ...school }: ChosenSchool, campaign: { id: string; due_on: string }) {
	return {
		...school,
		school_id: id,
		campaign_id: campaign.id,
		return_id: newId(),
		due_on: campaign.due_on,
		state: "not_started",
	};
}
