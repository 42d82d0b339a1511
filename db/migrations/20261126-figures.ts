import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";

/** What a sending comes to is kept with it, and sums of money outgrow 32 bits. */
export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
	await sql.raw("alter table submission add column figures text not null default '{}'").execute(db);
	if (engine === "postgres") await sql.raw("alter table tally alter column n type bigint").execute(db);
}
