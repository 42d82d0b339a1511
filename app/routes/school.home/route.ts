import { codeInConsultation, waitingToSign } from "#app/domain/conduct/own-queries.ts";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import { summarise } from "#app/domain/conduct/steps.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { allows } from "#app/domain/people/policy.ts";
import { listOwnReturns } from "#app/domain/returns/queries.ts";
import { page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

export const loader = page("school.read", async ({ ctx }) => ({
	returns: await listOwnReturns(ctx),
	today: ctx.today,
	role: ctx.actor.role,
	conduct: await conductToDo(ctx),
	unitId: ctx.actor.unitId,
	toSign: await waitingToSign(ctx),
}));

/** What there is to do about the code of conduct: the school's next step for those who adapt it, a voice for everybody. */
async function conductToDo(ctx: Ctx) {
	const adoption = allows(ctx.actor, "conduct.adapt") ? summarise(await readAdoption(ctx), ctx.today) : null;
	const asked = await codeInConsultation(ctx);
	return {
		school:
			adoption && adoption.next !== null && adoption.next !== "wait"
				? { next: adoption.next, missing: adoption.staff?.missing ?? 0, consultation: adoption.consultation }
				: null,
		voice: asked?.state === "open" ? { closesOn: asked.closesOn } : null,
	};
}
