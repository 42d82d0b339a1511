import { record } from "../audit/commands.ts";
import { type ConductContent, conductContent } from "../conduct/content-schema.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import { checkDefinition } from "../forms/check-definition.ts";
import { type Definition, definition as definitionShape } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { conductFaults } from "./rules.ts";
import { type TemplateDraft, templateDraft, versionDraft } from "./schema.ts";

/**
 * Brings a template into the office's library, with its first version as a draft. With a code of conduct in it, it is of kind
 * `conduct` for good. Throws `template_code_taken`, and `definition_faulty` for what could not be filled, judged or adopted.
 */
export async function importTemplate(
	ctx: Ctx,
	input: TemplateDraft,
): Promise<{ templateId: string; versionId: string }> {
	demand(ctx.actor, "templates.write");
	const draft = templateDraft.parse(input);
	refuseFaulty(draft.definition, draft.conduct);
	return inTransaction(ctx, async (ctx) => {
		const templateId = newId();
		const made = await ctx.db
			.insertInto("template")
			.values({
				id: templateId,
				office_id: ctx.actor.unitId,
				code: draft.code,
				kind: draft.conduct ? "conduct" : "form",
				title: JSON.stringify(draft.title),
				origin_version_id: null,
				created_at: ctx.now,
			})
			.onConflict((oc) => oc.columns(["office_id", "code"]).doNothing())
			.executeTakeFirst();
		if (made.numInsertedOrUpdatedRows !== 1n) throw problem("template_code_taken", { code: draft.code });
		const versionId = await insertVersion(ctx, templateId, 1, draft);
		await recordHere(ctx, "template.imported", templateId, { code: draft.code, versionId });
		return { templateId, versionId };
	});
}

/**
 * Makes the next version of a template as a draft: the same kinds, validity and legal basis unless `over` says otherwise. The
 * earlier versions stay as they are. Nobody has compared the new one with the annex yet. Throws `definition_faulty`.
 */
export async function createVersion(
	ctx: Ctx,
	templateId: string,
	definition: Definition,
	/** A code of conduct only for a conduct template, which always has one. */
	over: Partial<Omit<TemplateDraft, "code" | "title" | "definition">> = {},
): Promise<string> {
	demand(ctx.actor, "templates.write");
	return inTransaction(ctx, async (ctx) => {
		const last = await ownVersions(ctx)
			.where("template_id", "=", templateId)
			.orderBy("number", "desc")
			.executeTakeFirst();
		if (!last) throw problem("not_found", {});
		const draft = versionDraft.parse({
			kinds: JSON.parse(last.kinds),
			validFrom: last.valid_from,
			validTo: last.valid_to,
			legalBasis: JSON.parse(last.legal_basis),
			conduct: last.conduct === null ? null : JSON.parse(last.conduct),
			...over,
			definition,
		});
		if ((draft.conduct === null) !== (last.conduct === null)) throw problem("definition_faulty", { faults: ["kind"] });
		refuseFaulty(draft.definition, draft.conduct);
		const versionId = await insertVersion(ctx, templateId, last.number + 1, draft);
		await recordHere(ctx, "template.version_created", templateId, { versionId, number: last.number + 1 });
		return versionId;
	});
}

/**
 * Publishes a draft: from now on it never changes and campaigns may be issued on it. The version that was published before
 * retires; its campaigns go on. Publishing twice changes nothing. Throws `definition_faulty` for a draft that is not ready. People
 * publish through `life.ts`, which looks first; `said` is what was decided there, for the log.
 */
export async function publishVersion(ctx: Ctx, versionId: string, said: object = {}): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await ownVersions(ctx).where("template_version.id", "=", versionId).executeTakeFirst();
		if (!version) throw problem("not_found", {});
		if (version.state !== "draft") return;
		refuseUnfinished(version);
		await ctx.db
			.updateTable("template_version")
			.set({ state: "retired", retired_at: ctx.now, retired_by: ctx.actor.personId })
			.where("template_id", "=", version.template_id)
			.where("state", "=", "published")
			.execute();
		await ctx.db
			.updateTable("template_version")
			.set({ state: "published", published_at: ctx.now })
			.where("id", "=", versionId)
			.execute();
		await recordHere(ctx, "template.published", version.template_id, { versionId, number: version.number, ...said });
	});
}

/**
 * The office states that it has compared a published version with the official annex, `fileId` as it was uploaded: the notice *bản làm
 * việc, chưa đối chiếu* goes from every page that shows it. Stated again, only a file that was missing is added. Throws
 * `version_not_published`, and not_found for a file of another unit.
 */
export async function markChecked(ctx: Ctx, versionId: string, fileId: string | null = null): Promise<void> {
	demand(ctx.actor, "templates.write");
	await inTransaction(ctx, async (ctx) => {
		const version = await ownVersions(ctx).where("template_version.id", "=", versionId).executeTakeFirst();
		if (!version) throw problem("not_found", {});
		if (version.state === "draft") throw problem("version_not_published", {});
		await refuseForeignFile(ctx, fileId);
		if (version.checked_at !== null && (version.check_file_id !== null || fileId === null)) return;
		const stated = version.checked_at === null ? { checked_by: ctx.actor.personId, checked_at: ctx.now } : {};
		await ctx.db
			.updateTable("template_version")
			.set({ ...stated, check_file_id: fileId })
			.where("id", "=", versionId)
			.execute();
		await recordHere(ctx, "template.checked", version.template_id, { versionId, number: version.number, fileId });
	});
}

async function refuseForeignFile(ctx: Ctx, fileId: string | null): Promise<void> {
	if (fileId === null) return;
	const own = await ctx.db
		.selectFrom("file")
		.select("id")
		.where("id", "=", fileId)
		.where("unit_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!own) throw problem("not_found", {});
}

function ownVersions(ctx: Ctx) {
	return ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.selectAll("template_version")
		.where("template.office_id", "=", ctx.actor.unitId);
}

async function insertVersion(
	ctx: Ctx,
	templateId: string,
	number: number,
	draft: ReturnType<typeof versionDraft.parse>,
): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto("template_version")
		.values({
			id,
			template_id: templateId,
			number,
			state: "draft",
			definition: JSON.stringify(draft.definition),
			conduct: draft.conduct && JSON.stringify(draft.conduct),
			kinds: JSON.stringify(draft.kinds),
			valid_from: draft.validFrom,
			valid_to: draft.validTo,
			legal_basis: JSON.stringify(draft.legalBasis),
			checked_by: null,
			checked_at: null,
			check_file_id: null,
			published_at: null,
			retired_at: null,
			retired_by: null,
		})
		.execute();
	return id;
}

/** Warnings pass: the library itself has a rule whose mandatory items nobody has flagged yet, and says so. */
function refuseFaulty(definition: Definition, conduct: ConductContent | null): void {
	const faults = checkDefinition(definition).filter((fault) => fault.severity === "error");
	const codes = [...faults.map((fault) => fault.code), ...(conduct ? conductFaults(conduct) : [])];
	if (codes.length > 0) throw problem("definition_faulty", { faults: codes });
}

/** A draft is kept however half written; published it is what schools read. */
function refuseUnfinished(version: { definition: string; conduct: string | null }): void {
	const parsed = definitionShape.safeParse(JSON.parse(version.definition));
	const code = conductContent.nullable().safeParse(JSON.parse(version.conduct ?? "null"));
	if (!parsed.success || !code.success) throw problem("definition_faulty", { faults: ["unfinished"] });
	refuseFaulty(parsed.data, code.data);
}

function recordHere(ctx: Ctx, event: string, templateId: string, after: object): Promise<void> {
	return record(ctx, { unitId: ctx.actor.unitId, event, subject: `template/${templateId}`, after });
}
