import type { PersonTable } from "#db/tables/people.ts";
import type { Role } from "../ctx.ts";
import { searchKey } from "../text.ts";
import type { AccountState } from "./schema.ts";

/** Wrong passwords in a row that lock an account, and for how long. */
export const LOCK_AFTER = 5;
export const LOCK_MINUTES = 15;

/** Wrong passwords or codes from one address, and the window they are counted in. Right ones do not count: a hall of principals shares one. */
export const ADDRESS_ATTEMPTS = 30;
export const ADDRESS_WINDOW_MINUTES = 10;

/** Days within which a printed slip must be used. */
export const CODE_DAYS = 30;

export function stateOf(person: Pick<PersonTable, "status" | "locked_until">, now: string): AccountState {
	if (person.status !== "active") return person.status;
	return person.locked_until !== null && person.locked_until > now ? "locked" : "active";
}

/** Letters and digits that are not mistaken for one another on paper (Crockford's base 32: no I, L, O, U). */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 12;

/** A one-time code as typed, brought to the form whose hash is stored; null when it cannot be one. */
export function plainCode(typed: string): string | null {
	const code = typed
		.toUpperCase()
		.replace(/[\s.–-]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
	return code.length === CODE_LENGTH && [...code].every((char) => CODE_ALPHABET.includes(char)) ? code : null;
}

/** In groups of four, for reading from paper: `7K2M-P0XC-9WTD`. */
export function groupedCode(code: string): string {
	return code.match(/.{1,4}/g)?.join("-") ?? code;
}

/** A username for a person of a unit, in the manner offices here name mailboxes: Nguyễn Văn An of 36365001 is `annv.36365001`. */
export function suggestedUsername(name: string, unitCode: string): string {
	const words = searchKey(name).split(" ").filter(Boolean);
	const own = words.at(-1);
	if (!own) return "";
	const initials = words.slice(0, -1).map((word) => word[0]);
	const code = searchKey(unitCode).replace(/[^a-z0-9]/g, "");
	return `${own}${initials.join("")}${code ? `.${code}` : ""}`.replace(/[^a-z0-9.]/g, "").slice(0, 40);
}

/** The username of a school's head: its code. Codes are unique, so it is taken only when somebody chose it by hand. */
export function schoolUsername(code: string): string {
	const plain = searchKey(code).replace(/[^a-z0-9]/g, "");
	return plain.length >= 3 ? plain.slice(0, 36) : `truong${plain}`;
}

/** IPv6 hands every house a whole /64: addresses in it count as one. IPv4 inside IPv6 counts as itself. */
export function addressKey(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	if (!address.includes(":")) return address;
	const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
	const left = head.split(":").filter(Boolean);
	const right = (tail ?? "").split(":").filter(Boolean);
	const groups =
		tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":");
}

/** Whether a membership of this role can be held at such a unit: heads and teachers at schools, the others at offices. */
export function roleFits(role: Role, isSchool: boolean): boolean {
	return (role === "principal" || role === "deputy" || role === "teacher") === isSchool;
}
