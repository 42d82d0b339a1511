import { allows, type Permission } from "#app/domain/people/policy.ts";
import { page } from "#app/platform/door.ts";

export { Frame as default } from "./screen.tsx";

/** Parts of the office, each with the permission that its page asks for. */
const parts = [
	["overview", "office.read"],
	["directives", "directives.read"],
	["campaigns", "campaigns.read"],
	["returns", "returns.inspect"],
	["findings", "returns.inspect"],
	["conduct", "conduct.lists"],
	["reports", "reports.read"],
	["templates", "templates.read"],
	["units", "units.read"],
	["people", "people.write"],
	["api", "api.write"],
	["audit", "audit.read"],
] as const satisfies [string, Permission][];

/** The frame around every page of the office: where the role may go. */
export const loader = page("office.read", async ({ ctx }) => ({
	unitName: ctx.actor.unitName,
	name: ctx.actor.name,
	role: ctx.actor.role,
	parts: parts.filter(([, permission]) => allows(ctx.actor, permission)).map(([part]) => part),
}));
