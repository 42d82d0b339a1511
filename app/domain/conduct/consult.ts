import { type Ctx, inTransaction } from "../ctx.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { hasPupils } from "./content-schema.ts";
import { isMaterial } from "./difference.ts";
import { fingerprint } from "./fingerprint.ts";
import { countVoices, lockRound, newestRound, type Round, roundOf } from "./rounds.ts";
import { agreedPercent, isMajority, modulesInForce, outdatedFrom, spaced } from "./rules.ts";
import { type AskedGroup, type OpeningInput, openingForm } from "./schema.ts";
import { countMembers } from "./staff.ts";
import {
	currentVersions,
	demandState,
	kindOf,
	type LoadedVersion,
	loadForWriting,
	setVersion,
	tell,
} from "./versions.ts";

/**
 * Opens the draft to be read and answered: from now on its text stands still, with the fingerprint of what people read. Answers
 * with the id of the round; opening twice is the same round. Throws `conduct_state`, `conduct_empty`, `consultation_group` where
 * pupils are no group, `consultation_ends_past`.
 */
export async function openConsultation(ctx: Ctx, versionId: string, input: OpeningInput): Promise<string> {
	demand(ctx.actor, "conduct.decide");
	const form = openingForm.parse(input);
	return inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		if (version.state === "consulting") return (await roundOf(ctx, version)).id;
		demandState(version, "draft");
		if (modulesInForce(version.content).length === 0) throw problem("conduct_empty", {});
		if (form.closesOn < ctx.today)
			throw problem("consultation_ends_past", { closesOn: form.closesOn, today: ctx.today });
		const pupils = hasPupils(await kindOf(ctx, version.school_id));
		if (!pupils && form.groups.some(({ group }) => group === "pupils"))
			throw problem("consultation_group", { group: "pupils" });
		const id = newId();
		const sha256 = fingerprint(version.content);
		const groups = await askedGroups(ctx, form.groups);
		const last = await newestRound(ctx, version);
		await ctx.db
			.insertInto("consultation")
			.values({
				school_id: version.school_id,
				id,
				version_id: version.id,
				round: (last?.round ?? 0) + 1,
				opened_at: ctx.now,
				opened_by: ctx.actor.personId,
				closes_on: form.closesOn,
				groups: JSON.stringify(groups),
				sha256,
			})
			.execute();
		await freeze(ctx, version, sha256, form.changeNote);
		const after = { closesOn: form.closesOn, groups: groups.map(({ group }) => group), sha256 };
		await tell(ctx, version, { event: "conduct.consultation_opened", after });
		return id;
	});
}

/** Staff are as many as there are accounts, unless the principal knows better: some have none. */
async function askedGroups(ctx: Ctx, groups: readonly AskedGroup[]): Promise<AskedGroup[]> {
	const members = await countMembers(ctx, ctx.actor.unitId);
	return groups.map(({ group, people }) => ({ group, people: people ?? (group === "staff" ? members : null) }));
}

async function freeze(ctx: Ctx, version: LoadedVersion, sha256: string, changeNote: string): Promise<void> {
	const { published } = await currentVersions(ctx, version.school_id);
	const material = isMaterial(published?.content ?? null, version.content);
	const modules = modulesInForce(version.content);
	await setVersion(ctx, version, {
		state: "consulting",
		sha256,
		modules: spaced(modules.map(({ code }) => code)),
		groups: spaced(modules.map(({ group }) => group)),
		outdated_from: outdatedFrom(version.content),
		material: material || !published ? 1 : 0,
		covers_from: material || !published ? version.number : published.covers_from,
		change_note: changeNote,
	});
}

export type ConsultationResult = {
	result: "majority" | "no_majority";
	voices: number;
	agreed: number;
	percent: number | null;
};

/**
 * Ends the round and counts: accounts, links and meetings. More than half agreed: the version may be decided. Otherwise it is a
 * draft again, every voice and comment kept, and a new round may be opened. Closing twice answers with the same result. Throws
 * `conduct_state`.
 */
export async function closeConsultation(ctx: Ctx, versionId: string): Promise<ConsultationResult> {
	demand(ctx.actor, "conduct.decide");
	return inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		const round = await roundOf(ctx, version);
		if (version.state === "consulted" || version.state === "draft") return resultOf(round);
		demandState(version, "consulting");
		// Voices that are being given come first: after this nobody writes one.
		await lockRound(ctx, round, "update");
		const { voices, agreed } = await countVoices(ctx, round);
		const result = isMajority(agreed, voices) ? "majority" : "no_majority";
		await ctx.db
			.updateTable("consultation")
			.set({ closed_at: ctx.now, closed_by: ctx.actor.personId, result, voices, agreed })
			.where("school_id", "=", round.school_id)
			.where("id", "=", round.id)
			.execute();
		await setVersion(
			ctx,
			version,
			result === "majority" ? { state: "consulted", consultation_id: round.id } : { state: "draft", sha256: null },
		);
		await tell(ctx, version, { event: "conduct.consultation_closed", after: { result, voices, agreed } });
		return resultOf({ result, voices, agreed });
	});
}

function resultOf({ result, voices, agreed }: Pick<Round, "result" | "voices" | "agreed">): ConsultationResult {
	if (result === null || voices === null || agreed === null) throw problem("conduct_state", { state: "draft" });
	return { result, voices, agreed, percent: agreedPercent(agreed, voices) };
}
