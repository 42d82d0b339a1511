import { record } from "../audit/commands.ts";
import { draftCode } from "../authoring/code-schema.ts";
import { type Draft, draftDefinition } from "../authoring/draft-schema.ts";
import { type Edit, type EditBatch, editBatch } from "../authoring/edit-schema.ts";
import { mergeEdits } from "../authoring/merge.ts";
import type { Answer, DoneBatch } from "../authoring/session.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { lockTemplateOf } from "./locks.ts";
import type { BasisLine } from "./schema.ts";

/** A form of this many signs no phone opens any more. */
const DRAFT_LIMIT = 4_000_000;
/** Whoever wrote in the last two minutes is still at it. */
const AT_IT = 2 * 60_000;
/** After half an hour's rest a person begins anew: that is one line in the log, and not one for each key. */
const REST = 30 * 60_000;

/** `others`: who else is writing the same draft. */
export type Saved = Answer & { others: string[] };
type Told = Pick<Answer, "conflicts" | "recoding">;

/**
 * Does edits on the newest state of a draft, whatever its author knew: what others did since is merged, and told. The same batch is done
 * once; one without edits only asks what is new. Throws `version_not_draft`, `too_large`, and not_found for a draft of another office.
 */
export async function saveEdits(ctx: Ctx, versionId: string, input: EditBatch): Promise<Saved> {
	demand(ctx.actor, "templates.write");
	const batch = editBatch.parse(JSON.parse(JSON.stringify(input).normalize("NFC")));
	return inTransaction(ctx, async (ctx) => {
		const row = await lockDraft(ctx, versionId);
		if (batch.base > row.revision) throw problem("invalid_input", { fields: [{ field: "base", message: "" }] });
		const since = await batchesSince(ctx, versionId, batch.base);
		const others = await othersAtIt(ctx, versionId);
		const known = await ctx.db
			.selectFrom("template_edit")
			.select("told")
			.where("version_id", "=", versionId)
			.where("batch_id", "=", batch.id)
			.executeTakeFirst();
		if (known) return { revision: row.revision, batches: since, ...(JSON.parse(known.told) as Told), others };
		const before = draftOf(row);
		const theirs = since.flatMap(({ edits }) => edits);
		const { draft, applied, conflicts, recoding } = mergeEdits(before, theirs, batch.edits);
		if (applied.length === 0) return { revision: row.revision, batches: since, conflicts, recoding, others };
		const done = { id: batch.id, revision: row.revision + 1, edits: applied };
		await store(ctx, row, before, draft, done, { conflicts, recoding });
		return { revision: done.revision, batches: [...since, done], conflicts, recoding, others };
	});
}

export type OpenDraft = {
	templateId: string;
	versionId: string;
	code: string;
	kind: "form" | "conduct";
	number: number;
	revision: number;
	editedAt: string | null;
	draft: Draft;
	others: string[];
};

/** A draft of the office, to be written on. Throws `version_not_draft`, and not_found for one of another office. */
export async function readDraft(ctx: Ctx, templateId: string, versionId: string): Promise<OpenDraft> {
	demand(ctx.actor, "templates.write");
	const row = await ownVersion(ctx, versionId).where("template_id", "=", templateId).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	if (row.state !== "draft") throw problem("version_not_draft", {});
	const { code, kind, number, revision, edited_at } = row;
	const others = await othersAtIt(ctx, versionId);
	return { templateId, versionId, code, kind, number, revision, editedAt: edited_at, draft: draftOf(row), others };
}

function ownVersion(ctx: Ctx, versionId: string) {
	return ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.selectAll("template_version")
		.select(["template.title", "template.code", "template.kind"])
		.where("template_version.id", "=", versionId)
		.where("template.office_id", "=", ctx.actor.unitId);
}

type DraftRow = NonNullable<Awaited<ReturnType<ReturnType<typeof ownVersion>["executeTakeFirst"]>>>;

async function lockDraft(ctx: Ctx, versionId: string): Promise<DraftRow> {
	await lockTemplateOf(ctx, versionId);
	const row = await ownVersion(ctx, versionId).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	if (row.state !== "draft") throw problem("version_not_draft", {});
	return row;
}

function draftOf(row: DraftRow): Draft {
	return {
		title: JSON.parse(row.title) as Words,
		kinds: JSON.parse(row.kinds) as string[],
		validFrom: row.valid_from,
		validTo: row.valid_to,
		legalBasis: JSON.parse(row.legal_basis) as BasisLine[],
		definition: draftDefinition.parse(JSON.parse(row.definition)),
		...(row.conduct === null ? {} : { conduct: draftCode.parse(JSON.parse(row.conduct)) }),
	};
}

async function store(
	ctx: Ctx,
	row: DraftRow,
	before: Draft,
	draft: Draft,
	{ id, revision, edits }: DoneBatch,
	told: Told,
): Promise<void> {
	const definition = JSON.stringify(draft.definition);
	const conduct = draft.conduct ? JSON.stringify(draft.conduct) : null;
	if (definition.length + (conduct?.length ?? 0) > DRAFT_LIMIT) throw problem("too_large", { limitBytes: DRAFT_LIMIT });
	await ctx.db
		.updateTable("template_version")
		.set({
			definition,
			conduct,
			kinds: JSON.stringify(draft.kinds),
			valid_from: draft.validFrom,
			valid_to: draft.validTo,
			legal_basis: JSON.stringify(draft.legalBasis),
			revision,
			edited_by: ctx.actor.personId,
			edited_at: ctx.now,
		})
		.where("id", "=", row.id)
		.execute();
	if (draft.title !== before.title)
		await ctx.db
			.updateTable("template")
			.set({ title: JSON.stringify(draft.title) })
			.where("id", "=", row.template_id)
			.execute();
	const goesOn = await isAtIt(ctx, row);
	await ctx.db
		.insertInto("template_edit")
		.values({
			version_id: row.id,
			revision,
			batch_id: id,
			edits: JSON.stringify(edits),
			told: JSON.stringify(told),
			person_id: ctx.actor.personId,
			at: ctx.now,
		})
		.execute();
	if (goesOn) return;
	await record(ctx, {
		unitId: ctx.actor.unitId,
		event: "template.draft_edited",
		subject: `template/${row.template_id}`,
		after: { versionId: row.id, number: row.number, revision },
	});
}

/** Whether the actor wrote here already in this sitting, whoever else did in between. */
async function isAtIt(ctx: Ctx, row: DraftRow): Promise<boolean> {
	const edit = await ctx.db
		.selectFrom("template_edit")
		.select("revision")
		.where("version_id", "=", row.id)
		.where("person_id", "=", ctx.actor.personId)
		.where("at", ">", ago(ctx, REST))
		.limit(1)
		.executeTakeFirst();
	return edit !== undefined;
}

async function batchesSince(ctx: Ctx, versionId: string, base: number): Promise<DoneBatch[]> {
	const rows = await ctx.db
		.selectFrom("template_edit")
		.select(["batch_id", "revision", "edits"])
		.where("version_id", "=", versionId)
		.where("revision", ">", base)
		.orderBy("revision")
		.execute();
	return rows.map(({ batch_id, revision, edits }) => ({ id: batch_id, revision, edits: JSON.parse(edits) as Edit[] }));
}

async function othersAtIt(ctx: Ctx, versionId: string): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom("template_edit")
		.innerJoin("person", "person.id", "person_id")
		.select("person.name")
		.distinct()
		.where("version_id", "=", versionId)
		.where("at", ">=", ago(ctx, AT_IT))
		.where("person_id", "!=", ctx.actor.personId)
		.orderBy("person.name")
		.execute();
	return rows.map(({ name }) => name);
}

function ago(ctx: Ctx, milliseconds: number): string {
	return new Date(Date.parse(ctx.now) - milliseconds).toISOString();
}
