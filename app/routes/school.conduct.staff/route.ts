import { redirect } from "@remix-run/node";
import { readConductVersion, staffStates } from "#app/domain/conduct/queries.ts";
import { remindMissing } from "#app/domain/conduct/remind.ts";
import { allows } from "#app/domain/people/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { act, page } from "#app/platform/door.ts";

export { meta, Screen as default } from "./screen.tsx";

/** Who of the school has opened, read and signed the code in force; null before there is one. */
export const loader = page("conduct.staff", async ({ ctx, url }) => {
	const states = await staffStates(ctx).catch((thrown) => {
		if (thrown instanceof Problem && thrown.body.code === "conduct_not_published") return null;
		throw thrown;
	});
	const reminded = url.searchParams.get("reminded");
	return {
		states: states && { ...states, number: (await readConductVersion(ctx, states.versionId)).number },
		today: ctx.today,
		personId: ctx.actor.personId,
		mayStaff: allows(ctx.actor, "staff.write"),
		reminded: reminded !== null && /^\d{1,5}$/.test(reminded) ? Number(reminded) : null,
	};
});

/** Reminds those who have not signed, and nobody else. */
export const action = act("conduct.staff", async ({ ctx }) =>
	redirect(`/school/conduct/staff?reminded=${await remindMissing(ctx)}`),
);
