import type { Ctx } from "#app/domain/ctx.ts";
import { allows } from "#app/domain/people/policy.ts";

/** What the school's frame shows; pages of persons (`/me/conduct`) stand in the same one. */
export function frameOf({ actor }: Ctx) {
	return {
		unitName: actor.unitName,
		name: actor.name,
		role: actor.role,
		mayStaff: allows(actor, "staff.write"),
		mayAdapt: allows(actor, "conduct.adapt"),
	};
}
