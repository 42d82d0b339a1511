import type { Actor, Role } from "../ctx.ts";
import { problem } from "../problem.ts";

/**
 * The access policy: what each role may do, in one table. A door names the permission it needs; whose records the actor may
 * touch is decided in the queries by the unit of the session.
 */
const table = {
	/** The office's first page with its pictures. A reader (the Standing Board) has this, pictures of campaigns, reports, and nothing else. */
	"office.read": ["office_admin", "officer", "reader"],
	"directives.read": ["office_admin", "officer"],
	"directives.write": ["office_admin", "officer"],
	"templates.read": ["office_admin", "officer"],
	"templates.write": ["office_admin"],
	/** What returns come to: the pictures of a campaign, and what reports are made of. */
	"figures.read": ["office_admin", "officer", "reader"],
	/** A campaign's own pages and its lists of schools. */
	"campaigns.read": ["office_admin", "officer"],
	"campaigns.write": ["office_admin", "officer"],
	/** Single answers of a school: officers who review them, not the readers above. */
	"returns.inspect": ["office_admin", "officer"],
	"returns.review": ["office_admin", "officer"],
	/** Reports to those above: the Standing Board reads what officers write. */
	"reports.read": ["office_admin", "officer", "reader"],
	"reports.write": ["office_admin", "officer"],
	"units.read": ["office_admin", "officer"],
	"units.write": ["office_admin", "officer"],
	/** School accounts and their slips. */
	"people.write": ["office_admin", "officer"],
	/** Accounts of the office itself. */
	"office_people.write": ["office_admin"],
	"audit.read": ["office_admin"],
	/** Keys with which programs outside read the office's data. */
	"api.write": ["office_admin"],
	"school.read": ["principal", "deputy", "teacher"],
	"returns.fill": ["principal", "deputy"],
	/** Sending is signing: the head answers for it (Thông tư 18/2023 Đ14). */
	"returns.submit": ["principal"],
	/** Kept files that are opened by their id: letters, attachments, minutes, scans. Those of reports have their own door (`reports.read`). */
	"files.read": ["office_admin", "officer", "principal", "deputy", "teacher"],
	/** Making an accepted result public (Thông tư 18/2023 Đ12.2): the head signs for it. */
	"results.publish": ["principal"],
	"staff.write": ["principal"],
	/** The school's code of conduct: its text; consulting, deciding, publishing and reviewing it (Thông tư 06/2019 Đ13). */
	"conduct.adapt": ["principal", "deputy"],
	"conduct.decide": ["principal"],
	/** Being heard, reading and signing: for oneself. */
	"conduct.acknowledge": ["principal", "deputy", "teacher"],
	/** Who of the school has signed, and reminding those who have not. */
	"conduct.staff": ["principal", "deputy"],
	/** Figures by school, no names: what reports and pictures are made of. Their pages and lists. */
	"conduct.office": ["office_admin", "officer", "reader"],
	"conduct.lists": ["office_admin", "officer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

export const officeRoles: readonly Role[] = ["office_admin", "officer", "reader"];
export const schoolRoles: readonly Role[] = ["principal", "deputy", "teacher"];

/** Whether the actor's role carries the permission. */
export function allows(actor: Pick<Actor, "role">, permission: Permission): boolean {
	return (table[permission] as readonly Role[]).includes(actor.role);
}

/** Throws `forbidden` when the actor's role does not carry the permission. Every command asks it again: a door can be forgotten. */
export function demand(actor: Pick<Actor, "role">, permission: Permission): void {
	if (!allows(actor, permission)) throw problem("forbidden", {});
}

/**
 * Whether the actor may give, take or look after a role: administrators those of the office, officers those of schools, a head
 * those of their own staff. Where, is for `access.ts`: at or below the actor's unit.
 */
export function mayGrant(actor: Pick<Actor, "role">, role: Role): boolean {
	if (officeRoles.includes(role)) return allows(actor, "office_people.write");
	if (allows(actor, "people.write")) return true;
	return allows(actor, "staff.write") && role !== "principal";
}
