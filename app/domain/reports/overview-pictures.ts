/** One picture of the office's first page with what it is drawn from, for the page and for its files alike. */
import { conductCampaigns } from "../conduct/office-queries.ts";
import { type AdoptionTotals, adoptionTotals } from "../conduct/office-totals.ts";
import type { Ctx } from "../ctx.ts";
import { demand } from "../people/policy.ts";
import {
	type CameraStatus,
	cameraStatus,
	measureCounts,
	type Overview,
	type OverviewCampaign,
	officeOverview,
} from "./overview-queries.ts";
import type { LateGrid, MeasureCount, OverviewKind } from "./schema.ts";

export type OverviewPicture =
	| { kind: "campaigns"; campaigns: OverviewCampaign[]; today: string }
	| { kind: "late"; grid: LateGrid }
	| { kind: "measures"; counts: MeasureCount[] }
	| { kind: "adoption"; totals: AdoptionTotals }
	| { kind: "cameras"; status: CameraStatus };

/**
 * A picture of the actor's office; null where there is nothing to draw: nothing open, nobody late, nothing found, no code of conduct and
 * no cameras asked about. `known` spares reading the campaigns again. Needs `office.read`.
 */
export async function readOverviewPicture(
	ctx: Ctx,
	kind: OverviewKind,
	known?: Overview,
): Promise<OverviewPicture | null> {
	demand(ctx.actor, "office.read");
	switch (kind) {
		case "campaigns": {
			const { open } = known ?? (await officeOverview(ctx));
			return open.length > 0 ? { kind, campaigns: open, today: ctx.today } : null;
		}
		case "late": {
			const { late } = known ?? (await officeOverview(ctx));
			return late.total > 0 ? { kind, grid: late } : null;
		}
		case "measures": {
			const counts = await measureCounts(ctx);
			return counts.some((count) => count.open > 0) ? { kind, counts } : null;
		}
		case "adoption":
			return (await conductCampaigns(ctx)).length > 0 ? { kind, totals: await adoptionTotals(ctx) } : null;
		case "cameras": {
			const status = await cameraStatus(ctx);
			return status && { kind, status };
		}
	}
}
