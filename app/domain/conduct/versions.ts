import type { Selectable, Updateable } from "kysely";
import type { ConductVersionTable } from "#db/tables/conduct.ts";
import { record } from "../audit/commands.ts";
import type { AnonymousCtx, Ctx } from "../ctx.ts";
import { isId } from "../id.ts";
import { problem } from "../problem.ts";
import { readVersion } from "../templates/queries.ts";
import type { Version } from "../templates/schema.ts";
import type { ConductContent, ConductModule } from "./content-schema.ts";
import { modulesFor } from "./rules.ts";
import type { SchoolContent, VersionState } from "./schema.ts";

/** A version as commands and queries hold it: its row, with the text read from its JSON. */
export type LoadedVersion = Omit<Selectable<ConductVersionTable>, "content"> & { content: SchoolContent };

/**
 * The version of the actor's own school, and nobody writes another version of it until the transaction ends (SQLite writes one at
 * a time anyway). Throws not_found for another school's.
 */
export async function loadForWriting(ctx: Ctx, versionId: string): Promise<LoadedVersion> {
	await lockVersions(ctx);
	return loadVersion(ctx, versionId);
}

/** Waits for whoever writes to the school's code. Always the first lock: consultation, then audit chain follow. */
export async function lockVersions(ctx: Ctx): Promise<void> {
	if (ctx.engine !== "postgres") return;
	await ctx.db
		.selectFrom("conduct_version")
		.select("id")
		.where("school_id", "=", ctx.actor.unitId)
		.orderBy("number")
		.forUpdate()
		.execute();
}

/** The version of the actor's own school. Throws not_found for another school's. */
export async function loadVersion(ctx: Ctx, versionId: string | undefined): Promise<LoadedVersion> {
	if (!isId(versionId)) throw problem("not_found", {});
	const row = await versionsOf(ctx, ctx.actor.unitId).where("id", "=", versionId).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return parsed(row);
}

/** The version that waits to be published, and the one in force, of a school whose records the caller may read. */
export async function currentVersions(
	ctx: Pick<Ctx, "db">,
	schoolId: string,
): Promise<{ open: LoadedVersion | null; published: LoadedVersion | null }> {
	const rows = await versionsOf(ctx, schoolId).where("state", "<>", "superseded").execute();
	const [open, published] = [rows.find(({ state }) => state !== "published"), rows.find(isPublished)];
	return { open: open ? parsed(open) : null, published: published ? parsed(published) : null };
}

const isPublished = ({ state }: { state: VersionState }) => state === "published";

function versionsOf(ctx: Pick<Ctx, "db">, schoolId: string) {
	return ctx.db.selectFrom("conduct_version").selectAll().where("school_id", "=", schoolId);
}

function parsed(row: Selectable<ConductVersionTable>): LoadedVersion {
	return { ...row, content: JSON.parse(row.content) as SchoolContent };
}

/** Throws `conduct_state` when the version is in none of these states. */
export function demandState(version: Pick<LoadedVersion, "state">, ...states: VersionState[]): void {
	if (!states.includes(version.state)) throw problem("conduct_state", { state: version.state });
}

/** What the school was issued: the version of its newest conduct campaign, with the modules for its kind today. */
export type Issued = { version: Version; content: ConductContent; kind: string; modules: ConductModule[] };

/** Null when no campaign ever brought a code of conduct to the school. */
export async function newestIssued(ctx: Ctx): Promise<Issued | null> {
	const row = await ctx.db
		.selectFrom("recipient")
		.innerJoin("campaign", "campaign.id", "recipient.campaign_id")
		.innerJoin("template_version", (join) =>
			join.on((eb) => eb("template_version.id", "=", eb.fn.coalesce("recipient.version_id", "campaign.version_id"))),
		)
		.select("template_version.id as version_id")
		.where("recipient.school_id", "=", ctx.actor.unitId)
		.where("campaign.state", "in", ["issued", "closed"])
		.where("template_version.conduct", "is not", null)
		.orderBy("campaign.issued_at", "desc")
		.orderBy("campaign.id", "desc")
		.executeTakeFirst();
	if (!row) return null;
	const version = await readVersion(ctx, row.version_id);
	const kind = await kindOf(ctx, ctx.actor.unitId);
	if (!version.conduct) return null;
	return { version, content: version.conduct, kind, modules: modulesFor(version.conduct, kind, ctx.today) };
}

/** Kind of the school. Throws not_found for a unit that is none. */
export async function kindOf(ctx: Pick<Ctx, "db">, schoolId: string): Promise<string> {
	const row = await ctx.db.selectFrom("school").select("kind").where("school_id", "=", schoolId).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return row.kind;
}

/** Throws not_found unless the file, if one is named, belongs to the actor's own school. */
export async function refuseForeignFile(ctx: Ctx, fileId: string | null): Promise<void> {
	if (fileId === null) return;
	const file = await ctx.db
		.selectFrom("file")
		.select("id")
		.where("id", "=", fileId)
		.where("unit_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!file) throw problem("not_found", {});
}

/** Writes columns of a version. Inside a transaction, with the school's versions locked. */
export async function setVersion(
	ctx: Ctx,
	version: Pick<LoadedVersion, "school_id" | "id">,
	columns: Updateable<Omit<ConductVersionTable, "school_id" | "id">>,
): Promise<void> {
	await ctx.db
		.updateTable("conduct_version")
		.set({ ...columns, updated_at: ctx.now })
		.where("school_id", "=", version.school_id)
		.where("id", "=", version.id)
		.execute();
}

/** Appends to the school's audit chain what happened to a version. Inside the transaction of it. */
export function tell(
	ctx: AnonymousCtx,
	version: Pick<LoadedVersion, "school_id" | "id">,
	what: { event: string; before?: unknown; after?: unknown },
): Promise<void> {
	return record(ctx, { ...what, unitId: version.school_id, subject: `conduct/${version.id}` });
}
