import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { ConsultationTable } from "#db/tables/conduct.ts";
import type { AnonymousCtx, Ctx } from "../ctx.ts";
import { problem } from "../problem.ts";
import type { AskedGroup, VoiceGroup } from "./schema.ts";
import type { LoadedVersion } from "./versions.ts";

export type Round = Selectable<ConsultationTable>;

/** The newest round of a version; null when it was never opened. */
export async function newestRound(
	ctx: Pick<Ctx, "db">,
	version: Pick<LoadedVersion, "school_id" | "id">,
): Promise<Round | null> {
	const round = await ctx.db
		.selectFrom("consultation")
		.selectAll()
		.where("school_id", "=", version.school_id)
		.where("version_id", "=", version.id)
		.orderBy("round", "desc")
		.executeTakeFirst();
	return round ?? null;
}

/** The newest round of a version. Throws `conduct_state` for one that was never opened. */
export async function roundOf(ctx: Ctx, version: LoadedVersion): Promise<Round> {
	const round = await newestRound(ctx, version);
	if (!round) throw problem("conduct_state", { state: version.state });
	return round;
}

/**
 * Keeps a round from being closed under a voice that is being given (`share`), or waits for those (`update`). Locks stand on
 * PostgreSQL; SQLite writes one at a time.
 */
export async function lockRound(
	ctx: AnonymousCtx,
	round: Pick<Round, "school_id" | "id">,
	how: "share" | "update",
): Promise<void> {
	if (ctx.engine !== "postgres") return;
	const row = ctx.db
		.selectFrom("consultation")
		.select("id")
		.where("school_id", "=", round.school_id)
		.where("id", "=", round.id);
	await (how === "share" ? row.forShare() : row.forUpdate()).execute();
}

/** Voices of a round by group: given by account or link, and counted at meetings. */
export async function voicesByGroup(
	ctx: Pick<Ctx, "db">,
	round: Pick<Round, "school_id" | "id">,
): Promise<Map<VoiceGroup, { voices: number; agreed: number }>> {
	const given = await ctx.db
		.selectFrom("consultation_voice")
		.select((eb) => ["group", eb.fn.countAll<number>().as("voices"), eb.fn.sum<number>("agrees").as("agreed")])
		.where("school_id", "=", round.school_id)
		.where("consultation_id", "=", round.id)
		.groupBy("group")
		.execute();
	const met = await ctx.db
		.selectFrom("consultation_meeting")
		.select((eb) => ["group", eb.fn.sum<number>("present").as("voices"), eb.fn.sum<number>("agreed").as("agreed")])
		.where("school_id", "=", round.school_id)
		.where("consultation_id", "=", round.id)
		.groupBy("group")
		.execute();
	const byGroup = new Map<VoiceGroup, { voices: number; agreed: number }>();
	for (const row of [...given, ...met]) {
		const group = row.group as VoiceGroup;
		const sum = byGroup.get(group) ?? { voices: 0, agreed: 0 };
		byGroup.set(group, { voices: sum.voices + Number(row.voices), agreed: sum.agreed + Number(row.agreed) });
	}
	return byGroup;
}

/** All voices of a round. */
export async function countVoices(
	ctx: Pick<Ctx, "db">,
	round: Pick<Round, "school_id" | "id">,
): Promise<{ voices: number; agreed: number }> {
	const groups = [...(await voicesByGroup(ctx, round)).values()];
	return {
		voices: groups.reduce((sum, { voices }) => sum + voices, 0),
		agreed: groups.reduce((sum, { agreed }) => sum + agreed, 0),
	};
}

/** Throws `consultation_group` for a group that the round does not ask. */
export function demandAsked(round: Pick<Round, "groups">, group: VoiceGroup): void {
	if (!askedIn(round).some((one) => one.group === group)) throw problem("consultation_group", { group });
}

/** The groups of a round. */
export function askedIn(round: Pick<Round, "groups">): AskedGroup[] {
	return JSON.parse(round.groups) as AskedGroup[];
}

/** What is kept of a link's token. Plain SHA-256 is enough: 128 random bits cannot be tried through. */
export function tokenHash(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}
