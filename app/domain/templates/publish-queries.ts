import { hash } from "node:crypto";
import { clauseDifference } from "../authoring/clause-difference.ts";
import { type CodeRemark, reviewCode } from "../authoring/code-review.ts";
import { type Comparisons, proposedComparison } from "../authoring/comparisons.ts";
import { type Review, reviewOf } from "../authoring/review.ts";
import { type VersionDifference, versionDifference } from "../authoring/version-difference.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { readVersion, versionsInSight } from "./queries.ts";
import { conductFaults } from "./rules.ts";
import type { BasisLine, Version } from "./schema.ts";

/** What a person decides on before a draft is published. */
export type PublishPage = {
	version: Version;
	/** Of the text as it was read here: publishing another is refused. */
	seen: string;
	review: Review;
	/** Faults of a code of conduct; none of a form. */
	conductFaults: string[];
	/** What else was found in it. */
	codeRemarks: CodeRemark[];
	before: VersionPair | null;
};

/** A version and the one before it. */
export type VersionPair = {
	old: Version;
	difference: VersionDifference;
	/** Clause by clause, of a code of conduct. */
	clauses: ReturnType<typeof clauseDifference> | null;
};

/** A draft of the office's own with its checks and differences. Needs `templates.write`. Throws not_found, `version_not_draft`. */
export async function readForPublishing(
	ctx: Ctx,
	templateId: string,
	versionId: string,
	/** As they are typed in, before they are kept. */
	over: { kinds?: string[]; legalBasis?: BasisLine[] } = {},
): Promise<PublishPage> {
	demand(ctx.actor, "templates.write");
	const own = await ctx.db
		.selectFrom("template_version")
		.innerJoin("template", "template.id", "template_id")
		.select(["template_version.id", "template_version.state"])
		.where("template_version.id", "=", versionId)
		.where("template.id", "=", templateId)
		.where("template.office_id", "=", ctx.actor.unitId)
		.executeTakeFirst();
	if (!own) throw problem("not_found", {});
	if (own.state !== "draft") throw problem("version_not_draft", {});
	const version = await readVersion(ctx, versionId);
	const before = await versionBefore(ctx, templateId, version.number);
	const faults = version.conduct ? conductFaults(version.conduct) : [];
	return {
		version,
		seen: fingerprintOf(version),
		review: reviewOf({
			definition: version.definition,
			kinds: over.kinds ?? version.kinds,
			legalBasis: over.legalBasis ?? version.legalBasis,
			before: before?.definition ?? null,
		}),
		conductFaults: faults,
		codeRemarks: version.conduct
			? reviewCode({ content: version.conduct, kinds: over.kinds ?? version.kinds, today: ctx.today }).filter(
					({ code }) => !faults.includes(code),
				)
			: [],
		before: before && pairOf(before, version),
	};
}

/** The differences between two versions of templates that the actor may read. Throws not_found. */
export async function readDifference(
	ctx: Ctx,
	oldId: string,
	newId: string,
): Promise<VersionPair & { fresh: Version }> {
	demand(ctx.actor, "templates.read");
	const rows = await versionsInSight(ctx)
		.select("template_version.id")
		.where("template_version.id", "in", [oldId, newId])
		.execute();
	if (!rows.some(({ id }) => id === oldId) || !rows.some(({ id }) => id === newId)) throw problem("not_found", {});
	const [old, fresh] = [await readVersion(ctx, oldId), await readVersion(ctx, newId)];
	return { ...pairOf(old, fresh), fresh };
}

/** Hash of what a version says. */
function fingerprintOf({ definition, conduct }: Pick<Version, "definition" | "conduct">): string {
	return hash("sha256", JSON.stringify([definition, conduct]), "base64url");
}

/** Decisions that are shown as proposed, by item code; items that somebody has to decide about are left out. */
export function proposals({ difference }: Pick<VersionPair, "difference">): Comparisons {
	return Object.fromEntries(
		difference.items.flatMap((change) => {
			const proposed = proposedComparison(change);
			return proposed ? [[change.code, proposed]] : [];
		}),
	);
}

/**
 * Codes of items that must not be compared between two versions of one template, in whichever order: declared different by a version
 * between them, the newer one included. Not scoped: the caller was allowed to read what stands on them.
 */
export async function incomparableItems(
	ctx: Pick<Ctx, "db">,
	oneId: string,
	otherId: string,
): Promise<ReadonlySet<string>> {
	if (oneId === otherId) return new Set();
	const ends = await ctx.db
		.selectFrom("template_version")
		.select(["template_id", "number"])
		.where("id", "in", [oneId, otherId])
		.orderBy("number")
		.execute();
	const [old, fresh] = ends;
	if (!old || !fresh || old.template_id !== fresh.template_id) return new Set();
	const between = await ctx.db
		.selectFrom("template_version")
		.select("comparisons")
		.where("template_id", "=", old.template_id)
		.where("number", ">", old.number)
		.where("number", "<=", fresh.number)
		.where("state", "<>", "draft")
		.execute();
	const decided = between.map((row) => JSON.parse(row.comparisons) as Comparisons);
	return new Set(
		decided.flatMap((one) => Object.entries(one).flatMap(([code, said]) => (said === "other" ? [code] : []))),
	);
}

async function versionBefore(ctx: Ctx, templateId: string, number: number): Promise<Version | null> {
	const row = await ctx.db
		.selectFrom("template_version")
		.select("id")
		.where("template_id", "=", templateId)
		.where("number", "<", number)
		.where("state", "<>", "draft")
		.orderBy("number", "desc")
		.executeTakeFirst();
	return row ? readVersion(ctx, row.id) : null;
}

function pairOf(old: Version, fresh: Version): VersionPair {
	return {
		old,
		difference: versionDifference(old.definition, fresh.definition),
		clauses: old.conduct && fresh.conduct ? clauseDifference(old.conduct, fresh.conduct) : null,
	};
}
