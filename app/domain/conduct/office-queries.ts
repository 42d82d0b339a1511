import { type SqlBool, sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { LEVELS, type SchoolKind } from "../units/schema.ts";
import { channelLine, channelsOf } from "./lines.ts";
import { isOutdated, outdatedIn, type Repealed, repealedModules } from "./repealed.ts";
import { agreedPercent, groupsWanted, sharePercent, stageOf, unspaced } from "./rules.ts";
import { type AdoptionSearch, type ConductStage, conductStages } from "./schema.ts";

/** Numbers of a school's active members and what they signed; nobody's name. Null before a code is published. */
export type StaffNumbers = { members: number; asked: number; signed: number; earlier: number };

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
	reviewedOn: string | null;
	outdated: boolean;
};

const LINES_PER_PAGE = 50;

/**
 * Schools below the actor's unit, or the recipients of a campaign among them, by name, `LINES_PER_PAGE` a page; `next` is the cursor
 * `after`. Needs `conduct.office`. Throws not_found for a campaign of another branch.
 */
export async function listAdoptions(
	ctx: Ctx,
	wanted: Partial<AdoptionSearch> = {},
): Promise<{ lines: AdoptionLine[]; next: string | null }> {
	demand(ctx.actor, "conduct.office");
	await refuseStrangeCampaign(ctx, wanted.campaign);
	const repealed = await repealedModules(ctx);
	let query = schoolsIn(ctx, wanted, repealed)
		.innerJoin("unit as commune", "commune.id", "unit.parent_id")
		.select(["unit.id", "unit.code", "unit.name", "unit.search", "school.kind", "commune.name as commune"])
		.orderBy("unit.search")
		.orderBy("unit.id")
		.limit(LINES_PER_PAGE + 1);
	const [id, search] = [wanted.after?.slice(0, 36), wanted.after?.slice(36)];
	if (isId(id)) query = query.where(sql<SqlBool>`(unit.search, unit.id) > (${search}, ${id})`);
	const rows = await query.execute();
	const shown = rows.slice(0, LINES_PER_PAGE);
	const last = rows.length > LINES_PER_PAGE ? shown.at(-1) : undefined;
	return { lines: await linesOf(ctx, shown, repealed), next: last ? last.id + last.search : null };
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
			reviewedOn: reviewOf.get(id) ?? null,
			outdated: published !== undefined && isOutdated(published, repealed, ctx.today),
		};
	});
}

export type AdoptionTotals = {
	schools: number;
	stages: Record<ConductStage, number>;
	/** Share of the schools that have published a code, 0–100, cut; null without schools. */
	adoptionPercent: number | null;
	outdated: number;
	staff: StaffNumbers;
	/** Share of those asked who signed the wording in force, 0–100, cut; null when nobody is asked. */
	acknowledgementPercent: number | null;
};

/** Totals over every school that `listAdoptions` would list. Needs `conduct.office`. Throws what that throws. */
export async function adoptionTotals(ctx: Ctx, wanted: Partial<AdoptionSearch> = {}): Promise<AdoptionTotals> {
	demand(ctx.actor, "conduct.office");
	await refuseStrangeCampaign(ctx, wanted.campaign);
	const repealed = await repealedModules(ctx);
	const rows = await schoolsIn(ctx, wanted, repealed)
		.select((eb) => [
			stage.as("stage"),
			eb.fn.countAll<number>().as("n"),
			sql<number>`sum(case when ${outdatedIn(repealed, ctx.today)} then 1 else 0 end)`.as("outdated"),
		])
		.groupBy(stage)
		.execute();
	const staff = numbersOf(
		await staffNumbers(ctx)
			.where("v.school_id", "in", schoolsIn(ctx, wanted, repealed).select("unit.id"))
			.executeTakeFirstOrThrow(),
	);
	const stages = Object.fromEntries(conductStages.map((one) => [one, 0])) as Record<ConductStage, number>;
	for (const row of rows) stages[row.stage] += Number(row.n);
	const schools = Object.values(stages).reduce((sum, n) => sum + n, 0);
	return {
		schools,
		stages,
		adoptionPercent: sharePercent(stages.published, schools),
		outdated: rows.reduce((sum, row) => sum + Number(row.outdated), 0),
		staff,
		acknowledgementPercent: sharePercent(staff.signed, staff.asked),
	};
}

/** `stageOf` in SQL, of the version in force joined as `v` and the one on its way as `o`. */
const stage = sql<ConductStage>`case when v.id is not null then 'published' when o.state = 'draft' then 'adapting'
	when o.state is not null then o.state else 'none' end`;

/** Every school that the filters choose, with the version in force as `v` and the one on its way as `o`. */
function schoolsIn(ctx: Ctx, wanted: Partial<AdoptionSearch>, repealed: Repealed) {
	// Written out and not bound: only so does SQLite see that the index over such versions fits.
	let query = ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.leftJoin("conduct_version as v", (join) =>
			join.onRef("v.school_id", "=", "unit.id").on(sql<SqlBool>`v.state = 'published'`),
		)
		.leftJoin("conduct_version as o", (join) =>
			join
				.onRef("o.school_id", "=", "unit.id")
				.on(sql<SqlBool>`o.state in ('draft', 'consulting', 'consulted', 'decided')`),
		)
		.where("unit.level", "=", LEVELS.school)
		.where(pathBelow("unit.path", ctx.actor.unitPath));
	const { campaign } = wanted;
	if (campaign) {
		query = query.where(({ exists, selectFrom }) =>
			exists(
				selectFrom("recipient")
					.select("recipient.school_id")
					.whereRef("recipient.school_id", "=", "unit.id")
					.where("recipient.campaign_id", "=", campaign),
			),
		);
	} else query = query.where("unit.status", "=", "active");
	for (const word of searchKey(wanted.q ?? "").split(" ")) {
		if (word) query = query.where("unit.search", "like", `%${word}%`);
	}
	if (wanted.commune) query = query.where("unit.parent_id", "=", wanted.commune);
	if (wanted.kind) query = query.where("school.kind", "=", wanted.kind);
	if (wanted.stage) query = query.where(stage, "=", wanted.stage);
	if (wanted.outdated) query = query.where(outdatedIn(repealed, ctx.today));
	return query;
}

/** `countStandings` in SQL: active members of the schools that have a code in force, as `v`. */
function staffNumbers(ctx: Ctx) {
	const earlier = sql<SqlBool>`a.signed_at is null and v.covers_from < v.number and exists (select 1 from acknowledgement e
		join conduct_version w on w.school_id = e.school_id and w.id = e.version_id
		where e.school_id = v.school_id and e.person_id = m.person_id and e.signed_at is not null
		and w.number >= v.covers_from and w.number < v.number)`;
	return ctx.db
		.selectFrom("conduct_version as v")
		.innerJoin("membership as m", (join) => join.onRef("m.unit_id", "=", "v.school_id").on("m.ended_at", "is", null))
		.innerJoin("person as p", (join) => join.onRef("p.id", "=", "m.person_id").on("p.status", "<>", "blocked"))
		.leftJoin("acknowledgement as a", (join) =>
			join
				.onRef("a.school_id", "=", "v.school_id")
				.onRef("a.version_id", "=", "v.id")
				.onRef("a.person_id", "=", "m.person_id"),
		)
		.select((eb) => [
			eb.fn.countAll<number>().as("members"),
			eb.fn.count<number>("a.signed_at").as("signed"),
			sql<number>`sum(case when ${earlier} then 1 else 0 end)`.as("earlier"),
		])
		.where(sql<SqlBool>`v.state = 'published'`);
}

function numbersOf(row: { members: number; signed: number; earlier: number | null }): StaffNumbers {
	const [members, signed, earlier] = [Number(row.members), Number(row.signed), Number(row.earlier ?? 0)];
	return { members, asked: members - earlier, signed, earlier };
}

async function refuseStrangeCampaign(ctx: Ctx, campaignId: string | null | undefined): Promise<void> {
	if (!campaignId) return;
	const campaign = await ctx.db
		.selectFrom("campaign")
		.innerJoin("unit as office", "office.id", "campaign.office_id")
		.select("campaign.id")
		.where("campaign.id", "=", campaignId)
		.where(pathBelow("office.path", ctx.actor.unitPath))
		.executeTakeFirst();
	if (!campaign) throw problem("not_found", {});
}
