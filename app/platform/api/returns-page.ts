import type { Ctx } from "#app/domain/ctx.ts";
import type { ApiRow } from "#app/domain/reports/api-queries.ts";
import { lastSendings } from "#app/domain/reports/sending-queries.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import { wideMaker } from "./rows.ts";

/** Returns read at a time: a page of a thousand is a hundred thousand answers, and others have their turn between. */
const AT_A_TIME = 50;

/** The wide rows of these schools, in their order. */
export async function wideRows(ctx: Ctx, campaign: Campaign, schools: readonly ApiRow[]): Promise<object[]> {
	const wide = wideMaker(ctx, campaign);
	const rows: object[] = [];
	for (let from = 0; from < schools.length; from += AT_A_TIME) {
		if (from > 0) await new Promise((resolve) => setImmediate(resolve));
		const portion = schools.slice(from, from + AT_A_TIME);
		const sent = await lastSendings(ctx, campaign.id, portion);
		for (const school of portion) {
			const sending = sent.get(school.school_id);
			if (sending) rows.push(wide(school, sending));
		}
	}
	return rows;
}
