import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import { fitsKind } from "../templates/rules.ts";
import {
	type Ownership,
	ownerships,
	type SchoolFilter,
	type SchoolKind,
	schoolKinds,
	type UnitChoice,
} from "../units/schema.ts";
import { communes, managers } from "../units/tree.ts";
import { chosenSchools, countChosen } from "./chosen.ts";
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
	/** `fits`: the template was made for this kind. */
	byKind: { kind: SchoolKind; n: number; fits: boolean }[];
	/** The first `PREVIEW_NAMES` of them by name. */
	schools: { id: string; code: string; name: string; kind: SchoolKind; commune: string }[];
};

/** Names that a preview shows; the count tells the rest. */
const PREVIEW_NAMES = 200;

/**
 * The recipients that a filter chooses among the open schools of the office, with `versionId` also which kinds the template was
 * not made for; without kinds the template's are meant. The same choice that issuing freezes. Needs `campaigns.write`.
 */
export async function previewRecipients(ctx: Ctx, filter: SchoolFilter, versionId: string | null): Promise<Preview> {
	demand(ctx.actor, "campaigns.write");
	const version = versionId === null ? null : await issuableVersion(ctx, versionId);
	const fits = (kind: SchoolKind) => version === null || fitsKind(version, kind);
	const meant = filter.kinds.length > 0 ? filter : { ...filter, kinds: schoolKinds.filter(fits) };
	const counts = await countChosen(ctx, meant);
	const schools = await chosenSchools(ctx, meant)
		.orderBy("unit.search")
		.orderBy("unit.id")
		.limit(PREVIEW_NAMES)
		.execute();
	return {
		count: sum(counts),
		byKind: schoolKinds
			.map((kind) => ({ kind, n: sum(counts.filter((row) => row.kind === kind)), fits: fits(kind) }))
			.filter(({ n }) => n > 0),
		schools: schools.map(({ id, code, name, kind, commune }) => ({
			id,
			code,
			name,
			kind: kind as SchoolKind,
			commune,
		})),
	};
}

/** The choices of the form. Needs `campaigns.write`. */
export async function recipientChoices(ctx: Ctx): Promise<RecipientChoices> {
	demand(ctx.actor, "campaigns.write");
	const counts = await countChosen(ctx, { kinds: [], communes: [], ownerships: [], managers: [] });
	const places = await communes(ctx);
	const offices = await managers(ctx);
	const some = <T>(choices: T[], matches: (choice: T, row: (typeof counts)[number]) => boolean) =>
		choices
			.map((choice) => ({ choice, schools: sum(counts.filter((row) => matches(choice, row))) }))
			.filter(({ schools }) => schools > 0);
	return {
		kinds: some([...schoolKinds], (kind, row) => row.kind === kind).map(valued),
		ownerships: some([...ownerships], (ownership, row) => row.ownership === ownership).map(valued),
		communes: some(places, (unit, row) => row.commune_id === unit.id).map(spread),
		managers: some(offices, (unit, row) => row.managed_by === unit.id).map(spread),
	};
}

function sum(rows: readonly { n: number }[]): number {
	return rows.reduce((total, row) => total + row.n, 0);
}

function valued<T>({ choice, schools }: { choice: T; schools: number }): { value: T; schools: number } {
	return { value: choice, schools };
}

function spread({ choice, schools }: { choice: UnitChoice; schools: number }): UnitChoice & { schools: number } {
	return { ...choice, schools };
}
