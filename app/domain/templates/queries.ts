import { draftCode } from "../authoring/code-schema.ts";
import { draftDefinition } from "../authoring/draft-schema.ts";
import { type ConductContent, conductContent } from "../conduct/content-schema.ts";
import type { Ctx } from "../ctx.ts";
import type { Words } from "../forms/expression-schema.ts";
import { type Definition, definition } from "../forms/schema.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { unitsOnPath } from "./rules.ts";
import type { BasisLine, TemplateKind, Version, VersionHead } from "./schema.ts";

export type TemplateLine = { id: string; code: string; title: Words; versions: number; version: Version };

export type TemplatePage = {
	id: string;
	code: string;
	title: Words;
	/** Whether the template is the actor's own; a superior's may be issued but not marked. */
	own: boolean;
	/** Newest first. */
	versions: VersionHead[];
	/** The version that is shown. */
	version: Version;
	/** Who compared it with the official annex; "" while nobody has. */
	checkedBy: string;
	/** The annex, as it was uploaded. */
	checkFile: { id: string; name: string } | null;
	/** Why it was taken out of use by hand; "" when the next version replaced it. */
	retiredReason: string;
};

/**
 * The library of the office: its own templates and those of the units above it, by code, each with the version to issue (the
 * published one, else the newest). Needs `templates.read`.
 */
export async function listTemplates(ctx: Ctx): Promise<TemplateLine[]> {
	demand(ctx.actor, "templates.read");
	const rows = await versionRows(ctx)
		.orderBy("template.code")
		.orderBy("template.id")
		.orderBy("number", "desc")
		.execute();
	const lines = new Map<string, VersionRow[]>();
	for (const row of rows) lines.set(row.template_id, [...(lines.get(row.template_id) ?? []), row]);
	return [...lines.values()].flatMap((versions) => {
		const shown = versions.find((row) => row.state === "published") ?? versions[0];
		if (!shown) return [];
		const version = versionOf(shown);
		return [{ id: version.templateId, code: version.code, title: version.title, versions: versions.length, version }];
	});
}

/** The office's own templates by code: what a form that comes in may be the next version of. Needs `templates.write`. */
export async function ownTemplates(
	ctx: Ctx,
): Promise<{ id: string; code: string; kind: TemplateKind; title: Words }[]> {
	demand(ctx.actor, "templates.write");
	const rows = await ctx.db
		.selectFrom("template")
		.select(["id", "code", "kind", "title"])
		.where("office_id", "=", ctx.actor.unitId)
		.orderBy("code")
		.orderBy("id")
		.execute();
	return rows.map(({ title, ...row }) => ({ ...row, title: JSON.parse(title) as Words }));
}

/**
 * One template with its versions, and one of them whole: `versionId`, else the published one, else the newest. Needs
 * `templates.read`. Throws not_found for a template of another branch of the tree.
 */
export async function readTemplate(ctx: Ctx, templateId: string, versionId?: string): Promise<TemplatePage> {
	demand(ctx.actor, "templates.read");
	const rows = await versionRows(ctx)
		.leftJoin("person", "person.id", "checked_by")
		.leftJoin("file", "file.id", "check_file_id")
		.select(["person.name as checker", "template.office_id", "file.name as check_file"])
		.where("template.id", "=", templateId)
		.orderBy("number", "desc")
		.execute();
	const shown = versionId
		? rows.find((row) => row.id === versionId)
		: (rows.find((row) => row.state === "published") ?? rows[0]);
	if (!shown) throw problem("not_found", {});
	const version = versionOf(shown);
	return {
		id: templateId,
		code: version.code,
		title: version.title,
		own: shown.office_id === ctx.actor.unitId,
		versions: rows.map(headOf),
		version,
		checkedBy: shown.checker ?? "",
		checkFile: shown.check_file_id === null ? null : { id: shown.check_file_id, name: shown.check_file ?? "" },
		retiredReason: shown.retired_reason,
	};
}

/** Versions that a campaign may be issued on, by code: published, the office's own and those of the units above it. */
export async function listIssuable(ctx: Ctx): Promise<VersionHead[]> {
	const rows = await versionRows(ctx).where("state", "=", "published").orderBy("template.code").execute();
	return rows.map(headOf);
}

/**
 * A version whole, by id. Not scoped: ask only with the version id of a campaign, return or submission that the actor was
 * allowed to read. Throws not_found.
 */
export async function readVersion(ctx: Pick<Ctx, "db">, versionId: string): Promise<Version> {
	const row = await allVersions(ctx).where("template_version.id", "=", versionId).executeTakeFirst();
	if (!row) throw problem("not_found", {});
	return versionOf(row);
}

/** The definition of a version, as `readVersion`; from memory when the version was read before. */
export async function definitionOf(ctx: Pick<Ctx, "db">, versionId: string): Promise<Definition> {
	return known.get(versionId) ?? (await readVersion(ctx, versionId)).definition;
}

/** Parsed definitions by version id. Only of versions that can no longer change; the oldest leaves when there are too many. */
const known = new Map<string, Definition>();
const knownCodes = new Map<string, ConductContent>();
const KNOWN_LIMIT = 200;

function parsed<T>(known: Map<string, T>, row: Pick<VersionRow, "id" | "state">, parse: () => T): T {
	const found = known.get(row.id);
	if (found) return found;
	const made = parse();
	if (row.state === "draft") return made;
	const oldest = known.keys().next();
	if (known.size >= KNOWN_LIMIT && !oldest.done) known.delete(oldest.value);
	known.set(row.id, made);
	return made;
}

function allVersions(ctx: Pick<Ctx, "db">) {
	return ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.selectAll("template_version")
		.select(["template.code", "template.kind", "template.title"]);
}

function versionRows(ctx: Ctx) {
	return versionsInSight(ctx)
		.selectAll("template_version")
		.select(["template.code", "template.kind", "template.title"]);
}

/**
 * Versions within the actor's sight, to select from: of the actor's office, and what the units above it have published. A superior works
 * on its drafts for weeks; until then they are nobody else's.
 */
export function versionsInSight(ctx: Ctx) {
	return ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.where("template.office_id", "in", unitsOnPath(ctx.actor.unitPath))
		.where((eb) =>
			eb.or([eb("template_version.state", "<>", "draft"), eb("template.office_id", "=", ctx.actor.unitId)]),
		);
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof allVersions>["executeTakeFirstOrThrow"]>>;

function headOf(row: VersionRow): VersionHead {
	return {
		id: row.id,
		templateId: row.template_id,
		code: row.code,
		kind: row.kind,
		title: JSON.parse(row.title) as Words,
		number: row.number,
		state: row.state,
		kinds: JSON.parse(row.kinds) as string[],
		validFrom: row.valid_from,
		validTo: row.valid_to,
		checkedAt: row.checked_at,
		publishedAt: row.published_at,
		retiredAt: row.retired_at,
	};
}

function versionOf(row: VersionRow): Version {
	const { definition: form, conduct } = row;
	return {
		...headOf(row),
		legalBasis: JSON.parse(row.legal_basis) as BasisLine[],
		definition: parsed(known, row, () =>
			// A draft may be half written.
			(row.state === "draft" ? draftDefinition : definition).parse(JSON.parse(form)),
		),
		conduct:
			conduct === null
				? null
				: parsed(knownCodes, row, () =>
						(row.state === "draft" ? draftCode : conductContent).parse(JSON.parse(conduct)),
					),
	};
}
