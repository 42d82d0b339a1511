import { sql } from "kysely";
import { pathBelow } from "#db/bulk.ts";
import type { Ctx } from "../ctx.ts";
import { addDays, startOfDay } from "../days.ts";
import { isId } from "../id.ts";
import { demand } from "../people/policy.ts";
import { searchKey } from "../text.ts";
import { SYSTEM_CHAIN } from "./commands.ts";
import { type Change, changesOf } from "./rules.ts";
import type { EventFilters } from "./schema.ts";

/** One entry as the page shows it. */
export type EventLine = {
	unitId: string;
	/** Null for what belongs to no unit. */
	unitName: string | null;
	unitCode: string | null;
	seq: number;
	at: string;
	personId: string | null;
	personName: string;
	event: string;
	subject: string;
	changes: Change[];
};

export type EventPage = {
	lines: EventLine[];
	/** Cursor of the next page. */
	next: string | null;
	/** Time down to which was looked, when that was not to the end: filters that fit little stop here and go on with `next`. */
	searchedTo: string | null;
};

export const EVENTS_PER_PAGE = 50;

/** Entries looked through for one page: bounds the time of a filter that fits almost nothing in a province of millions. */
const LOOKED_THROUGH = 20_000;

/**
 * The entries of the actor's unit and everything below it, newest first; an office without a superior also sees those that
 * belong to no unit. Needs `audit.read`.
 */
export async function listEvents(ctx: Ctx, filters: EventFilters): Promise<EventPage> {
	demand(ctx.actor, "audit.read");
	const rows = await select(ctx, filters)
		.limit(EVENTS_PER_PAGE + 1)
		.execute();
	const shown = rows.slice(0, EVENTS_PER_PAGE);
	const last = shown.at(-1);
	const lines = shown.map((row) => ({
		unitId: row.unit_id,
		unitName: row.unit_name,
		unitCode: row.unit_code,
		seq: row.seq,
		at: row.at,
		personId: row.actor_id,
		personName: row.actor_name,
		event: row.event,
		subject: row.subject,
		changes: changesOf(row.before, row.after),
	}));
	if (rows.length > EVENTS_PER_PAGE && last) return { lines, next: cursorOf(last), searchedTo: null };
	const stopped = await window(ctx, filters)
		.offset(LOOKED_THROUGH - 1)
		.limit(1)
		.executeTakeFirst();
	return { lines, next: stopped ? cursorOf(stopped) : null, searchedTo: stopped?.at ?? null };
}

/** The newest entries after the cursor and between the days, before filters that no index serves. */
function window(ctx: Ctx, { unit, from, to, after }: EventFilters) {
	const cursor = readCursor(after);
	let query = ctx.db
		.selectFrom("audit_event")
		.selectAll()
		.orderBy("at", "desc")
		.orderBy("unit_id", "desc")
		.orderBy("seq", "desc");
	if (isId(unit)) query = query.where("unit_id", "=", unit);
	if (from) query = query.where("at", ">=", startOfDay(from));
	if (to) query = query.where("at", "<", startOfDay(addDays(to, 1)));
	if (cursor) {
		const { at, unitId, seq } = cursor;
		// `at <=` alone is what the index understands; the rest settles entries of the same moment.
		query = query
			.where("at", "<=", at)
			.where((eb) =>
				eb.or([
					eb("at", "<", at),
					eb("unit_id", "<", unitId),
					eb.and([eb("unit_id", "=", unitId), eb("seq", "<", seq)]),
				]),
			);
	}
	return query;
}

function select(ctx: Ctx, filters: EventFilters) {
	const { unit, person, event, subject } = filters;
	let query = ctx.db
		.selectFrom(window(ctx, filters).limit(LOOKED_THROUGH).as("e"))
		.leftJoin("unit", "unit.id", "e.unit_id")
		.selectAll("e")
		.select(["unit.name as unit_name", "unit.code as unit_code"])
		.orderBy("e.at", "desc")
		.orderBy("e.unit_id", "desc")
		.orderBy("e.seq", "desc")
		.where(mayBeSeen(ctx));
	if (!isId(unit)) {
		for (const word of searchKey(unit).split(" ")) if (word) query = query.where("unit.search", "like", `%${word}%`);
	}
	if (isId(person)) query = query.where("e.actor_id", "=", person);
	else if (person) query = query.where(isPerson(person));
	if (event.includes(".")) query = query.where("e.event", "=", event);
	else if (event) query = query.where(sql<boolean>`substr(e.event, 1, ${event.length + 1}) = ${`${event}.`}`);
	if (subject) query = query.where("e.subject", "=", subject);
	return query;
}

function mayBeSeen(ctx: Ctx) {
	const below = pathBelow("unit.path", ctx.actor.unitPath);
	const isRoot = ctx.actor.unitPath === `${ctx.actor.unitId}/`;
	return isRoot ? sql<boolean>`(${below} or e.unit_id = ${SYSTEM_CHAIN})` : below;
}

/** By username, or by part of the name in the letters it was written in. */
function isPerson(text: string) {
	const part = `%${text.normalize("NFC").replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	return sql<boolean>`(e.actor_name like ${part} escape '\\' or e.actor_id in (select id from person where username = ${text.toLowerCase()}))`;
}

type Place = { at: string; unit_id: string; seq: number };

function cursorOf({ at, unit_id, seq }: Place): string {
	return `${at}_${unit_id}_${seq}`;
}

function readCursor(text: string): { at: string; unitId: string; seq: number } | null {
	const [at = "", unitId = "", seq = ""] = text.split("_");
	if (Number.isNaN(Date.parse(at)) || !isId(unitId) || !/^\d{1,15}$/.test(seq)) return null;
	return { at, unitId, seq: Number(seq) };
}
