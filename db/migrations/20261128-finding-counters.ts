import { type Kysely, sql } from "kysely";

/** Open findings and petitions are counted like returns: a province has some hundred thousand, too many to count for each page. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const [outcome, n] of [
		["findings_open", "count(*)"],
		["findings_petition", "sum(f.superior)"],
	]) {
		await sql
			.raw(
				`insert into tally (campaign_id, unit_id, item, outcome, shard, n)
				select f.campaign_id, above.id, '', '${outcome}', 0, ${n}
				from finding f
				join recipient r on r.campaign_id = f.campaign_id and r.school_id = f.school_id
				join unit above on above.id <> f.school_id and r.path like '%/' || above.id || '/%'
				where f.state = 'open'
				group by f.campaign_id, above.id
				having ${n} > 0`,
			)
			.execute(db);
	}
}
