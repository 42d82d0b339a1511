import { type Selectable, sql } from "kysely";
import { searchKey } from "#app/domain/text.ts";
import { type BulkColumn, insertRows } from "#db/bulk.ts";
import type { Engine } from "#db/engine.ts";
import type { MembershipTable, Schema } from "#db/schema.ts";
import type { Db } from "#db/store.ts";

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
	await insertUsers(db, engine, people, now);
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

/** better-auth's own table, with its names and types, which `insertRows` does not know. */
async function insertUsers(db: Db, engine: Engine, people: readonly ProvincePerson[], now: string): Promise<void> {
	const json = JSON.stringify(people.map(({ personId, name, username }) => ({ id: personId, name, username })));
	const rows =
		engine === "sqlite"
			? sql`select value ->> 'id' as id, value ->> 'name' as name, value ->> 'username' as username from json_each(${json})`
			: sql`select id, name, username from json_to_recordset(${json}::json) as rows(id text, name text, username text)`;
	const [verified, at] = engine === "sqlite" ? [sql`0`, sql`${now}`] : [sql`false`, sql`${now}::timestamptz`];
	await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername")
		select id, name, username || '@khong-co.invalid', ${verified}, ${at}, ${at}, username, username from (${rows}) as given`.execute(
		db,
	);
}
