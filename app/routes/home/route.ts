import { redirect } from "@remix-run/node";
import { officeRoles } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { Nothing as default } from "./screen.tsx";

/** The address people remember: leads to one's own work, and strangers to signing in. */
export const loader = page("signed_in", async ({ ctx }) => {
	throw redirect(officeRoles.includes(ctx.actor.role) ? "/office" : "/school");
});
