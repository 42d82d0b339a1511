import type { Selectable } from "kysely";
import type { AcknowledgementTable } from "#db/tables/conduct.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { groupedCode } from "../people/rules.ts";
import { newCode } from "../people/secrets.ts";
import { problem } from "../problem.ts";
import { sameName } from "./rules.ts";
import { type SignatureInput, signatureForm } from "./schema.ts";
import { type LoadedVersion, loadVersion, tell } from "./versions.ts";

type Own = Selectable<AcknowledgementTable>;

/** What a person gets for their signature, and can always get again (`own-queries.ts#readSigned`). */
export type Receipt = { versionId: string; receipt: string; signedAt: string; signedName: string; sha256: string };

/** The person opened the code in force. The first time counts. Throws not_found unless it is published at their school. */
export async function openCode(ctx: Ctx, versionId: string): Promise<void> {
	demand(ctx.actor, "conduct.acknowledge");
	await inTransaction(ctx, async (ctx) => {
		await ownRow(ctx, await codeInForce(ctx, versionId));
	});
}

/** The person reached the end of the text. The first time counts. Throws not_found unless it is published at their school. */
export async function markRead(ctx: Ctx, versionId: string): Promise<void> {
	demand(ctx.actor, "conduct.acknowledge");
	await inTransaction(ctx, async (ctx) => {
		const version = await codeInForce(ctx, versionId);
		await ownRow(ctx, version);
		const done = await mine(ctx, version).set({ read_at: ctx.now }).where("read_at", "is", null).executeTakeFirst();
		if (done.numUpdatedRows > 0n) await tell(ctx, version, { event: "conduct.read" });
	});
}

/**
 * The person signs with their name: bound to this version and to the fingerprint of what they were shown. Signing twice answers with
 * the same receipt. Throws `conduct_unread` before the end was reached, `name_differs`, `conduct_changed` when another version or
 * text was shown, and not_found for another school's.
 */
export async function sign(ctx: Ctx, versionId: string, input: SignatureInput): Promise<Receipt> {
	demand(ctx.actor, "conduct.acknowledge");
	const form = signatureForm.parse(input);
	return inTransaction(ctx, async (ctx) => {
		const version = await shared(ctx, versionId);
		const before = await findOwn(ctx, version);
		if (before?.signed_at) return receiptOf(before);
		if (version.state === "superseded") throw problem("conduct_changed", {});
		if (version.state !== "published") throw problem("not_found", {});
		if (form.sha256 !== version.sha256) throw problem("conduct_changed", {});
		if (!before?.read_at) throw problem("conduct_unread", {});
		if (!sameName(form.name, ctx.actor.name)) throw problem("name_differs", { name: ctx.actor.name });
		const signed = await mine(ctx, version)
			.set({ signed_at: ctx.now, signed_name: form.name, sha256: form.sha256, receipt: groupedCode(newCode()) })
			.where("signed_at", "is", null)
			.returningAll()
			.executeTakeFirst();
		const own = signed ?? (await findOwn(ctx, version));
		if (!own) throw new Error("an acknowledgement is gone");
		if (signed)
			await tell(ctx, version, { event: "conduct.signed", after: { sha256: form.sha256, receipt: own.receipt } });
		return receiptOf(own);
	});
}

function receiptOf({ version_id, receipt, signed_at, signed_name, sha256 }: Own): Receipt {
	return {
		versionId: version_id,
		receipt: receipt ?? "",
		signedAt: signed_at ?? "",
		signedName: signed_name ?? "",
		sha256,
	};
}

/** The version, and nobody publishes another over it until the transaction ends. */
async function shared(ctx: Ctx, versionId: string): Promise<LoadedVersion> {
	// What is no id, PostgreSQL may refuse to read at all (a null byte): `loadVersion` finds it to be nobody's.
	if (ctx.engine === "postgres" && isId(versionId)) {
		await ctx.db
			.selectFrom("conduct_version")
			.select("id")
			.where("school_id", "=", ctx.actor.unitId)
			.where("id", "=", versionId)
			.forShare()
			.execute();
	}
	return loadVersion(ctx, versionId);
}

async function codeInForce(ctx: Ctx, versionId: string): Promise<LoadedVersion> {
	const version = await shared(ctx, versionId);
	if (version.state === "superseded") throw problem("conduct_changed", {});
	if (version.state !== "published") throw problem("not_found", {});
	return version;
}

/** Makes the person's row for a version when they first open it. */
async function ownRow(ctx: Ctx, version: LoadedVersion): Promise<void> {
	const made = await ctx.db
		.insertInto("acknowledgement")
		.values({
			school_id: version.school_id,
			version_id: version.id,
			person_id: ctx.actor.personId,
			sha256: version.sha256 ?? "",
			opened_at: ctx.now,
		})
		.onConflict((oc) => oc.columns(["school_id", "version_id", "person_id"]).doNothing())
		.executeTakeFirst();
	if (made.numInsertedOrUpdatedRows === 1n) await tell(ctx, version, { event: "conduct.opened" });
}

function findOwn(ctx: Ctx, version: LoadedVersion): Promise<Own | undefined> {
	return ctx.db
		.selectFrom("acknowledgement")
		.selectAll()
		.where("school_id", "=", version.school_id)
		.where("version_id", "=", version.id)
		.where("person_id", "=", ctx.actor.personId)
		.executeTakeFirst();
}

function mine(ctx: Ctx, version: LoadedVersion) {
	return ctx.db
		.updateTable("acknowledgement")
		.where("school_id", "=", version.school_id)
		.where("version_id", "=", version.id)
		.where("person_id", "=", ctx.actor.personId);
}
