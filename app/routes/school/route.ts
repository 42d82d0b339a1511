import { allows } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { Frame as default } from "./screen.tsx";

/** The frame around every page of a school. */
export const loader = page("school.read", async ({ ctx }) => ({
	unitName: ctx.actor.unitName,
	name: ctx.actor.name,
	role: ctx.actor.role,
	mayStaff: allows(ctx.actor, "staff.write"),
	mayAdapt: allows(ctx.actor, "conduct.adapt"),
}));
