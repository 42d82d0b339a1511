import type { Selectable } from "kysely";
import { searchKey } from "#app/domain/text.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { Schema } from "#db/schema.ts";
import type { Db } from "#db/store.ts";
import type { MembershipTable } from "#db/tables/people.ts";

/** An account of the generated province: it exists and holds its role, and nobody can sign in with it. */
export type ProvincePerson = {
	personId: string;
	membershipId: string;
	name: string;
	username: string;
	unitId: string;
	role: string;
};

const text = (name: string): BulkColumn => ({ name, type: "text" });

const userColumns: readonly BulkColumn[] = [
	...["id", "name", "email", "username", "displayUsername"].map(text),
	{ name: "emailVerified", type: "boolean" },
	{ name: "createdAt", type: "timestamptz" },
	{ name: "updatedAt", type: "timestamptz" },
];

const personColumns: readonly BulkColumn[] = [
	...["id", "name", "username", "search", "status"].map(text),
	{ name: "must_change_password", type: "integer" },
	{ name: "failed_sign_ins", type: "integer" },
	...["locale", "created_at", "updated_at"].map(text),
];

const membershipColumns: readonly BulkColumn[] = ["id", "person_id", "unit_id", "role", "created_at"].map(text);

/** Inserts accounts without passwords; measurements make their sessions themselves. */
export async function insertPeople(
	db: Db,
	engine: Engine,
	people: readonly ProvincePerson[],
	now: string,
): Promise<void> {
	const users = people.map(({ personId, name, username }) => ({
		id: personId,
		name,
		email: `${username}@khong-co-email.invalid`,
		emailVerified: false,
		username,
		displayUsername: username,
		createdAt: now,
		updatedAt: now,
	}));
	await insertRows(db, engine, "user", userColumns, users);
	const persons = people.map(
		({ personId, name, username }): Selectable<Schema["person"]> => ({
			id: personId,
			name,
			username,
			search: searchKey(`${name} ${username}`),
			status: "active",
			must_change_password: 0,
			failed_sign_ins: 0,
			locked_until: null,
			locale: null,
			created_at: now,
			updated_at: now,
		}),
	);
	await insertRows(db, engine, "person", personColumns, persons);
	const memberships = people.map(
		({ membershipId, personId, unitId, role }): MembershipTable => ({
			id: membershipId,
			person_id: personId,
			unit_id: unitId,
			role,
			created_at: now,
			ended_at: null,
		}),
	);
	await insertRows(db, engine, "membership", membershipColumns, memberships);
}
