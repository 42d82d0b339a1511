import type { z } from "zod";
import type { Ctx } from "#app/domain/ctx.ts";
import { prepare } from "#app/domain/forms/prepare.ts";
import type { Definition } from "#app/domain/forms/schema.ts";
import {
	type ApiFinding,
	type FindingCursor,
	type FindingsWanted,
	findingsAfter,
} from "#app/domain/reports/api-finding-queries.ts";
import { definitionOf } from "#app/domain/templates/queries.ts";
import { textOf } from "#app/i18n/returns.ts";
import type { finding } from "./shapes.ts";

type Row = z.infer<typeof finding>;

/** Findings behind a place, with the words of the form that each school answered, each with its own place. */
export async function findingsPage(
	ctx: Ctx,
	wanted: FindingsWanted,
	after: FindingCursor | null,
	limit: number,
): Promise<{ row: Row; place: FindingCursor }[]> {
	const found = await findingsAfter(ctx, wanted, after, limit);
	const versions = [...new Set(found.map(({ version_id }) => version_id))];
	const forms = new Map(await Promise.all(versions.map(async (id) => [id, await definitionOf(ctx, id)] as const)));
	return found.map((one) => ({
		row: rowOf(ctx, one, forms.get(one.version_id)),
		place: { campaignId: one.campaign_id, search: one.search, schoolId: one.school_id, id: one.id },
	}));
}

function rowOf(ctx: Ctx, found: ApiFinding, form: Definition | undefined): Row {
	const item = form && prepare(form).itemByCode.get(found.item);
	return {
		id: found.id,
		campaign_id: found.campaign_id,
		campaign: found.campaign,
		school_id: found.school_id,
		school_code: found.code,
		school: found.name,
		commune_code: found.commune_code,
		commune: found.commune,
		kind: found.kind,
		ownership: found.ownership,
		return_id: found.return_id,
		item: found.item,
		item_text: item ? textOf(item.text, ctx.locale) : found.item,
		row: found.row || null,
		mandatory: found.mandatory === 1,
		knockout: found.knockout === 1,
		state: found.state,
		note: found.remark || null,
		measure: found.measure || null,
		measure_by: found.owner || null,
		measure_due: found.due_on,
		needs_superior: found.superior === 1,
		request: found.request || null,
		raised_at: found.raised_at,
		mended_at: found.mended_at,
		changed_at: found.mended_at ?? found.submitted_at ?? found.raised_at,
	};
}
