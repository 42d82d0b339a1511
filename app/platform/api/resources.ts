import { z } from "zod";
import type { Ctx } from "#app/domain/ctx.ts";
import type { ApiRead } from "#app/domain/people/schema.ts";
import {
	type ApiCampaign,
	type ApiRow,
	campaignsAfter,
	issuedCampaign,
	rowsAfter,
} from "#app/domain/reports/api-queries.ts";
import { sinceTime } from "#app/domain/reports/data-queries.ts";
import { reportedCampaign } from "#app/domain/reports/queries.ts";
import { schoolsById } from "#app/domain/units/queries.ts";
import { answersPage } from "./answers-page.ts";
import { itemsOf } from "./code-book.ts";
import { findingsPage } from "./findings-page.ts";
import { wideRows } from "./returns-page.ts";
import { recipientOf, resultOf } from "./rows.ts";
import * as shapes from "./shapes.ts";

/** One page of a list: `next` is the key behind which the next one begins, null on the last. */
export type Page<Key> = { rows: object[]; next: Key | null };

export type Resource = {
	/** Behind `/api/v1`; `{id}` is the only variable part. */
	path: string;
	/** Name of the operation, of the answer's schema, and of its cursors. */
	name: string;
	summary: string;
	/** What a key must be allowed to read. */
	read: ApiRead;
	query: z.ZodObject;
	/** A row of a list, or the whole answer. */
	shape: z.ZodObject;
} & (
	| {
			list: true;
			key: z.ZodType<Key>;
			page(ctx: Ctx, id: string, query: shapes.ListQuery, after: Key | null): Promise<Page<Key>>;
	  }
	| { list: false; one(ctx: Ctx, id: string): Promise<object> }
);

/** A place in a list, as its cursor holds it. */
export type Key = (string | number)[];

const byId = z.tuple([z.uuid()]);
/** A cursor made by hand must find no way to what PostgreSQL chokes on: a null byte, a number too large. */
const name = z
	.string()
	.max(600)
	.refine((text) => !text.includes("\0"));
const count = z.int().min(1).max(1e7);
const byName = z.tuple([name, z.uuid()]);

const campaigns: Resource = {
	path: "/campaigns",
	name: "campaigns",
	summary: "Campaigns that the office has issued",
	read: "campaigns",
	query: shapes.campaignsQuery,
	shape: shapes.campaign,
	list: true,
	key: byId,
	async page(ctx, _id, { state, changed_since, limit }, after) {
		const wanted = { state: state === "issued" || state === "closed" ? state : null, since: sinceOf(changed_since) };
		const found = await campaignsAfter(ctx, wanted, after ? String(after[0]) : null, limit + 1);
		return cut(found, limit, campaignOf, ({ id }) => [id]);
	},
};

const campaign: Resource = {
	path: "/campaigns/{id}",
	name: "campaign",
	summary: "One campaign with its code book",
	read: "campaigns",
	query: shapes.oneQuery,
	shape: shapes.campaignWithItems,
	list: false,
	async one(ctx, id) {
		const found = await issuedCampaign(ctx, id);
		return { ...campaignOf(found), items: itemsOf(ctx, await reportedCampaign(ctx, id)) };
	},
};

const recipients: Resource = {
	path: "/campaigns/{id}/recipients",
	name: "recipients",
	summary: "Every school the campaign went to, and how far it is",
	read: "campaigns",
	query: shapes.recipientsQuery,
	shape: shapes.recipient,
	list: true,
	key: byName,
	page: async (ctx, id, query, after) => {
		await issuedCampaign(ctx, id);
		return cut(await rowsPage(ctx, id, query, after, false), query.limit, recipientOf, keyOf);
	},
};

const results: Resource = {
	path: "/campaigns/{id}/results",
	name: "results",
	summary: "Result of every school that has sent its return",
	read: "results",
	query: shapes.sentQuery,
	shape: shapes.result,
	list: true,
	key: byName,
	page: async (ctx, id, query, after) => {
		const { campaign, found } = await sentPage(ctx, id, query, after);
		return cut(found, query.limit, (row) => resultOf(ctx, campaign, row), keyOf);
	},
};

const returns: Resource = {
	path: "/campaigns/{id}/returns",
	name: "returns",
	summary: "Returns as last sent, one row each (wide)",
	read: "answers",
	query: shapes.sentQuery,
	shape: shapes.wideReturn,
	list: true,
	key: byName,
	page: async (ctx, id, query, after) => {
		const { campaign, found } = await sentPage(ctx, id, query, after);
		return {
			rows: await wideRows(ctx, campaign, found.slice(0, query.limit)),
			next: nextOf(found, query.limit, keyOf),
		};
	},
};

const answers: Resource = {
	path: "/campaigns/{id}/answers",
	name: "answers",
	summary: "Every answer as last sent, one row each (long), rows of repeated groups included",
	read: "answers",
	query: shapes.sentQuery,
	shape: shapes.longAnswer,
	list: true,
	// Within a return a key goes on in the round it began in, behind so many of its answers.
	key: z.union([byName, z.tuple([name, z.uuid(), count, count])]),
	page: async (ctx, id, query, after) => {
		await issuedCampaign(ctx, id);
		return answersPage(ctx, await reportedCampaign(ctx, id), wantedOf(query, true), after, query.limit);
	},
};

const findings: Resource = {
	path: "/findings",
	name: "findings",
	summary: "Criteria not met in all campaigns, with what each school does about them",
	read: "results",
	query: shapes.findingsQuery,
	shape: shapes.finding,
	list: true,
	key: z.tuple([z.uuid(), name, z.uuid(), z.uuid()]),
	async page(ctx, _id, { campaign, state, due, commune, changed_since, limit }, after) {
		const asked = state === "open" || state === "mended" ? state : null;
		const places = { campaignId: campaign ?? null, communeCode: commune ?? null };
		const wanted = { ...places, state: asked, due: due ?? null, since: sinceOf(changed_since) };
		const [campaignId = "", search = "", schoolId = "", id = ""] = (after ?? []).map(String);
		const found = await findingsPage(ctx, wanted, after && { campaignId, search, schoolId, id }, limit + 1);
		return cut(
			found,
			limit,
			({ row }) => row,
			({ place }) => [place.campaignId, place.search, place.schoolId, place.id],
		);
	},
};

const schools: Resource = {
	path: "/units/schools",
	name: "schools",
	summary: "Schools of the office, closed ones included",
	read: "units",
	query: shapes.schoolsQuery,
	shape: shapes.schoolUnit,
	list: true,
	key: byId,
	async page(ctx, _id, { commune, kind, state, changed_since, limit }, after) {
		const status = state === "active" || state === "closed" ? state : null;
		const wanted = { communeCode: commune ?? null, kind: kind ?? null, status, since: sinceOf(changed_since) };
		const found = await schoolsById(ctx, wanted, after ? String(after[0]) : null, limit + 1);
		return cut(found, limit, schoolOf, ({ id }) => [id]);
	},
};

/** Everything under `/api/v1`. */
export const resources: readonly Resource[] = [
	campaigns,
	campaign,
	recipients,
	results,
	returns,
	answers,
	findings,
	schools,
];

function cut<T>(found: T[], limit: number, row: (one: T) => object, key: (one: T) => Key): Page<Key> {
	return { rows: found.slice(0, limit).map(row), next: nextOf(found, limit, key) };
}

/** One more than fits was asked for: if it came, there is a next page, behind the last that fits. */
function nextOf<T>(found: T[], limit: number, key: (one: T) => Key): Key | null {
	const last = found.length > limit ? found[limit - 1] : undefined;
	return last === undefined ? null : key(last);
}

/** The returns of a page and one more, with the campaign to read them by. */
async function sentPage(ctx: Ctx, id: string, query: shapes.ListQuery, after: Key | null) {
	await issuedCampaign(ctx, id);
	return { campaign: await reportedCampaign(ctx, id), found: await rowsPage(ctx, id, query, after, true) };
}

function rowsPage(ctx: Ctx, id: string, query: shapes.ListQuery, after: Key | null, sent: boolean): Promise<ApiRow[]> {
	const cursor = after && { search: String(after[0]), id: String(after[1]) };
	return rowsAfter(ctx, id, wantedOf(query, sent), cursor, query.limit + 1);
}

function wantedOf({ commune, kind, state, changed_since }: shapes.ListQuery, sent: boolean) {
	const since = sinceOf(changed_since);
	return { communeCode: commune ?? null, kind: kind ?? null, state: state ?? null, since, sent };
}

const sinceOf = (text: string | undefined) => (text === undefined ? null : sinceTime(text));

const keyOf = ({ search, school_id }: ApiRow): Key => [search, school_id];

function campaignOf({ version_id: _version, reported, ...row }: ApiCampaign) {
	return { ...row, reported: Number(reported ?? 0) };
}

function schoolOf(school: Awaited<ReturnType<typeof schoolsById>>[number]) {
	const { id, code, name, communeCode, commune, kind, ownership, manager, status, updatedAt } = school;
	const { classrooms, pupils, staff, sites } = school;
	const place = { commune_code: communeCode, commune, kind, ownership, manager, state: status };
	return { id, code, name, ...place, classrooms, pupils, staff, sites, updated_at: updatedAt };
}
