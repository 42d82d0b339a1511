import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Ctx, Role } from "../ctx.ts";
import { newId } from "../id.ts";
import { searchKey } from "../text.ts";
import { noPassword } from "./secrets.ts";

/** An account about to be written: checked, its ids made. */
export type NewAccount = {
	personId: string;
	membershipId: string;
	name: string;
	username: string;
	role: Role;
	unitId: string;
	status: "invited" | "active";
	mustChangePassword: boolean;
};

const text = (name: string): BulkColumn => ({ name, type: "text" });
const time = (name: string): BulkColumn => ({ name, type: "timestamptz" });
const whole = (name: string): BulkColumn => ({ name, type: "integer" });

/**
 * Writes people and their sign-in, one statement a table however many they are. `hash` is of the password they share (for a single
 * account); null: none yet. better-auth wants an e-mail, most school staff have none: `.invalid` can never be a real address.
 */
export async function insertAccounts(ctx: Ctx, accounts: NewAccount[], hash: string | null): Promise<void> {
	const { db, engine, now } = ctx;
	const stamps = { createdAt: now, updatedAt: now };
	const users = accounts.map(({ personId, name, username }) => {
		const email = `${username}@khong-co-email.invalid`;
		return { id: personId, name, email, emailVerified: false, username, displayUsername: username, ...stamps };
	});
	const userColumns: BulkColumn[] = [
		...["id", "name", "email", "username", "displayUsername"].map(text),
		{ name: "emailVerified", type: "boolean" },
		...["createdAt", "updatedAt"].map(time),
	];
	await insertRows(db, engine, "user", userColumns, users);

	const credentials = accounts.map(({ personId }) => {
		const password = hash ?? noPassword();
		return { id: newId(), accountId: personId, providerId: "credential", userId: personId, password, ...stamps };
	});
	const credentialColumns = [
		...["id", "accountId", "providerId", "userId", "password"].map(text),
		...["createdAt", "updatedAt"].map(time),
	];
	await insertRows(db, engine, "account", credentialColumns, credentials);

	const people = accounts.map(({ personId, name, username, status, mustChangePassword }) => ({
		id: personId,
		name,
		username,
		search: searchKey(`${name} ${username}`),
		status,
		must_change_password: mustChangePassword ? 1 : 0,
		failed_sign_ins: 0,
		created_at: now,
		updated_at: now,
	}));
	const personColumns = [
		...["id", "name", "username", "search", "status", "created_at", "updated_at"].map(text),
		...["must_change_password", "failed_sign_ins"].map(whole),
	];
	await insertRows(db, engine, "person", personColumns, people);

	const memberships = accounts.map(({ membershipId, personId, unitId, role }) => ({
		id: membershipId,
		person_id: personId,
		unit_id: unitId,
		role,
		created_at: now,
	}));
	const membershipColumns = ["id", "person_id", "unit_id", "role", "created_at"].map(text);
	await insertRows(db, engine, "membership", membershipColumns, memberships);
}
