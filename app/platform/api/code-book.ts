import type { z } from "zod";
import type { Ctx } from "#app/domain/ctx.ts";
import { answerText } from "#app/i18n/answer-text.ts";
import { textOf } from "#app/i18n/returns.ts";
import type { Campaign } from "../tables/campaign-sheets.ts";
import { codesOf } from "../tables/data-sheets.ts";
import type { campaignWithItems } from "./shapes.ts";

/** Every item of the form with the codes its answers may hold. */
export function itemsOf(ctx: Ctx, campaign: Campaign): z.infer<typeof campaignWithItems>["items"] {
	return campaign.definition.sections.flatMap((section) =>
		section.items.map((item) => ({
			section: section.code,
			code: item.code,
			text: textOf(item.text, ctx.locale),
			type: item.type,
			roster: section.roster?.code ?? null,
			values: codesOf(item).map((code) => ({ code, text: answerText(item, code, ctx.locale) })),
		})),
	);
}
