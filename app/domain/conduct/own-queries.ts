import type { AnonymousCtx, Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { countAddress } from "../people/limits.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import type { Receipt } from "./acknowledge.ts";
import type { ClauseChange } from "./difference.ts";
import { type VersionLine, versionLine } from "./lines.ts";
import { changesOf } from "./queries.ts";
import { askedIn, newestRound, type Round } from "./rounds.ts";
import { codeToRead, type OwnStanding, standingOf } from "./rules.ts";
import type { ReadableCode, SchoolContent, VoiceGroup } from "./schema.ts";
import { signedNumbers } from "./staff.ts";
import { currentVersions, type LoadedVersion } from "./versions.ts";
import { findLink, isOpen } from "./voices.ts";

/** The code in force as a member of the school reads and signs it. */
export type CodeToAcknowledge = {
	version: VersionLine & { code: ReadableCode };
	/** What changed against the wording that they signed last; nothing for who signed none. */
	changes: ClauseChange[];
	standing: OwnStanding;
	/** Last day on which they were reminded; null when not, or nothing is missing. */
	remindedOn: string | null;
};

/** What the actor has to read and sign at the school they work for now; null before a code is published there. */
export async function codeToAcknowledge(ctx: Ctx): Promise<CodeToAcknowledge | null> {
	demand(ctx.actor, "conduct.acknowledge");
	const { published } = await currentVersions(ctx, ctx.actor.unitId);
	if (!published) return null;
	const { personId, unitId } = ctx.actor;
	const own = await ctx.db
		.selectFrom("acknowledgement")
		.select(["opened_at as openedAt", "read_at as readAt", "signed_at as signedAt"])
		.where("school_id", "=", unitId)
		.where("version_id", "=", published.id)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	const signed = (await signedNumbers(ctx, unitId, personId)).get(personId) ?? [];
	const last = signed.filter((one) => one < published.number).sort((a, b) => b - a)[0];
	const { number, covers_from: coversFrom } = published;
	const standing = standingOf({ number, coversFrom }, own ?? null, signed);
	const { on } = await ctx.db
		.selectFrom("conduct_notice")
		.select((eb) => eb.fn.max("sent_on").as("on"))
		.where("school_id", "=", unitId)
		.where("version_id", "=", published.id)
		.where("person_id", "=", personId)
		.executeTakeFirstOrThrow();
	const done = standing === "signed" || standing === "earlier";
	return {
		version: { ...versionLine(published), code: codeToRead(published.content) },
		changes: last === undefined ? [] : await changesOf(ctx, published, last),
		standing,
		remindedOn: done ? null : on,
	};
}

/** A school at which the actor works and whose code in force they have not signed. */
export type WaitingToSign = { schoolId: string; school: string; number: number };

/** Where the actor has something to sign, at every school they work for now: one small query, no text is read. */
export function waitingToSign(ctx: Ctx): Promise<WaitingToSign[]> {
	const { personId } = ctx.actor;
	return (
		ctx.db
			.selectFrom("membership as m")
			.innerJoin("unit", "unit.id", "m.unit_id")
			.innerJoin("conduct_version as v", (join) =>
				join.onRef("v.school_id", "=", "m.unit_id").on("v.state", "=", "published"),
			)
			.select(["m.unit_id as schoolId", "unit.name as school", "v.number"])
			.where("m.person_id", "=", personId)
			.where("m.ended_at", "is", null)
			// As `standingOf`: a wording from which only small changes led here still counts.
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom("acknowledgement as a")
							.innerJoin("conduct_version as signed", (join) =>
								join.onRef("signed.school_id", "=", "a.school_id").onRef("signed.id", "=", "a.version_id"),
							)
							.select("a.person_id")
							.whereRef("a.school_id", "=", "m.unit_id")
							.where("a.person_id", "=", personId)
							.where("a.signed_at", "is not", null)
							.whereRef("signed.number", ">=", "v.covers_from")
							.whereRef("signed.number", "<=", "v.number"),
					),
				),
			)
			.orderBy("unit.search")
			.orderBy("unit.id")
			.execute()
	);
}

/** The text that members of the school, or holders of a link, are asked about. */
export type CodeInConsultation = {
	versionId: string;
	school: string;
	group: VoiceGroup;
	closesOn: string;
	changeNote: string;
	code: ReadableCode;
	/** Against the code before; nothing of a first one. */
	changes: ClauseChange[];
	/** `given`: this voice has been heard. `closed`: no voice counts any more. */
	state: "open" | "given" | "closed";
};

/** The consultation at the actor's own school that asks staff; null while there is none. */
export async function codeInConsultation(ctx: Ctx): Promise<CodeInConsultation | null> {
	demand(ctx.actor, "conduct.acknowledge");
	const { open } = await currentVersions(ctx, ctx.actor.unitId);
	const round = open?.state === "consulting" ? await newestRound(ctx, open) : null;
	if (!open || !round || !askedIn(round).some(({ group }) => group === "staff")) return null;
	const given = await ctx.db
		.selectFrom("consultation_voice")
		.select("at")
		.where("school_id", "=", round.school_id)
		.where("consultation_id", "=", round.id)
		.where("voter", "=", `person/${ctx.actor.personId}`)
		.executeTakeFirst();
	return inConsultation(ctx, { version: open, round, group: "staff", given: given !== undefined });
}

/** The same by a link, without an account. Guesses are counted by address. Throws `link_unknown`, `too_many_attempts`. */
export async function readByLink(ctx: AnonymousCtx, token: string, address: string): Promise<CodeInConsultation> {
	const link = await findLink(ctx, token);
	if (!link) {
		await countAddress(ctx, "voice", address);
		throw problem("link_unknown", {});
	}
	const { round } = link;
	const version = await ctx.db
		.selectFrom("conduct_version")
		.selectAll()
		.where("school_id", "=", round.school_id)
		.where("id", "=", round.version_id)
		.executeTakeFirstOrThrow();
	const group = link.group as VoiceGroup;
	const content = JSON.parse(version.content) as SchoolContent;
	return inConsultation(ctx, { version: { ...version, content }, round, group, given: link.used_at !== null });
}

async function inConsultation(
	ctx: Pick<AnonymousCtx, "db" | "today">,
	given: { version: LoadedVersion; round: Round; group: VoiceGroup; given: boolean },
): Promise<CodeInConsultation> {
	const { version, round, group } = given;
	const { name } = await ctx.db
		.selectFrom("unit")
		.select("name")
		.where("id", "=", round.school_id)
		.executeTakeFirstOrThrow();
	// A round that has ended asks about nothing: its text may have changed since.
	const open = isOpen(round, ctx.today);
	return {
		versionId: version.id,
		school: name,
		group,
		closesOn: round.closes_on,
		changeNote: version.change_note,
		code: open ? codeToRead(version.content) : { basis: [], groups: [] },
		changes: open ? await changesOf(ctx, version) : [],
		state: given.given ? "given" : open ? "open" : "closed",
	};
}

/** A signature of the actor, at whatever school it was given. */
export type OwnSignature = Receipt & { schoolId: string; schoolCode: string; school: string; version: VersionLine };

/** Everything that the actor ever signed, newest first, former schools included. */
export async function mySignatures(ctx: Ctx): Promise<OwnSignature[]> {
	const rows = await signatures(ctx).orderBy("a.signed_at", "desc").orderBy("a.version_id", "desc").execute();
	return rows.map(signatureOf);
}

/** One of them with the text exactly as it was signed. Throws not_found for what the actor did not sign. */
export async function readSigned(
	ctx: Ctx,
	wanted: { schoolId: string | undefined; versionId: string | undefined },
): Promise<OwnSignature & { code: ReadableCode }> {
	if (!isId(wanted.schoolId) || !isId(wanted.versionId)) throw problem("not_found", {});
	const row = await signatures(ctx)
		.where("a.school_id", "=", wanted.schoolId)
		.where("a.version_id", "=", wanted.versionId)
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return { ...signatureOf(row), code: codeToRead(JSON.parse(row.content) as SchoolContent) };
}

/** By person, not by unit: what somebody signed stays theirs when they leave the school. */
function signatures(ctx: Ctx) {
	return ctx.db
		.selectFrom("acknowledgement as a")
		.innerJoin("conduct_version as v", (join) =>
			join.onRef("v.school_id", "=", "a.school_id").onRef("v.id", "=", "a.version_id"),
		)
		.innerJoin("unit", "unit.id", "a.school_id")
		.selectAll("v")
		.select(["a.receipt", "a.signed_at", "a.signed_name", "a.sha256 as signed_sha256"])
		.select(["unit.name as school", "unit.code as school_code"])
		.where("a.person_id", "=", ctx.actor.personId)
		.where("a.signed_at", "is not", null);
}

function signatureOf(row: Awaited<ReturnType<ReturnType<typeof signatures>["executeTakeFirstOrThrow"]>>): OwnSignature {
	return {
		schoolId: row.school_id,
		schoolCode: row.school_code,
		school: row.school,
		versionId: row.id,
		version: versionLine(row),
		receipt: row.receipt ?? "",
		signedAt: row.signed_at ?? "",
		signedName: row.signed_name ?? "",
		sha256: row.signed_sha256,
	};
}
