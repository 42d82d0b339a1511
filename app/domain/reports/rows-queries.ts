import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { answerKey } from "../forms/answers.ts";
import { evaluate } from "../forms/evaluate.ts";
import type { DrawnList } from "../forms/figure-schema.ts";
import { prepare } from "../forms/prepare.ts";
import { type RosterSection, rowTitle } from "../forms/rows.ts";
import type { Answer, Answers, Definition, Item, SchoolFacts } from "../forms/schema.ts";
import { situation } from "../forms/situation.ts";
import { demand } from "../people/policy.ts";
import { problem } from "../problem.ts";
import { reportedCampaign } from "./queries.ts";
import type { Cursor } from "./rules.ts";
import { answersIn, lastSendings, type Sending } from "./sending-queries.ts";

/** One line of a list drawn from returns: a row of a roster, or a whole return (row ""). */
export type DrawnLine = {
	schoolId: string;
	returnId: string;
	code: string;
	school: string;
	commune: string;
	row: string;
	/** What the row is called; "" outside rosters. */
	title: string;
	/** By the item's code; null where nothing was answered. */
	answers: Record<string, Answer | null>;
};

/** Returns read at a time: each holds all its answers, so a portion is some megabytes and some tens of milliseconds. */
const PORTION = 100;

/** Schools that one page walks through at most: where few rows fit, the reader goes on by hand and nobody waits. */
const SCHOOLS_PER_PAGE = 2000;

/** What is drawn: rows of a roster (or returns) for which a condition holds, with some items. */
type Drawing = {
	definition: Definition;
	section: RosterSection | null;
	where: DrawnList["where"] | null;
	items: Item[];
};

/**
 * A list of the version's form (`lists`), from the latest sending of each school, in order of school and row. Needs
 * `returns.inspect`, since it shows single answers; `not_found` for another office's campaign and an unknown list.
 */
export async function* listRows(ctx: Ctx, campaignId: string, listCode: string): AsyncGenerator<DrawnLine[]> {
	const { id, drawing } = await drawnList(ctx, campaignId, listCode);
	yield* linesIn(walk(ctx, id, drawing, null));
}

/** A page of such a list: at least `limit` lines unless it ends or has gone through many schools; `next` continues behind them. */
export async function listPage(
	ctx: Ctx,
	campaignId: string,
	listCode: string,
	after: Cursor | null,
	limit: number,
): Promise<{ items: Item[]; lines: DrawnLine[]; next: Cursor | null }> {
	const { id, drawing } = await drawnList(ctx, campaignId, listCode);
	const { items } = drawing;
	const lines: DrawnLine[] = [];
	let walked = 0;
	for await (const { schools, more } of walk(ctx, id, drawing, after)) {
		for (const [place, school] of schools.entries()) {
			lines.push(...school.lines);
			walked += 1;
			const ends = !more && place === schools.length - 1;
			if (!ends && (lines.length >= limit || walked >= SCHOOLS_PER_PAGE)) return { items, lines, next: school.at };
		}
	}
	return { items, lines, next: null };
}

/** Every row of a roster with every item, for a file. Needs `returns.inspect`; `not_found` as above. */
export async function* rosterRows(ctx: Ctx, campaignId: string, rosterCode: string): AsyncGenerator<DrawnLine[]> {
	demand(ctx.actor, "returns.inspect");
	const { id, definition } = await reportedCampaign(ctx, campaignId);
	const section = prepare(definition).rosters.get(rosterCode);
	if (!section) throw problem("not_found", {});
	const drawing = { definition, section, where: null, items: section.items };
	yield* linesIn(walk(ctx, id, drawing, null));
}

async function* linesIn(portions: AsyncGenerator<Portion>): AsyncGenerator<DrawnLine[]> {
	for await (const { schools } of portions) {
		const lines = schools.flatMap((school) => school.lines);
		if (lines.length > 0) yield lines;
	}
}

async function drawnList(ctx: Ctx, campaignId: string, listCode: string): Promise<{ id: string; drawing: Drawing }> {
	demand(ctx.actor, "returns.inspect");
	const { id, definition } = await reportedCampaign(ctx, campaignId);
	const list = definition.lists.find(({ code }) => code === listCode);
	if (!list) throw problem("not_found", {});
	const { itemByCode, rosters } = prepare(definition);
	const section = list.roster === undefined ? null : (rosters.get(list.roster) ?? null);
	// The row's name stands in a column of its own.
	const codes = list.items.filter((code) => code !== section?.roster.title);
	const items = codes.flatMap((code) => itemByCode.get(code) ?? []);
	return { id, drawing: { definition, section, where: list.where, items } };
}

type Portion = { schools: { at: Cursor; lines: DrawnLine[] }[]; more: boolean };

async function* walk(ctx: Ctx, campaignId: string, drawing: Drawing, from: Cursor | null): AsyncGenerator<Portion> {
	let after = from;
	for (;;) {
		const schools = await reportedSchools(ctx, campaignId, after);
		const latest = await lastSendings(ctx, campaignId, schools);
		const drawn = schools.map((school) => ({
			at: { search: school.search, id: school.school_id },
			lines: linesOf(drawing, school, latest.get(school.school_id)),
		}));
		const more = schools.length === PORTION;
		yield { schools: drawn, more };
		after = drawn.at(-1)?.at ?? null;
		if (!more) return;
		// SQLite answers at once and never gives the turn away by itself.
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** Schools that have sent something, by name, with the facts that conditions may ask for. */
async function reportedSchools(ctx: Ctx, campaignId: string, after: Cursor | null) {
	let found = ctx.db
		.selectFrom("recipient")
		.innerJoin("school", "school.school_id", "recipient.school_id")
		.select([
			"recipient.school_id",
			"recipient.return_id",
			"recipient.search",
			"recipient.code",
			"recipient.name",
			"recipient.commune",
			"recipient.kind",
			"recipient.ownership",
			"school.classrooms",
			"school.pupils",
			"school.staff",
			"school.sites",
		])
		.where("recipient.campaign_id", "=", campaignId)
		.where("recipient.first_submitted_at", "is not", null)
		.orderBy("recipient.search")
		.orderBy("recipient.school_id")
		.limit(PORTION);
	if (after) {
		found = found.where(sql<boolean>`(recipient.search, recipient.school_id) > (${after.search}, ${after.id})`);
	}
	return found.execute();
}

type ReportedSchool = Awaited<ReturnType<typeof reportedSchools>>[number];

function linesOf(
	{ definition, section, where, items }: Drawing,
	school: ReportedSchool,
	sent: Sending | undefined,
): DrawnLine[] {
	if (sent === undefined) return [];
	const answers = answersIn(sent);
	const facts: SchoolFacts = school;
	const state = situation(definition, answers, facts);
	const places = section === null ? [{ id: "", scope: state.scope }] : (state.rows.get(section.roster.code) ?? []);
	const { rosterOf } = prepare(definition);
	return places
		.filter(({ scope }) => where === null || evaluate(where, scope) === true)
		.map(({ id }) => ({
			schoolId: school.school_id,
			returnId: school.return_id,
			code: school.code,
			school: school.name,
			commune: school.commune,
			row: id,
			title: section === null ? "" : (rowTitle(section, answers, id) ?? ""),
			answers: Object.fromEntries(
				items.map(({ code }) => [code, given(answers, answerKey(code, rosterOf.has(code) ? id : ""))]),
			),
		}));
}

/** `constructor` is a legal item code, so only own keys are read. */
function given(answers: Answers, key: string): Answer | null {
	return (Object.hasOwn(answers, key) ? answers[key] : undefined) ?? null;
}
