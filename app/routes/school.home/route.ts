import { codeInConsultation, codeToAcknowledge } from "#app/domain/conduct/own-queries.ts";
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
}));

/** What there is to do about the code of conduct: for the school by those who adapt it, for oneself by everybody. */
async function conductToDo(ctx: Ctx) {
	const adoption = allows(ctx.actor, "conduct.adapt") ? summarise(await readAdoption(ctx), ctx.today) : null;
	const own = await codeToAcknowledge(ctx);
	const asked = await codeInConsultation(ctx);
	const toSign = own !== null && own.standing !== "signed" && own.standing !== "earlier";
	return {
		school:
			adoption && adoption.next !== null && adoption.next !== "wait"
				? { next: adoption.next, missing: adoption.staff?.missing ?? 0, consultation: adoption.consultation }
				: null,
		sign: toSign ? { changed: own.changes.length > 0, remindedOn: own.remindedOn } : null,
		voice: asked?.state === "open" ? { closesOn: asked.closesOn } : null,
	};
}
