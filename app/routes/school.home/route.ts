import { waitingToSign } from "#app/domain/conduct/own-queries.ts";
import { listOwnReturns } from "#app/domain/returns/queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("school.read", async ({ ctx }) => ({
	returns: await listOwnReturns(ctx),
	today: ctx.today,
	role: ctx.actor.role,
	unitId: ctx.actor.unitId,
	toSign: await waitingToSign(ctx),
}));
