import { type SqlBool, sql } from "kysely";
import { refuseStrangeCampaign } from "../campaigns/recipients.ts";
import type { Ctx } from "../ctx.ts";
import { readFigures } from "../forms/figures.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import type { SchoolKind } from "../units/schema.ts";
import { numbersOf, type StaffNumbers, schoolsIn, staffNumbers } from "./adoption-scope.ts";
import { groupsWanted } from "./content-schema.ts";
import { channelLine, channelsOf } from "./lines.ts";
import { isOutdated, type Repealed, repealedModules } from "./repealed.ts";
import { agreedPercent, stageOf, unspaced } from "./rules.ts";
import type { AdoptionSearch, ConductStage } from "./schema.ts";

/** One school as annex IV lists it (facts §9.3). Decision, groups and consultation of the code in force, else of the one on its way. */
export type AdoptionLine = {
	schoolId: string;
	code: string;
	name: string;
	kind: SchoolKind;
	commune: string;
	stage: ConductStage;
	decision: { number: string; decidedOn: string } | null;
	publishedOn: string | null;
	/** Groups that the code covers, of those that a school of this kind must cover. */
	groups: number;
	groupsWanted: number;
	voices: number | null;
	agreedPercent: number | null;
	/** Address; "" when not on the web. */
	onWeb: string;
	onBoard: boolean;
	staff: StaffNumbers | null;
	/** "" is none. */
	channel: string;
	/** Cases that the school last reported; null before it reported. */
	breaches: number | null;
	reviewedOn: string | null;
	outdated: boolean;
};

const LINES_PER_PAGE = 50;
const LINES_PER_PORTION = 500;
/** More than these nobody looks through in one choice. */
const CAMPAIGNS = 50;

/**
 * Schools below the actor's unit, or the recipients of a campaign among them, by name, `perPage` a page; `next` is the cursor
 * `after`. Needs `conduct.office`. Throws not_found for a campaign of another branch.
 */
export async function listAdoptions(
	ctx: Ctx,
	wanted: Partial<AdoptionSearch> = {},
	perPage = LINES_PER_PAGE,
): Promise<{ lines: AdoptionLine[]; next: string | null }> {
	demand(ctx.actor, "conduct.office");
	if (wanted.campaign) await refuseStrangeCampaign(ctx, wanted.campaign);
	const repealed = await repealedModules(ctx);
	let query = schoolsIn(ctx, wanted, repealed)
		.innerJoin("unit as commune", "commune.id", "unit.parent_id")
		.select(["unit.id", "unit.code", "unit.name", "unit.search", "school.kind", "commune.name as commune"])
		.orderBy("unit.search")
		.orderBy("unit.id")
		.limit(perPage + 1);
	const [id, search] = [wanted.after?.slice(0, 36), wanted.after?.slice(36)];
	if (isId(id)) query = query.where(sql<SqlBool>`(unit.search, unit.id) > (${search}, ${id})`);
	const rows = await query.execute();
	const shown = rows.slice(0, perPage);
	const last = rows.length > perPage ? shown.at(-1) : undefined;
	return { lines: await linesOf(ctx, shown, repealed), next: last ? last.id + last.search : null };
}

/** Every school that `listAdoptions` would list, in portions: for files. Throws what that throws, before the first portion. */
export async function* allAdoptions(ctx: Ctx, wanted: Partial<AdoptionSearch> = {}): AsyncIterable<AdoptionLine[]> {
	let after: string | null = null;
	do {
		const portion: { lines: AdoptionLine[]; next: string | null } = await listAdoptions(
			ctx,
			{ ...wanted, after },
			LINES_PER_PORTION,
		);
		if (portion.lines.length > 0) yield portion.lines;
		after = portion.next;
	} while (after !== null);
}

export type ConductCampaign = { id: string; title: string; dueOn: string };

/** Campaigns below the actor's unit that issued a code of conduct, the newest first. Needs `conduct.office`. */
export async function conductCampaigns(ctx: Ctx): Promise<ConductCampaign[]> {
	demand(ctx.actor, "conduct.office");
	return (
		ctx.db
			.selectFrom("campaign")
			.innerJoin("unit as office", "office.id", "campaign.office_id")
			.innerJoin("template_version as version", "version.id", "campaign.version_id")
			.innerJoin("template", "template.id", "version.template_id")
			.select(["campaign.id", "campaign.title", "campaign.due_on as dueOn"])
			.where("template.kind", "=", "conduct")
			.where("campaign.state", "in", ["issued", "closed"])
			// Campaigns are few, units many: as a range of the index on paths SQLite would walk all units below first.
			.where(sql<SqlBool>`coalesce(office.path, '') >= ${ctx.actor.unitPath}`)
			.where(sql<SqlBool>`coalesce(office.path, '') < ${`${ctx.actor.unitPath}~`}`)
			.orderBy("campaign.issued_at", "desc")
			.orderBy("campaign.id", "desc")
			.limit(CAMPAIGNS)
			.execute()
	);
}

type Listed = { id: string; code: string; name: string; kind: string; commune: string };

async function linesOf(ctx: Ctx, schools: readonly Listed[], repealed: Repealed): Promise<AdoptionLine[]> {
	if (schools.length === 0) return [];
	const ids = schools.map(({ id }) => id);
	const versions = await ctx.db
		.selectFrom("conduct_version as v")
		.leftJoin("consultation as c", (join) =>
			join.onRef("c.school_id", "=", "v.school_id").onRef("c.id", "=", "v.consultation_id"),
		)
		.select(["v.school_id", "v.state", "v.template_id", "v.sha256", "v.modules", "v.groups", "v.outdated_from"])
		.select(["v.decision_number", "v.decided_on", "v.published_on", "v.on_web", "v.on_board", "v.channels"])
		.select(["c.voices", "c.agreed"])
		.where("v.school_id", "in", ids)
		.where("v.state", "<>", "superseded")
		.execute();
	const reviews = await ctx.db
		.selectFrom("conduct_review")
		.select((eb) => ["school_id", eb.fn.max("reviewed_on").as("on")])
		.where("school_id", "in", ids)
		.groupBy("school_id")
		.execute();
	const staff = await staffNumbers(ctx)
		.select("v.school_id")
		.where("v.school_id", "in", ids)
		.groupBy("v.school_id")
		.execute();
	const breachesOf = await reportedBreaches(ctx, ids);
	const staffOf = new Map(staff.map((row) => [row.school_id, numbersOf(row)]));
	const reviewOf = new Map(reviews.map((row) => [row.school_id, row.on]));
	return schools.map(({ id, code, name, kind, commune }) => {
		const own = versions.filter((version) => version.school_id === id);
		const published = own.find(({ state }) => state === "published");
		const version = published ?? own[0];
		const wanted = groupsWanted(kind);
		const covered: readonly string[] = version?.sha256 ? unspaced(version.groups) : [];
		const { decision_number: number, decided_on: decidedOn, voices = null, agreed = null } = version ?? {};
		return {
			schoolId: id,
			code,
			name,
			kind: kind as SchoolKind,
			commune,
			stage: stageOf(own.map(({ state }) => state)),
			decision: number && decidedOn ? { number, decidedOn } : null,
			publishedOn: published?.published_on ?? null,
			groups: wanted.filter((group) => covered.includes(group)).length,
			groupsWanted: wanted.length,
			voices,
			agreedPercent: voices === null ? null : agreedPercent(agreed ?? 0, voices),
			onWeb: published?.on_web ?? "",
			onBoard: published?.on_board === 1,
			// A school whose code nobody is there to sign has no row of members.
			staff: published ? (staffOf.get(id) ?? { members: 0, asked: 0, signed: 0, earlier: 0 }) : null,
			channel: channelLine(channelsOf(published?.channels ?? null)),
			breaches: breachesOf.get(id) ?? null,
			reviewedOn: reviewOf.get(id) ?? null,
			outdated: published !== undefined && isOutdated(published, repealed, ctx.today),
		};
	});
}

/** The figure under which returns on the code count breaches (`db/seed/library/conduct-return.ts`). */
const BREACHES = "VI-PHAM";

/** What only schools know, by their newest sending: the one column of annex IV that the code itself does not tell. */
async function reportedBreaches(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
	const sent = await ctx.db
		.selectFrom("submission")
		.innerJoin("campaign", "campaign.id", "submission.campaign_id")
		.innerJoin("template_version as version", "version.id", "campaign.version_id")
		.innerJoin("template", "template.id", "version.template_id")
		.select(["submission.school_id", "submission.figures"])
		.where("submission.school_id", "in", ids)
		.where("template.kind", "=", "conduct")
		.orderBy("submission.submitted_at")
		.execute();
	return new Map(
		sent.flatMap(({ school_id, figures }) => {
			const value = readFigures(figures).values[BREACHES];
			return typeof value === "number" ? [[school_id, value] as const] : [];
		}),
	);
}
