import { conductCampaigns } from "#app/domain/conduct/office-queries.ts";
import { adoptionTotals } from "#app/domain/conduct/office-totals.ts";
import { allows } from "#app/domain/people/policy.ts";
import { officeOverview } from "#app/domain/reports/overview-queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** The office's first page. */
export const loader = page("office.read", async ({ ctx }) => ({
	...(await officeOverview(ctx)),
	conduct: (await conductCampaigns(ctx)).length > 0 ? await adoptionTotals(ctx) : null,
	today: ctx.today,
	unitName: ctx.actor.unitName,
	may: { write: allows(ctx.actor, "campaigns.write"), inspect: allows(ctx.actor, "returns.inspect") },
}));
