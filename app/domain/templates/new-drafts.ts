import { record } from "../audit/commands.ts";
import { skeletonCode } from "../authoring/code-make.ts";
import { newItem, newSection } from "../authoring/make.ts";
import { type Ctx, inTransaction } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import type { Definition } from "../forms/schema.ts";
import { newId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { unitsOnPath } from "./rules.ts";
import { type NewTemplate, newTemplate } from "./schema.ts";

/**
 * Begins a template with a first version to be written: an empty one, or a copy of a version that the office can see (its own, or
 * one of a unit above it). Throws `template_code_taken`, and not_found for a version out of sight.
 */
export async function beginTemplate(ctx: Ctx, input: NewTemplate): Promise<{ templateId: string; versionId: string }> {
	demand(ctx.actor, "templates.write");
	const { code, title, kinds, from, firstSection, kind } = newTemplate.parse(input);
	return inTransaction(ctx, async (ctx) => {
		const copied = from === null ? null : await visibleVersion(ctx, from);
		const isCode = copied === null && kind === "conduct";
		const about = isCode ? await newestReturnOnCodes(ctx) : undefined;
		const templateId = newId();
		const made = await ctx.db
			.insertInto("template")
			.values({
				id: templateId,
				office_id: ctx.actor.unitId,
				code,
				kind: copied?.kind ?? kind,
				title: JSON.stringify(title),
				created_at: ctx.now,
			})
			.onConflict((oc) => oc.columns(["office_id", "code"]).doNothing())
			.executeTakeFirst();
		if (made.numInsertedOrUpdatedRows !== 1n) throw problem("template_code_taken", { code });
		const versionId = await insertDraft(ctx, templateId, 1, {
			definition: copied?.definition ?? about ?? JSON.stringify(firstForm(firstSection)),
			conduct: copied?.conduct ?? (isCode ? JSON.stringify(skeletonCode(kinds)) : null),
			kinds: JSON.stringify(kinds),
			valid_from: copied?.valid_from ?? null,
			valid_to: copied?.valid_to ?? null,
			legal_basis: copied?.legal_basis ?? "[]",
		});
		await recordHere(ctx, "template.begun", templateId, { code, versionId, from });
		return { templateId, versionId };
	});
}

/**
 * Begins the next version of a template of the office, a copy of the newest, and answers with its id. While there is a draft, it is
 * that one: a second click begins nothing.
 */
export async function beginVersion(ctx: Ctx, templateId: string): Promise<string> {
	demand(ctx.actor, "templates.write");
	return inTransaction(ctx, async (ctx) => {
		const own = ctx.db.selectFrom("template").select("id").where("id", "=", templateId);
		const template = own.where("office_id", "=", ctx.actor.unitId);
		if (!(await (ctx.engine === "postgres" ? template.forUpdate() : template).executeTakeFirst()))
			throw problem("not_found", {});
		const last = await ctx.db
			.selectFrom("template_version")
			.select(["id", "number", "state", "definition", "conduct", "kinds", "valid_from", "valid_to", "legal_basis"])
			.where("template_id", "=", templateId)
			.orderBy("number", "desc")
			.executeTakeFirst();
		if (!last) throw problem("not_found", {});
		const { id, number, state, ...content } = last;
		if (state === "draft") return id;
		const versionId = await insertDraft(ctx, templateId, number + 1, content);
		await recordHere(ctx, "template.version_created", templateId, { versionId, number: number + 1 });
		return versionId;
	});
}

/** What an empty template begins with: one section, one empty item to write into, and the rule that most circulars have. */
function firstForm(title: Words): Definition {
	return {
		sections: [{ ...newSection("A"), title, items: [newItem("verdict", "A.1")] }],
		checks: [],
		figures: [],
		lights: [],
		lists: [],
		rule: { type: "percent", na: "leave_out", atLeast: 80, allMandatory: true },
		failure: { remark: true, measure: false },
	};
}

type Content = Pick<
	Awaited<ReturnType<typeof visibleVersion>>,
	"definition" | "conduct" | "kinds" | "valid_from" | "valid_to" | "legal_basis"
>;

async function insertDraft(ctx: Ctx, templateId: string, number: number, content: Content): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto("template_version")
		.values({
			...content,
			id,
			template_id: templateId,
			number,
			state: "draft",
			checked_by: null,
			checked_at: null,
			published_at: null,
			edited_by: ctx.actor.personId,
			edited_at: ctx.now,
		})
		.execute();
	return id;
}

/** The return about the newest code of conduct in sight: an empty code begins with it, since all ask the same of adoption. */
async function newestReturnOnCodes(ctx: Ctx): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select("definition")
		.where("template.kind", "=", "conduct")
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where("state", "=", "published")
		.orderBy("published_at", "desc")
		.executeTakeFirst();
	return row?.definition;
}

/** Published or retired, within the actor's sight; drafts only of the office itself. */
async function visibleVersion(ctx: Ctx, versionId: string) {
	const row = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select(["definition", "conduct", "kinds", "valid_from", "valid_to", "legal_basis", "template.kind"])
		.where("template_version.id", "=", versionId)
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where((eb) => eb.or([eb("state", "!=", "draft"), eb("template.office_id", "=", ctx.actor.unitId)]))
		.executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return row;
}

function recordHere(ctx: Ctx, event: string, templateId: string, after: object): Promise<void> {
	return record(ctx, { unitId: ctx.actor.unitId, event, subject: `template/${templateId}`, after });
}
