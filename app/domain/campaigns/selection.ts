import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { fitsKind } from "../templates/rules.ts";
import { communes, countByKind, managers, schoolFacts } from "../units/queries.ts";
import {
	LEVELS,
	type Ownership,
	ownerships,
	type SchoolFilter,
	type SchoolKind,
	schoolKinds,
	type UnitChoice,
} from "../units/schema.ts";
import { issuableVersion } from "./commands.ts";

/** What an officer can choose recipients by, each with the number of open schools behind it; choices without any are left out. */
export type RecipientChoices = {
	kinds: { value: SchoolKind; schools: number }[];
	ownerships: { value: Ownership; schools: number }[];
	communes: (UnitChoice & { schools: number })[];
	managers: (UnitChoice & { schools: number })[];
};

/** Who a campaign would go to if it were issued now. */
export type Preview = {
	/** The denominator it would have. */
	count: number;
	byKind: { kind: SchoolKind; n: number; fits: boolean }[];
	/** The first of them by name. */
	schools: {
		id: string;
		code: string;
		name: string;
		kind: SchoolKind;
		ownership: Ownership;
		commune: string;
		manager: string;
	}[];
};

/** Names that a preview shows; the count tells the rest. */
export const PREVIEW_NAMES = 200;

/**
 * The recipients that a filter chooses among the open schools of the office, with `versionId` also which kinds the template was
 * not made for; without kinds the template's are meant. The same selection that issuing freezes. Needs `campaigns.write`.
 */
export async function previewRecipients(ctx: Ctx, filter: SchoolFilter, versionId: string | null): Promise<Preview> {
	demand(ctx.actor, "campaigns.write");
	const version = versionId === null ? null : await issuableVersion(ctx, versionId);
	const fits = (kind: SchoolKind) => version === null || fitsKind(version, kind);
	const meant = filter.kinds.length > 0 ? filter : { ...filter, kinds: schoolKinds.filter(fits) };
	const counts = await countByKind(ctx, meant);
	const schools = await schoolFacts(ctx, meant, { after: null, limit: PREVIEW_NAMES });
	return {
		count: counts.reduce((sum, { n }) => sum + n, 0),
		byKind: counts.map(({ kind, n }) => ({ kind, n, fits: fits(kind) })),
		schools: schools.map(({ id, code, name, kind, ownership, commune, manager }) => ({
			id,
			code,
			name,
			kind,
			ownership,
			commune,
			manager,
		})),
	};
}

/** The choices of the form. Needs `campaigns.write`. */
export async function recipientChoices(ctx: Ctx): Promise<RecipientChoices> {
	demand(ctx.actor, "campaigns.write");
	const [counts, places, offices] = [await countOpen(ctx), await communes(ctx), await managers(ctx)];
	const withSchools = (units: UnitChoice[], of: (id: string) => number) =>
		units.map((unit) => ({ ...unit, schools: of(unit.id) })).filter(({ schools }) => schools > 0);
	const total = (matches: (row: (typeof counts)[number]) => boolean) =>
		counts.filter(matches).reduce((sum, { n }) => sum + n, 0);
	return {
		kinds: schoolKinds
			.map((value) => ({ value, schools: total((row) => row.kind === value) }))
			.filter(({ schools }) => schools > 0),
		ownerships: ownerships
			.map((value) => ({ value, schools: total((row) => row.ownership === value) }))
			.filter(({ schools }) => schools > 0),
		communes: withSchools(places, (id) => total((row) => row.commune === id)),
		managers: withSchools(offices, (id) => total((row) => row.manager === id)),
	};
}

function countOpen(ctx: Ctx) {
	return ctx.db
		.selectFrom("unit")
		.innerJoin("school", "school.school_id", "unit.id")
		.select((eb) => [
			"kind",
			"ownership",
			"parent_id as commune",
			"managed_by as manager",
			eb.fn.countAll<number>().as("n"),
		])
		.where("unit.level", "=", LEVELS.school)
		.where("unit.status", "=", "active")
		.where(pathBelow("unit.path", ctx.actor.unitPath))
		.groupBy(["kind", "ownership", "parent_id", "managed_by"])
		.execute();
}
