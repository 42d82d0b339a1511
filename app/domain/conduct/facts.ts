import type { Ctx } from "../ctx.ts";
import type { ConductField } from "../forms/expression-schema.ts";
import { groupsWanted } from "./content-schema.ts";
import { channelLine, channelsOf } from "./lines.ts";
import { isOutdated, repealedModules } from "./repealed.ts";
import { agreedPercent, stageOf, unspaced } from "./rules.ts";
import { countStandings, standings } from "./staff.ts";
import { currentVersions, kindOf, type LoadedVersion } from "./versions.ts";

export type ConductFacts = Record<ConductField, string | number | null>;

/**
 * The live facts of a school's code that its return is derived from: of the version in force, else of the one on its way. Flags are
 * 0 and 1, `conduct_groups` and `conduct_groups_wanted` are numbers of groups, `conduct_channel` is the channels in one line; null is
 * not known yet. Not scoped: ask for a school whose records the actor may read.
 */
export async function readConductFacts(ctx: Pick<Ctx, "db" | "today">, schoolId: string): Promise<ConductFacts> {
	const { open, published } = await currentVersions(ctx, schoolId);
	const version = published ?? open;
	const wanted = groupsWanted(await kindOf(ctx, schoolId));
	const covered: readonly string[] = version?.sha256 ? unspaced(version.groups) : [];
	const staff = published && countStandings(await standings(ctx, published));
	const round = version && (await decidingRound(ctx, version));
	return {
		conduct_stage: stageOf([published, open].flatMap((one) => (one ? [one.state] : []))),
		conduct_decision: version?.decision_number ?? null,
		conduct_decided_on: version?.decided_on ?? null,
		conduct_published_on: published?.published_on ?? null,
		conduct_on_web: published && published.on_web !== "" ? 1 : 0,
		conduct_on_board: published?.on_board ?? 0,
		conduct_groups: wanted.filter((group) => covered.includes(group)).length,
		conduct_groups_wanted: wanted.length,
		conduct_voices: round?.voices ?? null,
		conduct_agreed_percent: round ? agreedPercent(round.agreed ?? 0, round.voices ?? 0) : null,
		conduct_asked: staff?.asked ?? null,
		conduct_signed: staff?.signed ?? null,
		conduct_channel: published ? channelLine(channelsOf(published.channels)) || null : null,
		conduct_reviewed_on: await lastReviewedOn(ctx, schoolId),
		conduct_outdated: published && isOutdated(published, await repealedModules(ctx), ctx.today) ? 1 : 0,
	};
}

/** The round whose majority the version stands on; null before it. */
async function decidingRound(ctx: Pick<Ctx, "db">, version: LoadedVersion) {
	if (version.consultation_id === null) return null;
	return ctx.db
		.selectFrom("consultation")
		.select(["voices", "agreed"])
		.where("school_id", "=", version.school_id)
		.where("id", "=", version.consultation_id)
		.executeTakeFirstOrThrow();
}

async function lastReviewedOn(ctx: Pick<Ctx, "db">, schoolId: string): Promise<string | null> {
	const { day } = await ctx.db
		.selectFrom("conduct_review")
		.select((eb) => eb.fn.max("reviewed_on").as("day"))
		.where("school_id", "=", schoolId)
		.executeTakeFirstOrThrow();
	return day;
}
