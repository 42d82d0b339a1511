import { type Ctx, inTransaction } from "../ctx.ts";
import { dayOf } from "../days.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { closedOn } from "./rules.ts";
import { type DecisionInput, decisionForm, type PublicationInput, publicationForm } from "./schema.ts";
import {
	currentVersions,
	demandState,
	type LoadedVersion,
	loadForWriting,
	refuseForeignFile,
	setVersion,
	tell,
} from "./versions.ts";

/**
 * Opens a consulted version for changes again: the voices are kept, but the new text has to be read anew. Doing it twice changes
 * nothing. Throws `conduct_state`.
 */
export async function reviseDraft(ctx: Ctx, versionId: string): Promise<void> {
	demand(ctx.actor, "conduct.decide");
	await inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		if (version.state === "draft") return;
		demandState(version, "consulted");
		await setVersion(ctx, version, { state: "draft", sha256: null, consultation_id: null });
		await tell(ctx, version, { event: "conduct.draft_reopened" });
	});
}

/**
 * Writes the principal's decision about a consulted version; until it is published, number, day and signer may be corrected the same
 * way. Throws `decided_too_early` before the day the consultation ended, `day_in_future`, `conduct_state`, and not_found for a foreign file.
 */
export async function decide(ctx: Ctx, versionId: string, input: DecisionInput): Promise<void> {
	demand(ctx.actor, "conduct.decide");
	const form = decisionForm.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		demandState(version, "consulted", "decided");
		if (form.decidedOn > ctx.today) throw problem("day_in_future", { day: form.decidedOn, today: ctx.today });
		const closed = await consultationEnd(ctx, version);
		if (form.decidedOn < closed) throw problem("decided_too_early", { closedOn: closed, decidedOn: form.decidedOn });
		await refuseForeignFile(ctx, form.fileId);
		const decision = {
			decision_number: form.number,
			decided_on: form.decidedOn,
			signer: form.signer,
			// Correcting the number does not take the scan away.
			decision_file_id: form.fileId ?? version.decision_file_id,
		};
		const before = decisionOf(version);
		if (version.state === "decided" && JSON.stringify(before) === JSON.stringify(decision)) return;
		await setVersion(ctx, version, {
			...decision,
			state: "decided",
			decided_by: ctx.actor.personId,
			decided_at: ctx.now,
		});
		const earlier = version.state === "decided" ? before : undefined;
		await tell(ctx, version, { event: "conduct.decided", before: earlier, after: decision });
	});
}

function decisionOf({ decision_number, decided_on, signer, decision_file_id }: LoadedVersion) {
	return { decision_number, decided_on, signer, decision_file_id };
}

/** The day on which the round that led here ended. */
async function consultationEnd(ctx: Ctx, version: LoadedVersion): Promise<string> {
	const { closed_at, closes_on } = await ctx.db
		.selectFrom("consultation")
		.select(["closed_at", "closes_on"])
		.where("school_id", "=", version.school_id)
		.where("id", "=", version.consultation_id)
		.executeTakeFirstOrThrow();
	return closedOn(closes_on, dayOf(closed_at ?? ctx.now));
}

/**
 * Publishes a decided version: it is the code in force, and the one before is superseded. Who has to acknowledge follows from what
 * changed; `askAgain` asks everybody although only small things did. Publishing twice changes nothing. Throws `conduct_state`
 * without a decision, `effective_too_early` before the decision, and not_found for a foreign file.
 */
export async function publish(ctx: Ctx, versionId: string, input: PublicationInput): Promise<void> {
	demand(ctx.actor, "conduct.decide");
	const form = publicationForm.parse(input);
	await inTransaction(ctx, async (ctx) => {
		const version = await loadForWriting(ctx, versionId);
		if (version.state === "published") return;
		demandState(version, "decided");
		const decidedOn = version.decided_on ?? ctx.today;
		if (form.effectiveOn < decidedOn)
			throw problem("effective_too_early", { decidedOn, effectiveOn: form.effectiveOn });
		await refuseForeignFile(ctx, form.fileId);
		const { published } = await currentVersions(ctx, version.school_id);
		if (published) await setVersion(ctx, published, { state: "superseded", superseded_at: ctx.now });
		const material = version.material === 1 || form.askAgain;
		await setVersion(ctx, version, {
			state: "published",
			material: material ? 1 : 0,
			covers_from: material ? version.number : version.covers_from,
			published_on: ctx.today,
			effective_on: form.effectiveOn,
			on_web: form.onWeb,
			on_board: form.onBoard ? 1 : 0,
			in_classrooms: form.inClassrooms ? 1 : 0,
			channels: JSON.stringify(form.channels),
			publication_file_id: form.fileId,
			published_by: ctx.actor.personId,
			published_at: ctx.now,
		});
		const { askAgain: _, fileId: _file, ...where } = form;
		const after = { number: version.number, material, sha256: version.sha256, ...where };
		await tell(ctx, version, { event: "conduct.published", before: published && { number: published.number }, after });
	});
}
