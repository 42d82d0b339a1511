/** Templates that an office offers to the offices below it, and what these make of them. */
import { record } from "../audit/commands.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { cleanLine } from "../text.ts";
import { createVersion, importTemplate } from "./commands.ts";
import { readVersion } from "./queries.ts";
import { unitsOnPath } from "./rules.ts";
import type { Version } from "./schema.ts";

/**
 * Offers a template of the office's own, which has a published version, to all offices below. Offering again changes the note. Throws
 * not_found, `version_not_published`.
 */
export async function offerTemplate(ctx: Ctx, templateId: string, note: string): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const own = await ctx.db
			.selectFrom("template")
			.select("id")
			.where("id", "=", templateId)
			.where("office_id", "=", ctx.actor.unitId)
			.executeTakeFirst();
		if (!own) throw problem("not_found", {});
		if (!(await newestPublished(ctx, templateId))) throw problem("version_not_published", {});
		const offer = { note: cleanLine(note), offered_by: ctx.actor.personId, offered_at: ctx.now };
		await ctx.db
			.insertInto("template_offer")
			.values({ template_id: templateId, ...offer })
			.onConflict((oc) => oc.column("template_id").doUpdateSet({ note: offer.note }))
			.execute();
		await tell(ctx, "template.offered", templateId, { note: offer.note });
	});
}

/** Offers it no more. Copies stay, followers are told of nothing new. A second time changes nothing. Throws not_found. */
export async function withdrawOffer(ctx: Ctx, templateId: string): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const gone = await ctx.db
			.deleteFrom("template_offer")
			.where("template_id", "=", templateId)
			.where("template_id", "in", (eb) =>
				eb.selectFrom("template").select("id").where("office_id", "=", ctx.actor.unitId),
			)
			.executeTakeFirst();
		if (gone.numDeletedRows === 0n) {
			const own = await ctx.db
				.selectFrom("template")
				.select("id")
				.where("id", "=", templateId)
				.where("office_id", "=", ctx.actor.unitId)
				.executeTakeFirst();
			if (!own) throw problem("not_found", {});
			return;
		}
		await tell(ctx, "template.offer_withdrawn", templateId, {});
	});
}

/**
 * Follows an offered template of an office above: its new versions are announced. Followed already, nothing changes. Throws
 * not_found for a template that is not offered to the actor's office.
 */
export async function followTemplate(ctx: Ctx, templateId: string): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await offeredVersion(ctx, templateId);
		await insertFollow(ctx, templateId, version.id, null);
	});
}

/** Follows no more; a copy stays the office's own. Throws not_found when it did not follow. */
export async function unfollowTemplate(ctx: Ctx, templateId: string): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const gone = await ctx.db
			.deleteFrom("template_follow")
			.where("template_id", "=", templateId)
			.where("office_id", "=", ctx.actor.unitId)
			.executeTakeFirst();
		if (gone.numDeletedRows === 0n) throw problem("not_found", {});
		await tell(ctx, "template.unfollowed", templateId, {});
	});
}

/**
 * Makes a template of the office's own out of an offered one, as a draft that says where it came from; new versions of the superior's
 * are then offered to it. Answers with its ids. Throws not_found, and `template_code_taken` when the office has a template of this code.
 */
export async function copyTemplate(ctx: Ctx, templateId: string): Promise<{ templateId: string; versionId: string }> {
	demand(ctx.actor, "templates.write");
	return inTransaction(ctx, async (ctx) => {
		const version = await offeredVersion(ctx, templateId);
		const copy = await importTemplate(ctx, { code: version.code, title: version.title, ...contentOf(version) });
		await ctx.db
			.updateTable("template")
			.set({ origin_version_id: version.id })
			.where("id", "=", copy.templateId)
			.execute();
		await insertFollow(ctx, templateId, version.id, copy.templateId);
		await tell(ctx, "template.copied", copy.templateId, { from: templateId, versionId: version.id });
		return copy;
	});
}

/**
 * Takes over the superior's newest version: of a copy it becomes the next version, as a draft; without one the office works with
 * it from now on. Throws not_found, `template_nothing_new`.
 */
export async function takeUpdate(ctx: Ctx, templateId: string): Promise<{ copy: string; draftId: string } | null> {
	demand(ctx.actor, "templates.write");
	return inTransaction(ctx, async (ctx) => {
		const version = await offeredVersion(ctx, templateId);
		const taken = await ctx.db
			.updateTable("template_follow")
			.set({ seen_version_id: version.id })
			.where("office_id", "=", ctx.actor.unitId)
			.where("template_id", "=", templateId)
			.where("seen_version_id", "<>", version.id)
			.returning("copy_id")
			.executeTakeFirst();
		if (!taken) throw problem("template_nothing_new", {});
		await tell(ctx, "template.update_taken", templateId, { versionId: version.id });
		if (taken.copy_id === null) return null;
		const { definition, ...rest } = contentOf(version);
		return { copy: taken.copy_id, draftId: await createVersion(ctx, taken.copy_id, definition, rest) };
	});
}

function contentOf({ kinds, validFrom, validTo, legalBasis, definition, conduct }: Version) {
	return { kinds, validFrom, validTo, legalBasis, definition, conduct };
}

async function insertFollow(ctx: Ctx, templateId: string, versionId: string, copyId: string | null): Promise<void> {
	const made = await ctx.db
		.insertInto("template_follow")
		.values({
			office_id: ctx.actor.unitId,
			template_id: templateId,
			seen_version_id: versionId,
			copy_id: copyId,
			followed_by: ctx.actor.personId,
			followed_at: ctx.now,
		})
		.onConflict((oc) => {
			const known = oc.columns(["office_id", "template_id"]);
			return copyId === null ? known.doNothing() : known.doUpdateSet({ copy_id: copyId, seen_version_id: versionId });
		})
		.executeTakeFirst();
	if (made.numInsertedOrUpdatedRows === 1n) await tell(ctx, "template.followed", templateId, { versionId });
}

/** The newest published version of a template that is offered by an office above the actor's. */
async function offeredVersion(ctx: Ctx, templateId: string): Promise<Version> {
	const above = unitsOnPath(ctx.actor.unitPath).filter((id) => id !== ctx.actor.unitId);
	const offered = await ctx.db
		.selectFrom("template_offer")
		.innerJoin("template", "template.id", "template_offer.template_id")
		.select("template.id")
		.where("template.id", "=", templateId)
		.where("template.office_id", "in", above.length > 0 ? above : [""])
		.executeTakeFirst();
	const newest = offered && (await newestPublished(ctx, templateId));
	if (!newest) throw problem("not_found", {});
	return readVersion(ctx, newest.id);
}

function newestPublished(ctx: Ctx, templateId: string) {
	return ctx.db
		.selectFrom("template_version")
		.select("id")
		.where("template_id", "=", templateId)
		.where("state", "=", "published")
		.orderBy("number", "desc")
		.executeTakeFirst();
}

function tell(ctx: Ctx, event: string, templateId: string, after: object): Promise<void> {
	return record(ctx, { unitId: ctx.actor.unitId, event, subject: `template/${templateId}`, after });
}
