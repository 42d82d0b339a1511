import type { Ctx } from "#app/domain/ctx.ts";
import { type ApiRow, type RowsWanted, rowOf, rowsAfter } from "#app/domain/reports/api-queries.ts";
import type { Cursor } from "#app/domain/reports/rules.ts";
import { lastSendings, sendingOfRound } from "#app/domain/reports/sending-queries.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import type { Key, Page } from "./resources.ts";
import { longMaker } from "./rows.ts";

/** Returns read at a time: a page of a thousand answers is some ten of an ordinary form. */
const AT_A_TIME = 10;

/**
 * A page of answers. Returns follow one another by key; a return that does not fit goes on in the next page, in the round it began in,
 * which is frozen: whoever walks through all pages gets each return whole and of one sending, whatever is sent meanwhile.
 */
export async function answersPage(
	ctx: Ctx,
	campaign: Campaign,
	wanted: RowsWanted,
	after: Key | null,
	limit: number,
): Promise<Page<Key>> {
	const long = longMaker(ctx, campaign);
	const rows: object[] = [];
	let at: Cursor | null = after && { search: String(after[0]), id: String(after[1]) };
	/** Adds what fits; the key to go on with when the page is full. */
	const add = (school: ApiRow, answers: object[], round: number, from: number): Key | null => {
		const taken = answers.slice(from, from + limit - rows.length);
		rows.push(...taken);
		const next = from + taken.length;
		return next < answers.length ? [school.search, school.school_id, round, next] : null;
	};
	if (after?.length === 4) {
		const [round, from] = [Number(after[2]), Number(after[3])];
		const id = String(after[1]);
		const [school, sent] = [await rowOf(ctx, campaign.id, id), await sendingOfRound(ctx, campaign.id, id, round)];
		const next = school && sent ? add(school, long(school, sent), round, from) : null;
		if (next) return { rows, next };
	}
	for (;;) {
		const schools = await rowsAfter(ctx, campaign.id, wanted, at, AT_A_TIME);
		const sendings = await lastSendings(ctx, campaign.id, schools);
		for (const school of schools) {
			if (rows.length === limit) return { rows, next: at && [at.search, at.id] };
			const sent = sendings.get(school.school_id);
			const next = sent ? add(school, long(school, sent), sent.round, 0) : null;
			if (next) return { rows, next };
			at = { search: school.search, id: school.school_id };
		}
		if (schools.length < AT_A_TIME) return { rows, next: null };
	}
}
