import type { ConductReviewTable } from "#db/tables/conduct.ts";
import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { searchKey } from "../text.ts";
import { groupsWanted } from "./content-schema.ts";
import { type ClauseChange, changesBetween } from "./difference.ts";
import { type VersionLine, type VersionPage, versionLine, versionPage } from "./lines.ts";
import { type Offer, offeredChange } from "./offers.ts";
import { askedIn, newestRound, voicesByGroup } from "./rounds.ts";
import { agreedPercent, sharePercent, stageOf } from "./rules.ts";
import type { ClauseRemark, ConductStage, SchoolContent, VoiceGroup } from "./schema.ts";
import { countStandings, type MemberStanding, type StaffCounts, standings } from "./staff.ts";
import { currentVersions, kindOf, loadVersion, newestIssued } from "./versions.ts";

export type ReviewLine = {
	schoolYear: string;
	reviewedOn: string;
	outcome: ConductReviewTable["outcome"];
	note: string;
};

/** Everything about the code at the actor's school that the page of its adoption shows. */
export type AdoptionPage = {
	stage: ConductStage;
	kind: string;
	/** Names the school in the address of its public page. */
	schoolCode: string;
	/** Title of what the office issued last; null before a campaign brought the school any code. */
	issued: Words | null;
	/** Groups that a code of this kind of school must cover. */
	groupsWanted: ReturnType<typeof groupsWanted>;
	/** The version that waits to be published, and the one in force. */
	open: VersionPage | null;
	published: VersionPage | null;
	/** Superseded versions, newest first. */
	earlier: VersionLine[];
	/** Newest round about the open version, else about the one in force. */
	consultation: ConsultationPage | null;
	offer: Offer | null;
	/** Of the version in force; null without one. */
	staff: StaffCounts | null;
	/** Newest first. */
	reviews: ReviewLine[];
};

/** The adoption at the actor's own school. Needs `conduct.adapt`. */
export async function readAdoption(ctx: Ctx): Promise<AdoptionPage> {
	demand(ctx.actor, "conduct.adapt");
	const schoolId = ctx.actor.unitId;
	const kind = await kindOf(ctx, schoolId);
	const { open, published } = await currentVersions(ctx, schoolId);
	const earlier = await ctx.db
		.selectFrom("conduct_version")
		.selectAll()
		.where("school_id", "=", schoolId)
		.where("state", "=", "superseded")
		.orderBy("number", "desc")
		.execute();
	const reviews = await ctx.db
		.selectFrom("conduct_review")
		.select(["school_year as schoolYear", "reviewed_on as reviewedOn", "outcome", "note"])
		.where("school_id", "=", schoolId)
		.orderBy("school_year", "desc")
		.execute();
	const asked = open ?? published;
	const { code } = await ctx.db.selectFrom("unit").select("code").where("id", "=", schoolId).executeTakeFirstOrThrow();
	return {
		stage: stageOf([open, published].flatMap((version) => (version ? [version.state] : []))),
		kind,
		schoolCode: code,
		issued: (await newestIssued(ctx))?.version.title ?? null,
		groupsWanted: groupsWanted(kind),
		open: open && versionPage(open),
		published: published && versionPage(published),
		earlier: earlier.map(versionLine),
		consultation: asked && (await readConsultation(ctx, asked.id)),
		offer: await offeredChange(ctx),
		staff: published && countStandings(await standings(ctx, published)),
		reviews,
	};
}

/** One version of the actor's own school with what it changed against the one before. Needs `conduct.adapt`. Throws not_found. */
export async function readConductVersion(
	ctx: Ctx,
	versionId: string | undefined,
): Promise<VersionPage & { changes: ClauseChange[]; groupsWanted: ReturnType<typeof groupsWanted> }> {
	demand(ctx.actor, "conduct.adapt");
	const version = await loadVersion(ctx, versionId);
	const wanted = groupsWanted(await kindOf(ctx, ctx.actor.unitId));
	return { ...versionPage(version), groupsWanted: wanted, changes: await changesOf(ctx, version) };
}

/** What a version changes against an earlier one, by clause: the one before it, or that with number `from`; nothing of a first one. */
export async function changesOf(
	ctx: Pick<Ctx, "db">,
	version: { school_id: string; number: number; content: SchoolContent },
	from = version.number - 1,
): Promise<ClauseChange[]> {
	const before = await ctx.db
		.selectFrom("conduct_version")
		.select("content")
		.where("school_id", "=", version.school_id)
		.where("number", "=", from)
		.executeTakeFirst();
	return before ? changesBetween(JSON.parse(before.content) as SchoolContent, version.content) : [];
}

export type ConsultationPage = {
	id: string;
	round: number;
	openedAt: string;
	closesOn: string;
	closedAt: string | null;
	/** Null while it is open. */
	result: "majority" | "no_majority" | null;
	voices: number;
	agreed: number;
	/** 0–100, cut; null without a voice. */
	percent: number | null;
	groups: {
		group: VoiceGroup;
		/** How many belong to the group; null where the school does not know. */
		people: number | null;
		voices: number;
		agreed: number;
		/** Share of `people` that took part, at most 100. Under half is shown, not refused. */
		takingPart: number | null;
		links: number;
		linksUsed: number;
	}[];
	meetings: { id: string; group: VoiceGroup; heldOn: string; present: number; agreed: number; fileId: string | null }[];
	/** What was said, without who said it or when, in no order that would tell. */
	comments: { group: VoiceGroup; agrees: boolean; comment: string; remarks: ClauseRemark[] }[];
};

/** The newest round of a version of the actor's own school; null before the first. Needs `conduct.adapt`. */
export async function readConsultation(ctx: Ctx, versionId: string): Promise<ConsultationPage | null> {
	demand(ctx.actor, "conduct.adapt");
	const round = await newestRound(ctx, await loadVersion(ctx, versionId));
	if (!round) return null;
	const byGroup = await voicesByGroup(ctx, round);
	const ofRound = { school_id: round.school_id, consultation_id: round.id };
	const links = await ctx.db
		.selectFrom("consultation_link")
		.select((eb) => ["group", eb.fn.countAll<number>().as("made"), eb.fn.count<number>("used_at").as("used")])
		.where((eb) => eb.and(ofRound))
		.groupBy("group")
		.execute();
	const meetings = await ctx.db
		.selectFrom("consultation_meeting")
		.select(["id", "group", "held_on", "present", "agreed", "file_id"])
		.where((eb) => eb.and(ofRound))
		.orderBy("held_on")
		.orderBy("id")
		.execute();
	const groups = askedIn(round).map(({ group, people }) => {
		const { voices, agreed } = byGroup.get(group) ?? { voices: 0, agreed: 0 };
		const link = links.find((one) => one.group === group);
		const takingPart = people === null ? null : sharePercent(voices, people);
		return {
			group,
			people,
			voices,
			agreed,
			takingPart,
			links: Number(link?.made ?? 0),
			linksUsed: Number(link?.used ?? 0),
		};
	});
	const voices = groups.reduce((sum, group) => sum + group.voices, 0);
	const agreed = groups.reduce((sum, group) => sum + group.agreed, 0);
	return {
		id: round.id,
		round: round.round,
		openedAt: round.opened_at,
		closesOn: round.closes_on,
		closedAt: round.closed_at,
		result: round.result,
		voices,
		agreed,
		percent: agreedPercent(agreed, voices),
		groups,
		meetings: meetings.map(({ held_on, file_id, group, ...meeting }) => ({
			...meeting,
			group: group as VoiceGroup,
			heldOn: held_on,
			fileId: file_id,
		})),
		comments: await readComments(ctx, ofRound),
	};
}

async function readComments(
	ctx: Ctx,
	ofRound: { school_id: string; consultation_id: string },
): Promise<ConsultationPage["comments"]> {
	const rows = await ctx.db
		.selectFrom("consultation_voice")
		.select(["group", "agrees", "comment", "remarks"])
		.where((eb) => eb.and(ofRound))
		.where((eb) => eb.or([eb("comment", "<>", ""), eb("remarks", "<>", "[]")]))
		.execute();
	return rows
		.map((row) => ({
			group: row.group as VoiceGroup,
			agrees: row.agrees === 1,
			comment: row.comment,
			remarks: JSON.parse(row.remarks) as ClauseRemark[],
		}))
		.sort((a, b) => (searchKey(a.comment) < searchKey(b.comment) ? -1 : 1));
}

/** Where every active member of the actor's own school stands with the code in force. Needs `conduct.staff`. */
export async function staffStates(
	ctx: Ctx,
): Promise<{ versionId: string; counts: StaffCounts; members: MemberStanding[] }> {
	demand(ctx.actor, "conduct.staff");
	const { published } = await currentVersions(ctx, ctx.actor.unitId);
	if (!published) throw problem("conduct_not_published", {});
	const members = await standings(ctx, published);
	return { versionId: published.id, counts: countStandings(members), members };
}
