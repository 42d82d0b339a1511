import { codeInConsultation, waitingToSign } from "#app/domain/conduct/own-queries.ts";
import { readAdoption } from "#app/domain/conduct/queries.ts";
import { summarise } from "#app/domain/conduct/steps.ts";
import type { Ctx } from "#app/domain/ctx.ts";
import { listSchoolLetters } from "#app/domain/papers/letter-school-queries.ts";
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
	letters: await lettersFor(ctx),
}));

/** The latest reminder of each return that is still missing, and the newest notices; teachers have no part in returns. */
async function lettersFor(ctx: Ctx) {
	if (!allows(ctx.actor, "returns.fill")) return { reminders: [], notices: [], count: 0 };
	const all = await listSchoolLetters(ctx);
	const missing = all.filter(({ kind, returned }) => kind === "reminder" && !returned);
	return {
		reminders: missing.filter((one, at) => missing.findIndex(({ returnId }) => returnId === one.returnId) === at),
		notices: all.filter(({ kind }) => kind === "result").slice(0, 2),
		count: all.length,
	};
}

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
